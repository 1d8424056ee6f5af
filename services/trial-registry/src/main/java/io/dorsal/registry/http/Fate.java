package io.dorsal.registry.http;

import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.registry.core.ReportAnswer;
import io.dorsal.registry.core.TrialDecision;

/** What became of one posted FHIR resource. */
sealed interface Fate {

    /** A report, kept now or before. */
    record Reported(TrialId trial, ReportAnswer answer) implements Fate {}

    /** A change of a trial's document, made now or before. */
    record Prescribed(TrialId trial, TrialDecision decision) implements Fate {}

    /** Not kept, and nothing is wrong with that. */
    record Aside(String why) implements Fate {}

    /** Not kept; the field is a FHIRPath. */
    record Refused(Malformed why) implements Fate {}
}
