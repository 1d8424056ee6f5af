package io.dorsal.fhir;

import io.dorsal.model.ClinicId;
import io.dorsal.model.TrialId;

/** The systems of identifiers and codes in Dorsal's FHIR, its own and the public ones; {@code docs/fhir.md} lists them. */
public final class Systems {
    public static final String TRIAL = "urn:dorsal:trial";
    public static final String CLINIC = "urn:dorsal:clinic";
    public static final String PAYER = "urn:dorsal:payer";
    public static final String DEVICE = "urn:dorsal:device";
    public static final String PACKET = "urn:dorsal:packet";
    public static final String FACT_DIGEST = "urn:dorsal:fact-digest";
    public static final String STATED_DIGEST = "urn:dorsal:stated-digest";
    public static final String MEASURE = "urn:dorsal:measure:";
    public static final String QUESTIONNAIRE = "urn:dorsal:questionnaire:";

    /** A policy is its code, with the version beside. */
    public static final String POLICY = "urn:dorsal:policy";

    public static final String CRITERION = "urn:dorsal:criterion";

    /** Codes of Dorsal's own, see {@link LocalCode}. */
    public static final String LOCAL = "urn:dorsal:code";

    /** The words of one closed set follow, such as {@code urn:dorsal:word:document-kind}. */
    public static final String WORD = "urn:dorsal:word:";

    public static final String LOINC = "http://loinc.org";
    public static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    public static final String UCUM = "http://unitsofmeasure.org";
    public static final String SNOMED = "http://snomed.info/sct";
    public static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
    public static final String CPT = "http://www.ama-assn.org/go/cpt";
    public static final String HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";

    private Systems() {}

    /** A pseudonym means something only inside its clinic. */
    public static String subjectOf(ClinicId clinic) {
        return CLINIC + ":" + clinic + ":subject";
    }

    /** What {@code reference} of a trial's document finds in the clinic's own records. */
    public static String documentOf(ClinicId clinic) {
        return CLINIC + ":" + clinic + ":document";
    }

    /** Who attests, by the clinic's own name for that person. */
    public static String staffOf(ClinicId clinic) {
        return CLINIC + ":" + clinic + ":staff";
    }

    /** A report's id is unique inside its trial. */
    public static String reportOf(TrialId trial) {
        return TRIAL + ":" + trial + ":report";
    }
}
