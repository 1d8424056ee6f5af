package io.dorsal.fhir.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.fhir.Fhir;
import io.dorsal.fhir.intake.Posted.Entry;
import io.dorsal.fhir.intake.Posted.Form;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Posted resources to readings, one for each and in their order. Pure: the trials that they speak of are handed in. What
 * a resource does not say is never guessed; it is refused, with its place.
 */
public final class Intake {
    /** The types that become reports or prescriptions. */
    private static final Set<String> TAKEN = Set.of(
            "Observation",
            "QuestionnaireResponse",
            "MedicationAdministration",
            "MedicationStatement",
            "MedicationRequest");

    /** Types that others refer to, or that say whom a Bundle comes from: a sender may need them there. */
    private static final Set<String> REFERRED_TO = Set.of(
            "Patient",
            "Medication",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "RelatedPerson",
            "Device",
            "Encounter",
            "Location",
            "Composition",
            "MessageHeader",
            "Provenance");

    private final Posted posted;
    private final Surroundings surroundings;
    private final Function<TrialId, @Nullable Trial> trials;
    private final Instant recordedAt;

    private Intake(Posted posted, Function<TrialId, @Nullable Trial> trials, Instant recordedAt) {
        this.posted = posted;
        this.surroundings = Surroundings.of(posted);
        this.trials = trials;
        this.recordedAt = recordedAt;
    }

    /**
     * @param trials finds a trial by its id; null for one that is not registered
     */
    public static List<Reading> read(Posted posted, Function<TrialId, @Nullable Trial> trials, Instant recordedAt) {
        Intake intake = new Intake(posted, trials, recordedAt);
        return posted.entries().stream().map(intake::readWhateverItIs).toList();
    }

    /** Without the net, so that a test can see what would fall into it. */
    static List<Reading> readBare(Posted posted, Function<TrialId, @Nullable Trial> trials, Instant recordedAt) {
        Intake intake = new Intake(posted, trials, recordedAt);
        return posted.entries().stream().map(intake::read).toList();
    }

    /**
     * A fault of a reader, or of HAPI's model, costs the entry that it was met in and no other. Whether a trial is there
     * is not for a reader to say: if nobody can tell, that is no fault of the entry's.
     */
    private Reading readWhateverItIs(Entry entry) {
        try {
            return read(entry);
        } catch (TrialsUnknown e) {
            throw e.cause();
        } catch (RuntimeException e) {
            Malformed why = new Malformed(Reason.WRONG_TYPE, entry.path(), "a resource of FHIR R4 that can be read");
            return new Reading.Refused(why, e);
        }
    }

    /** The trials could not be looked up. */
    private static final class TrialsUnknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException unknown;

        TrialsUnknown(RuntimeException unknown) {
            super(unknown);
            this.unknown = unknown;
        }

