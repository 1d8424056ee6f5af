package io.dorsal.model.outcome;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.TrialId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one trial's pain, function and stimulation facts as of an instant; definitions {@code pain-relief/1},
 * {@code stimulation/1} and {@code holistic/1}. A null figure could not be computed from these facts.
 *
 * @param asOf only facts dated up to it count
 * @param complete the lead is out and the as-of instant lies after it: only a correction changes it still
 * @param relief percent of the baseline; negative when worse
 * @param bocf relief in percent with unanswered trial days set to the baseline
 * @param settled the verdict is the same whether unanswered days were the worst or the best
 * @param fragile the verdict on the available data and the one under BOCF differ
 * @param confidence one-sided Welch confidence, 0 to 1, that twice the trial mean is at most the baseline
 * @param needed the highest mean over the remaining planned days with which the trial would end as responder
 * @param factDigest SHA-256, hex, of the facts behind it
 * @param statedDigest the same of the trial document and the reports alone, by which the outcomes of one trial can be
 *     told to agree; null in an outcome that was published before there was one
 * @param function null in an outcome that was published before there was one
 */
public record ResponderOutcome(
        TrialId trialId,
        String definition,
        Instant asOf,
        boolean complete,
        PainScale scale,
        PainConstruct construct,
        Status status,
        @Nullable StatusReason reason,
        @Nullable Grade grade,
        @Nullable Boolean remission,
        WindowMean baseline,
        WindowMean trial,
        WindowMean lastThree,
        @Nullable Rational relief,
        @Nullable Rational lastThreeRelief,
        @Nullable Bounds bounds,
        @Nullable Rational bocf,
        @Nullable Boolean settled,
        @Nullable Boolean fragile,
        @Nullable Interval interval,
        @Nullable Double confidence,
        @Nullable Rational needed,
        @Nullable Boolean lowBaseline,
        @Nullable PerceivedRelief perceivedRelief,
        Stimulation stimulation,
        List<LedgerEntry> ledger,
        List<BootClock> clock,
        List<Day> days,
        List<Shown> shown,
        List<Missing> missing,
        String factDigest,
        @Nullable String statedDigest,
        @Nullable HolisticOutcome function) {

    /**
     * The mean of daily means over a window of local dates, both included.
     *
     * @param from null when the window does not exist yet
     * @param mean null when no day was answered
     * @param days how many days count: a day still to come does not
     */
    public record WindowMean(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Rational mean,
            int answeredDays,
            int days) {}

    /** Relief in percent if every unanswered trial day were the worst score, and if it were 0. */
    public record Bounds(Rational worst, Rational best) {}

    /** Fieller's 95 % interval for relief, in percent. */
    public record Interval(double low, double high) {}

    /**
     * What the patient answered when asked; shown beside the calculated relief, never instead of it.
     *
     * @param gap perceived minus calculated, in percentage points; null without a calculated relief
     */
    public record PerceivedRelief(
            Instant at, Rational percent, @Nullable Rational gap) {}

    /** Pain by what the stimulator did, and what it did when. Seconds are over the baseline, placement and trial dates. */
    public record Stimulation(
            String definition, List<PainByState> byState, List<PainByProgram> byProgram, List<Band> bands) {}

    /** CURRENT entries by state; {@code mean} is null when there are none, and in transition, which is left out. */
    public record PainByState(
            StimulationState state, int entries, @Nullable Rational mean) {}

    /**
     * CURRENT entries while a program had been on for the washout time.
     *
     * @param program with the device in brackets when more than one device of the trial has a program of that name
     */
    public record PainByProgram(String program, int entries, Rational mean) {}

    /** A stretch during which stimulation was known to be on or off; {@code program} is named as above. */
    public record Band(
            Instant from,
            Instant to,
            boolean on,
            @Nullable String program,
            @Nullable String waveform) {}

    /**
     * Loss ledger of one device boot.
     *
     * @param missing at most the first 100 missing ranges, written {@code first-last}
     * @param missingRanges how many there are
     * @param conflicts at most the first 100 ranges of numbers that the device gave to different facts: of those kept by
     *     themselves the one received first counts
     * @param conflictingNumbers how many such numbers there are
     */
    public record LedgerEntry(
            String device,
            long boot,
            long highest,
            long received,
            List<String> missing,
            int missingRanges,
            List<String> conflicts,
            long conflictingNumbers) {
        /** Of a boot whose every number has one fact. */
        public LedgerEntry(
                String device, long boot, long highest, long received, List<String> missing, int missingRanges) {
            this(device, boot, highest, received, missing, missingRanges, List.of(), 0);
        }

        /** What the boot has sent, as far as its highest sequence number tells. */
        public long sent() {
            return highest + 1;
        }
    }

    /**
     * @param fromSeq the first event that was dated by the clock as it was set then; null for the clock that the boot
     *     began with
     * @param offsetMillis receive minus device time: the median over live events, or the least that was seen where that
     *     is less; null when none was live and nothing says that the clock is fast
     */
    public record BootClock(
            String device,
            long boot,
            @Nullable Long fromSeq,
            @Nullable Long offsetMillis,
            int liveSamples,
            ClockTrust trust) {}

    /**
     * One local date, at its real length of 23, 24 or 25 hours.
     *
     * @param mean daily mean of the counting entries; null when the day is unanswered
     * @param length the sum of on, off and unknown, to the part of a second
     */
    public record Day(
            LocalDate date,
            DayWindow window,
            int entries,
            @Nullable Rational mean,
            Duration length,
            Duration on,
            Duration off,
            Duration unknown) {

        /** Time on in percent of the day's real length; null where nothing of the day is known. */
        public @Nullable Rational usagePercent() {
            return isKnown() ? percent(on) : null;
        }

        /** The same if stimulation had been off, and if it had been on, whenever it is not known; null as above. */
        public @Nullable UsageBounds usageBounds() {
            return isKnown() ? new UsageBounds(percent(on), percent(on.plus(unknown))) : null;
        }

        private boolean isKnown() {
            return !on.isZero() || !off.isZero();
        }

        private Rational percent(Duration part) {
            return Rational.of(100 * part.toNanos(), length.toNanos());
        }

        /** Whole seconds, for a drawing or a table, as are the three below. */
        public long lengthSeconds() {
            return length.toSeconds();
        }

        public long onSeconds() {
            return on.toSeconds();
        }

        public long offSeconds() {
            return off.toSeconds();
        }

        public long unknownSeconds() {
            return unknown.toSeconds();
        }
    }

    /** Usage in percent between which the truth lies; equal on a day of which all is known. */
    public record UsageBounds(Rational low, Rational high) {}

    /**
     * Something to look at beside the pain curve ("please check"); no conclusion is drawn from it.
     *
     * @param kind such as {@code impedance-jump}, {@code lead-disconnected}, {@code out-of-range}, {@code fault}
     */
    public record Shown(Instant at, String device, String kind, String text) {}

    /**
     * A fact that would make the outcome more complete.
     *
     * @param what such as {@code baseline-day}, {@code trial-day}
     * @param until when it can still be collected; null when it is too late
     */
    public record Missing(
            String what, LocalDate date, @Nullable Instant until) {}
}
