package io.dorsal.responder.core;

import io.dorsal.model.outcome.HolisticDomain;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.HolisticOutcome.Change;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.CodingDirection;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.Statement.Function;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** A sketched trial with questionnaires: at baseline on 24 February, on trial on 9 March, which is day 7. */
final class Questionnaires {
    static final Instant BEFORE = Instant.parse("2026-02-24T15:00:00Z");
    static final Instant DAY_7 = Instant.parse("2026-03-09T14:00:00Z");
    private final Sketch sketch = new Sketch();

    Sketch sketch() {
        return sketch;
    }

    /** The same pain on every baseline day, and on every trial day. */
    Questionnaires pain(double baseline, double onTrial) {
        sketch.baseline(Collections.nCopies(7, baseline).toArray())
                .days(Collections.nCopies(7, onTrial).toArray());
        return this;
    }

    /** A score before the placement and one on trial; null for none. */
    Questionnaires scores(HolisticDomain domain, @Nullable String baseline, @Nullable String onTrial) {
        Instrument instrument = domain.instrument().orElseThrow();
        if (baseline != null) {
            answered(instrument.word() + "-1", instrument, BEFORE, baseline);
        }
        if (onTrial != null) {
            answered(instrument.word() + "-2", instrument, DAY_7, onTrial);
        }
        return this;
    }

    Questionnaires answered(String id, Instrument instrument, Instant at, String score) {
        return answered(id, 1, instrument, at, score);
    }

    Questionnaires answered(String id, int revision, Instrument instrument, Instant at, String score) {
        CodingDirection direction = instrument == Instrument.PGIC ? CodingDirection.LOWER_IS_BETTER : null;
        sketch.report(id, revision, new Function(at, instrument, new BigDecimal(score), direction));
        return this;
    }

    HolisticOutcome outcome() {
        return function(sketch.assess());
    }

    HolisticOutcome outcome(Instant asOf) {
        return function(sketch.assess(asOf));
    }

    Change change(HolisticDomain domain) {
        return outcome().domains().stream()
                .filter(change -> change.instrument() == domain)
                .findAny()
                .orElseThrow();
    }

    private static HolisticOutcome function(ResponderOutcome outcome) {
        HolisticOutcome function = outcome.function();
        if (function == null) {
            throw new AssertionError("an outcome of today has a function");
        }
        return function;
    }
}
