package io.dorsal.responder.store;

import io.dorsal.model.ClinicId;
import io.dorsal.model.CloudEvent;
import io.dorsal.model.TrialId;
import java.time.Instant;

/** A trial's outcome as published: as of its newest fact, so that a replay gives the same bytes. */
public record Outcome(TrialId trial, ClinicId clinic, String factDigest, Instant asOf, String document) {
    CloudEvent cloudEvent() {
        return new CloudEvent(
                trial + "/" + factDigest,
                "io.dorsal.responder-outcome.v1",
                "/api/responders/" + trial,
                asOf,
                trial.value());
    }
}
