package io.dorsal.packet.core;

import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import java.util.List;

/** What a packet says of a trial: the facts in it, and what they amount to. */
public record Said(
        Trial trial,
        List<PatientReport> reports,
        ResponderOutcome responder,
        OpioidOutcome opioids,
        CoverageDetermination determination) {}
