package io.dorsal.fhir.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.fhir.Systems;
import io.dorsal.model.FactDigest;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.Rfc3339;
import io.dorsal.model.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * One resource about a registered trial, with what its readers have in common: which report it is, and times, drugs and
 * codes.
 */
record Told(JsonNode json, String type, Trial trial, Surroundings surroundings) {
    private static final int HASH_LENGTH = 32;
    private static final int DATE_LENGTH = 10;

    /** A complaint about an element below the resource. */
    Malformed malformed(Reason reason, String element, String expected) {
        return new Malformed(reason, type + "." + element, expected);
    }

    Malformed missing(String element, String expected) {
        return malformed(Reason.MISSING_FIELD, element, expected);
    }

    Malformed unknown(String element, String expected) {
        return malformed(Reason.UNKNOWN_VALUE, element, expected);
    }

    /**
     * An item with id and revision. A report of Dorsal's own has its id; any other gets one made of its first identifier
     * or, without one, of its type and id, so that sending it again is the same report.
     */
    ReportItem item(Resource resource, List<Identifier> identifiers) {
        return new ReportItem(trial.trial(), type)
                .put("report", reportId(resource, identifiers), "identifier")
                .put("revision", revision(resource), "meta.versionId");
    }

    private String reportId(Resource resource, List<Identifier> identifiers) {
        for (Identifier identifier : identifiers) {
            if (Systems.reportOf(trial.trial()).equals(identifier.getSystem()) && identifier.hasValue()) {
                return identifier.getValue();
            }
        }
        for (Identifier identifier : identifiers) {
            if (identifier.hasSystem() && identifier.hasValue()) {
                return hashed(identifier.getSystem() + "|" + identifier.getValue());
            }
        }
        if (resource.getIdElement().hasIdPart()) {
            return hashed(resource.getIdElement().getIdPart());
        }
        throw missing(
                "identifier", "an identifier with system and value, or an id, so that sending it twice counts once");
    }

    private String hashed(String name) {
        byte[] utf8 = (type + "|" + name).getBytes(StandardCharsets.UTF_8);
        return "fhir-" + FactDigest.sha256(utf8).substring(0, HASH_LENGTH);
    }

    /** FHIR's versions are any text; only counted ones can be put in order, whatever the order of arrival. */
    private long revision(Resource resource) {
        String version = resource.getMeta().getVersionId();
        if (version == null) {
            return 1;
        }
        if (!version.matches("[1-9][0-9]{0,6}")) {
            throw malformed(Reason.OUT_OF_BOUNDS, "meta.versionId", "a whole number from 1 to 1000000, or none for 1");
        }
        return Long.parseLong(version);
    }

    /** An instant in UTC, for the codec to read. */
    String time(@Nullable BaseDateTimeType time, String element) {
        String text = time == null ? null : time.getValueAsString();
        if (text == null || !text.contains("T")) {
            throw malformed(
                    text == null ? Reason.MISSING_FIELD : Reason.WRONG_TYPE,
                    element,
                    "a date and time with its offset");
        }
        try {
            return Rfc3339.parse(text).toString();
        } catch (DateTimeException e) {
            throw malformed(Reason.WRONG_TYPE, element, "a date and time with its offset");
        }
    }

    /** The local date of the trial; a part of a date is none. */
    LocalDate date(@Nullable BaseDateTimeType time, String element) {
        String text = time == null ? null : time.getValueAsString();
        if (text == null || text.length() < DATE_LENGTH) {
            throw malformed(text == null ? Reason.MISSING_FIELD : Reason.WRONG_TYPE, element, "a date with its day");
        }
        if (text.length() == DATE_LENGTH) {
            return LocalDate.parse(text);
        }
        return trial.days().dateOf(Instant.parse(time(time, element)));
    }

    /** A medication by code, wherever the resource keeps it. */
    List<Coding> medication(@Nullable CodeableConcept concept, @Nullable Reference reference) {
        if (concept != null) {
            return concept.getCoding();
        }
        if (reference == null || !reference.hasReference()) {
            return List.of();
        }
        CodeableConcept code = new CodeableConcept();
        surroundings
                .find(reference.getReference(), json)
                .path("code")
                .path("coding")
                .forEach(coding -> code.addCoding(new Coding(
                        coding.path("system").textValue(), coding.path("code").textValue(), null)));
        return code.getCoding();
    }

    /** @throws Malformed without a code of RxNorm, the only one that a factor can be found for */
    String rxcui(List<Coding> medication) {
        return medication.stream()
                .filter(coding -> Systems.RXNORM.equals(coding.getSystem()) && coding.hasCode())
                .map(Coding::getCode)
                .findFirst()
                .orElseThrow(() -> missing("medication", "a coding of system " + Systems.RXNORM));
    }
}
