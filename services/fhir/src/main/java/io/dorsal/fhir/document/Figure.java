package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.Elements.Unit;
import io.dorsal.fhir.LocalCode;
import io.dorsal.model.Rational;
import io.dorsal.model.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** One Observation in the making. A value that is not there gets a reason for its absence and is never zero. */
final class Figure {
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    private final Observation observation = new Observation();

    Figure(CodeableConcept code, Reference subject, ObservationStatus status) {
        observation.setStatus(status).setCode(code).setSubject(subject);
    }

    Figure at(Instant instant) {
        observation.setEffective(Elements.dateTime(instant));
        return this;
    }

    Figure on(LocalDate date) {
        observation.setEffective(Elements.dateTime(date));
        return this;
    }

    /** Local dates, both included; without either, before the lead is in, the figure has no time yet. */
    Figure over(@Nullable LocalDate from, @Nullable LocalDate to) {
        observation.setEffective(from == null && to == null ? null : Elements.period(from, to));
        return this;
    }

    Figure value(@Nullable Rational value, Unit unit) {
        return value(value == null ? null : Elements.quantity(value, unit));
    }

    Figure value(@Nullable Type value) {
        if (value == null) {
            observation.setDataAbsentReason(Elements.concept(ABSENT, "unknown"));
        } else {
            observation.setValue(value);
        }
        return this;
    }

    Figure part(LocalCode code, @Nullable Rational value, Unit unit) {
        return part(code.concept(), value == null ? null : Elements.quantity(value, unit));
    }

    Figure part(LocalCode code, long value, Unit unit) {
        return part(code.concept(), Elements.quantity(value, unit));
    }

    Figure part(LocalCode code, @Nullable Boolean value) {
        return part(code.concept(), value == null ? null : new BooleanType(value));
    }

    Figure part(LocalCode code, @Nullable Type value) {
        return part(code.concept(), value);
    }

    /** A word of one of Dorsal's closed sets. */
    Figure part(LocalCode code, String set, @Nullable Word word) {
        return part(code.concept(), word == null ? null : Elements.word(set, word));
    }

    /** A part without a value is left out: it is the figure's own value that must be accounted for. */
    Figure part(CodeableConcept code, @Nullable Type value) {
        if (value != null) {
            observation.addComponent(
                    new ObservationComponentComponent().setCode(code).setValue(value));
        }
        return this;
    }

    Figure from(List<Reference> sources) {
        sources.forEach(observation::addDerivedFrom);
        return this;
    }

    Figure device(Reference device) {
        observation.setDevice(device);
        return this;
    }

    Figure performer(Reference performer) {
        observation.addPerformer(performer);
        return this;
    }

    /** For what must be said about the resource itself. */
    Observation observation() {
        return observation;
    }
}
