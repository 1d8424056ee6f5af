package io.dorsal.model.outcome;

import io.dorsal.model.Rational;
import io.dorsal.model.Word;
import io.dorsal.model.report.CodingDirection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Definition {@code holistic/1}: whether every domain that was impaired at baseline improved by what patients notice. A
 * null figure could not be computed from these facts.
 *
 * @param status RESPONDER with at least one MCID in all impaired domains
 * @param cumulativeScore the sum of improvement ÷ MCID over the impaired domains; null until there is a verdict
 * @param domains pain, and each that a questionnaire was answered for
 * @param pgic the patient's last impression of change; shown beside, with no say in the status
 * @param missing what the status waits for
 */
public record HolisticOutcome(
        String definition,
        Status status,
        @Nullable HolisticReason reason,
        @Nullable Rational cumulativeScore,
        List<Change> domains,
        @Nullable Impression pgic,
        List<Lack> missing) {

    /**
     * What became of one domain.
     *
     * @param improvement in points of the scale; positive when better, whichever way the scale runs
     * @param mcid what counts as one minimal clinically important difference, in points of the scale
     * @param mcids improvement ÷ MCID
     * @param impaired at baseline; null without a baseline
     */
    public record Change(
            HolisticDomain instrument,
            @Nullable Score baseline,
            @Nullable Score trial,
            @Nullable Rational improvement,
            Rational mcid,
            @Nullable Rational mcids,
            @Nullable Boolean impaired) {}

    /**
     * @param at when it was answered; null for pain, whose score is the mean over a window
     */
    public record Score(@Nullable Instant at, Rational score) {}

    /** What a patient answered to PGIC, 1 to 7, and which end is the good one. */
    public record Impression(Instant at, Rational score, CodingDirection direction) {}

    /** A score that is not there. */
    public record Lack(HolisticDomain instrument, Side what) {}

    /** Before the placement, or on trial. */
    public enum Side implements Word {
        BASELINE("baseline-score"),
        TRIAL("trial-score");

        private final String word;

        Side(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
