package io.dorsal.dashboard.core;

import io.dorsal.model.TrialId;

/** Something about a trial has changed; what it is now is for the reader to ask. So hearing it twice does no harm. */
public record Change(Kind kind, TrialId trial) {
    /** What has changed; the name of the event on the stream in small letters. */
    public enum Kind {
        TRIAL,
        OUTCOME,
        OPIOIDS,
        COVERAGE
    }
}
