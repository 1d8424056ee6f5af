package io.dorsal.fhir.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.fhir.Systems;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/**
 * Which trial a resource speaks of: the identifier of system {@link Systems#TRIAL}, on the subject's reference or on the
 * Patient that it leads to. A bare reference such as {@code Patient/17} names a patient of the sender's, and is no trial.
 */
final class Whom {
    private final Surroundings surroundings;
    private final JsonNode resource;
    private final String path;

    Whom(Surroundings surroundings, JsonNode resource, String path) {
        this.surroundings = surroundings;
        this.resource = resource;
        this.path = path;
    }

    TrialId trial(Reference subject) {
        List<String> named = Stream.concat(onReference(subject), onPatient(subject))
                .distinct()
                .toList();
        if (named.isEmpty()) {
            throw new Malformed(
                    Reason.MISSING_FIELD,
                    path,
                    "a trial's id as identifier of system " + Systems.TRIAL + ", here or on the Patient referred to");
        }
        if (named.size() > 1) {
            throw new Malformed(Reason.UNKNOWN_VALUE, path, "one trial: reference and Patient name different ones");
        }
        try {
            return new TrialId(named.getFirst());
        } catch (Malformed e) {
            throw new Malformed(e.reason(), path, e.expected());
        }
    }

    private static Stream<String> onReference(Reference subject) {
        Identifier identifier = subject.getIdentifier();
        return Systems.TRIAL.equals(identifier.getSystem()) ? Stream.ofNullable(identifier.getValue()) : Stream.of();
    }

    private Stream<String> onPatient(Reference subject) {
        if (!subject.hasReference()) {
            return Stream.of();
        }
        JsonNode patient = surroundings.find(subject.getReference(), resource);
        return StreamSupport.stream(patient.path("identifier").spliterator(), false)
                .filter(identifier ->
                        Systems.TRIAL.equals(identifier.path("system").textValue()))
                // Not checked like what is taken: what is no text is no id.
                .map(identifier -> identifier.path("value").asText(""));
    }
}
