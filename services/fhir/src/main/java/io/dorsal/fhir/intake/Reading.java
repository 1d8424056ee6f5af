package io.dorsal.fhir.intake;

import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one posted resource comes to. */
public sealed interface Reading {

    /** A revision of a report. */
    record Report(PatientReport report) implements Reading {}

    /** A change of what is prescribed in a trial: from its document to the one with it. */
    record Prescription(TrialId trial, UnaryOperator<Trial> change) implements Reading {}

    /** Read for the others' sake, or of no concern here; not kept. */
    record Aside(String why) implements Reading {}

    /**
     * Not taken.
     *
     * @param why its field is a FHIRPath from what was posted
     * @param fault of ours that kept it from being read; its message may quote what came
     */
    record Refused(Malformed why, @Nullable RuntimeException fault) implements Reading {
        Refused(Malformed why) {
            this(why, null);
        }
    }
}
