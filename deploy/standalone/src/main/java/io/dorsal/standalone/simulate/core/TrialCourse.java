package io.dorsal.standalone.simulate.core;

import io.dorsal.model.ClinicId;
import io.dorsal.model.DeviceId;
import io.dorsal.model.LocalDays;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Span;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.Regimen;
import io.dorsal.model.trial.Therapy;
import io.dorsal.model.trial.Trial;
import io.dorsal.standalone.simulate.core.Delivery.TrialWritten;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The course of one trial, from planning to lead removal, as the clinic's documents tell it.
 *
 * @param regimen what is prescribed, from the first version of the document on
 * @param assignedLate how long after the placement the clinic writes down which stimulator is worn
 */
public record TrialCourse(
        TrialId trial,
        ClinicId clinic,
        String subject,
        Therapy therapy,
        String indication,
        ZoneId timezone,
        PainScale scale,
        Instant placedAt,
        Instant removalAt,
        DeviceId device,
        Duration assignedLate,
        List<Regimen> regimen,
        Papers papers) {
    private static final Duration PLANNED_BEFORE = Duration.ofDays(9);
    private static final Duration DEVICE_FITTED_AFTER = Duration.ofMinutes(30);

    public LocalDays days() {
        return new LocalDays(timezone);
    }

    public LocalDate placementDate() {
        return days().dateOf(placedAt);
    }

    /** The stretch during which the stimulator is worn. */
    public Span worn() {
        return new Span(placedAt.plus(DEVICE_FITTED_AFTER), removalAt);
    }

    /** Every version of the trial document, in order, each due when the clinic writes it. */
    public List<TrialWritten> documents() {
        List<TrialWritten> documents = new ArrayList<>();
        documents.add(new TrialWritten(placedAt.minus(PLANNED_BEFORE), document(false, false, false)));
        boolean late = !assignedLate.isZero();
        documents.add(new TrialWritten(placedAt, document(true, !late, false)));
        if (late) {
            documents.add(new TrialWritten(placedAt.plus(assignedLate), document(true, true, false)));
        }
        documents.add(new TrialWritten(removalAt, document(true, true, true)));
        return documents;
    }

    private Trial document(boolean placed, boolean assigned, boolean removed) {
        Assignment assignment = new Assignment(device, worn().from(), removed ? worn().to() : null);
        return new Trial(
                trial,
                0,
                clinic,
                subject,
                therapy,
                indication,
                timezone,
                scale,
                PainConstruct.AVERAGE,
                placed ? placedAt : null,
                removalAt,
                removed ? removalAt : null,
                assigned ? List.of(assignment) : List.of(),
                regimen,
                papers.documents(),
                papers.treatments(),
                papers.terms());
    }
}
