package io.dorsal.coverage.core;

import static io.dorsal.coverage.core.Finding.ACTIVE;
import static io.dorsal.coverage.core.Finding.ADULT;
import static io.dorsal.coverage.core.Finding.CLEARED;
import static io.dorsal.coverage.core.Finding.CONFIRMED;
import static io.dorsal.coverage.core.Finding.IMPROVED;
import static io.dorsal.coverage.core.Finding.MINOR;
import static io.dorsal.coverage.core.Finding.NEGATIVE;
import static io.dorsal.coverage.core.Finding.NOT_CLEARED;
import static io.dorsal.coverage.core.Finding.NOT_CONFIRMED;
import static io.dorsal.coverage.core.Finding.NOT_IMPROVED;
import static io.dorsal.coverage.core.Finding.NOT_SIGNIFICANT;
import static io.dorsal.coverage.core.Finding.SIGNIFICANT;
import static io.dorsal.coverage.core.Finding.TREATED;

import io.dorsal.model.Word;
import java.util.List;

/** The closed list of documents that a policy may ask for. The registry keeps other words; they match nothing. */
public enum DocumentKind implements Word {
    PSYCHOLOGICAL_EVALUATION(
            "psychological or psychosocial evaluation for the therapy",
            Collectable.BEFORE_IMPLANT,
            CLEARED,
            NOT_CLEARED),
    BEHAVIORAL_HEALTH_ATTESTATION(
            "attestation of a behavioural health provider", Collectable.BEFORE_IMPLANT, CLEARED, NOT_CLEARED),
    PHYSICAL_EXAMINATION("physical examination, with what it found", Collectable.BEFORE_IMPLANT),
    CONDITION_STATEMENT("the condition that requires the procedure", Collectable.BEFORE_IMPLANT),
    LAST_RESORT_STATEMENT(
            "statement that the therapy is a late or last resort",
            Collectable.BEFORE_IMPLANT,
            CONFIRMED,
            NOT_CONFIRMED),
    REFRACTORY_NEUROPATHIC_PAIN(
            "statement that the pain is neuropathic and refractory",
            Collectable.BEFORE_IMPLANT,
            CONFIRMED,
            NOT_CONFIRMED),
    OBJECTIVE_PATHOLOGY(
            "objective evidence of the pathology behind the pain",
            Collectable.BEFORE_IMPLANT,
            CONFIRMED,
            NOT_CONFIRMED),
    SUBSTANCE_USE_SCREENING("screening for substance use", Collectable.BEFORE_IMPLANT, NEGATIVE, TREATED, ACTIVE),
    CONSERVATIVE_CARE_SUPERVISION(
            "record that a clinician supervised the conservative care",
            Collectable.BEFORE_IMPLANT,
            CONFIRMED,
            NOT_CONFIRMED),
    PATIENT_EDUCATION("education of the patient", Collectable.BEFORE_IMPLANT),
    RISKS_DISCUSSION("discussion of risks, benefits and alternatives", Collectable.BEFORE_IMPLANT),
    ORDER("the order for the procedure", Collectable.BEFORE_IMPLANT),
    AGE_STATEMENT("statement whether the patient is an adult", Collectable.BEFORE_IMPLANT, ADULT, MINOR),
    FACILITY_STATEMENT(
            "facilities, equipment and personnel for care and follow-up",
            Collectable.BEFORE_IMPLANT,
            CONFIRMED,
            NOT_CONFIRMED),
    TRIAL_PROCEDURE_NOTE("note of the trial procedure", Collectable.AT_ANY_TIME),
    REDUCTION_STATEMENT(
            "statement whether pain or analgesic use fell significantly during the trial",
            Collectable.BEFORE_IMPLANT,
            SIGNIFICANT,
            NOT_SIGNIFICANT),
    DAILY_ACTIVITIES_STATEMENT("effect of the trial on activities of daily living", Collectable.BEFORE_IMPLANT),
    FUNCTION_STATEMENT(
            "statement whether function improved during the trial", Collectable.BEFORE_IMPLANT, IMPROVED, NOT_IMPROVED),
    REPEAT_TRIAL_CIRCUMSTANCES("the circumstances that call for another trial", Collectable.BEFORE_IMPLANT),
    NEW_PRIOR_AUTHORIZATION(
            "the new prior authorization request, with the reason why there is no UTN of the trial",
            Collectable.BEFORE_IMPLANT);

    private final String meaning;
    private final Collectable collectable;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot change.
    private final List<Finding> findings;

    DocumentKind(String meaning, Collectable collectable, Finding... findings) {
        this.meaning = meaning;
        this.collectable = collectable;
        this.findings = List.of(findings);
    }

    @Override
    public String word() {
        return name();
    }

    public String meaning() {
        return meaning;
    }

    public Collectable collectable() {
        return collectable;
    }

    /** What a document of this kind can say; empty where its being there is all. */
    public List<Finding> findings() {
        return findings;
    }
}