        RuntimeException cause() {
            return unknown;
        }
    }

    private @Nullable Trial trial(TrialId id) {
        try {
            return trials.apply(id);
        } catch (RuntimeException e) {
            throw new TrialsUnknown(e);
        }
    }

    static boolean isKnown(String type) {
        return TAKEN.contains(type) || REFERRED_TO.contains(type);
    }

    private Reading read(Entry entry) {
        if (entry.refused() != null) {
            return new Reading.Refused(entry.refused());
        }
        String type = entry.type();
        try {
            return TAKEN.contains(type) ? taken(entry.resource(), type) : notTaken(type);
        } catch (Malformed e) {
            return new Reading.Refused(at(entry.path(), type, e));
        }
    }

    /** The complaint names its place from the resource on; here from what was posted on. */
    private static Malformed at(String path, String type, Malformed complaint) {
        String field = complaint.field();
        // A type that is not known here is any text of the sender's, also the beginning of a field's name.
        boolean isBelow = TAKEN.contains(type) && field.startsWith(type);
        String below = isBelow ? field.substring(type.length()) : field.isEmpty() ? "" : "." + field;
        return new Malformed(complaint.reason(), path + below, complaint.expected());
    }

    private Reading notTaken(String type) {
        if (posted.form() != Form.SINGLE && REFERRED_TO.contains(type)) {
            return new Reading.Aside("Read where others refer to it; not kept.");
        }
        return foreign(
                Reason.UNKNOWN_TYPE,
                "resourceType",
                "one of " + String.join(", ", TAKEN.stream().sorted().toList()));
    }

    /** What is no concern of ours: refused if the sender asked for it to be kept. */
    private Reading foreign(Reason reason, String path, String expected) {
        if (posted.form() == Form.COLLECTION) {
            return new Reading.Aside("Of no concern here; not kept.");
        }
        throw new Malformed(reason, path, expected);
    }

    private Reading taken(JsonNode json, String type) {
        requireUnderstood(json, type);
        Shape.check(json);
        return switch (parsed(json, type)) {
            case Observation observation -> observation(json, observation);
            case QuestionnaireResponse response -> response(json, response);
            case MedicationAdministration dose ->
                reported(new DoseReader(told(json, type, dose.getSubject())).read(dose));
            case MedicationStatement dose -> reported(new DoseReader(told(json, type, dose.getSubject())).read(dose));
            case MedicationRequest request -> prescribed(json, request);
            default -> throw new IllegalStateException("No other type is taken: " + type);
        };
    }

    /** FHIR forbids to process what may be changed by words that one does not know. */
    private static void requireUnderstood(JsonNode json, String type) {
        for (String modifier : List.of("modifierExtension", "implicitRules")) {
            if (json.has(modifier)) {
                throw new Malformed(Reason.RESERVED_FIELD, type + "." + modifier, "none: no such rule is known here");
            }
        }
    }

    private static Resource parsed(JsonNode json, String type) {
        try {
            return (Resource)
                    Fhir.context().newJsonParser().parseResource(Bare.of(json).toString());
        } catch (RuntimeException e) {
            // Its shape was right, so this should not come; its message may quote what was sent.
            throw new Malformed(Reason.WRONG_TYPE, type, "a resource of FHIR R4");
        }
    }

    private Reading observation(JsonNode json, Observation observation) {
        if (!ObservationReader.concerns(observation)) {
            return foreign(Reason.UNKNOWN_VALUE, "Observation.code", ObservationReader.EXPECTED_CODE);
        }
        boolean repeats = observation.getDerivedFrom().stream()
                .filter(source -> source.hasReference())
                .map(source -> surroundings.find(source.getReference(), json))
                .anyMatch(source -> source.path("resourceType").asText().equals("QuestionnaireResponse"));
        if (repeats) {
            return new Reading.Aside("It repeats a QuestionnaireResponse of this Bundle; that one counts.");
        }
        return reported(new ObservationReader(told(json, "Observation", observation.getSubject())).read(observation));
    }

    private Reading response(JsonNode json, QuestionnaireResponse response) {
        if (ResponseReader.instrument(response) == null) {
            return foreign(Reason.UNKNOWN_VALUE, "QuestionnaireResponse.questionnaire", ResponseReader.EXPECTED_FORM);
        }
        return reported(new ResponseReader(told(json, "QuestionnaireResponse", response.getSubject())).read(response));
    }

    private Reading prescribed(JsonNode json, MedicationRequest request) {
        Told told = told(json, "MedicationRequest", request.getSubject());
        return new Reading.Prescription(told.trial().trial(), new PrescriptionReader(told).read(request));
    }

    private Told told(JsonNode json, String type, org.hl7.fhir.r4.model.Reference subject) {
        TrialId id = new Whom(surroundings, json, type + ".subject").trial(subject);
        Trial trial = trial(id);
        if (trial == null) {
            throw new Malformed(Reason.UNKNOWN_TRIAL, type + ".subject", "the id of a registered trial");
        }
        return new Told(json, type, trial, surroundings);
    }

    private Reading reported(ReportItem item) {
        return new Reading.Report(item.report(recordedAt));
    }
}
