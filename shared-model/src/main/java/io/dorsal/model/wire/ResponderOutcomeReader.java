package io.dorsal.model.wire;

import io.dorsal.model.Malformed;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ClockTrust;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.Grade;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Band;
import io.dorsal.model.outcome.ResponderOutcome.BootClock;
import io.dorsal.model.outcome.ResponderOutcome.Bounds;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.outcome.ResponderOutcome.Interval;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import io.dorsal.model.outcome.ResponderOutcome.Missing;
import io.dorsal.model.outcome.ResponderOutcome.PainByProgram;
import io.dorsal.model.outcome.ResponderOutcome.PainByState;
import io.dorsal.model.outcome.ResponderOutcome.PerceivedRelief;
import io.dorsal.model.outcome.ResponderOutcome.Shown;
import io.dorsal.model.outcome.ResponderOutcome.Stimulation;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import io.dorsal.model.outcome.StimulationState;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Responder outcomes, bytes to record, for those who show or judge them. Window means and relief come back exact, from
 * {@code exact}; every other figure as the truncated decimal that was sent.
 */
public final class ResponderOutcomeReader {
    private static final int TEXT_LENGTH_MAX = 4_096;
    private static final int DAYS_MAX = 400;
    private static final int ITEMS_MAX = 100_000;
    /** A quotient of sums of numbers that may have hundreds of digits. */
    private static final int FRACTION_LENGTH_MAX = 65_536;

    private ResponderOutcomeReader() {}

    /**
     * Parses the value of a record in {@code dorsal.responder-outcomes.v1}, or the answer of {@code GET
     * /api/responders/{trialId}}.
     *
     * @throws Malformed naming reason, field and what was expected
     */
    public static ResponderOutcome parse(byte[] value) {
        JsonFields f = JsonFields.of(Json.parse(value));
        return new ResponderOutcome(
                f.id("trialId", TrialId::new),
                f.text("definition", TEXT_LENGTH_MAX),
                f.instant("asOf"),
                f.flag("final"),
                f.oneOf("scale", PainScale.class),
                f.oneOf("construct", PainConstruct.class),
                f.oneOf("status", Status.class),
                f.optional("reason", name -> f.oneOf(name, StatusReason.class)),
                f.optional("grade", name -> f.oneOf(name, Grade.class)),
                f.optional("remission", f::flag),
                f.object("baseline", ResponderOutcomeReader::window),
                f.object("trial", ResponderOutcomeReader::window),
                f.object("lastThree", ResponderOutcomeReader::window),
                f.optional("relief", name -> f.object(name, relief -> exact(relief, "exact"))),
                figure(f.object("lastThree"), "reliefPercent"),
                f.optional("bounds", name -> f.object(name, ResponderOutcomeReader::bounds)),
                figure(f, "bocf"),
                f.optional("settled", f::flag),
                f.optional("fragile", f::flag),
                f.optional("interval", name -> f.object(name, ResponderOutcomeReader::interval)),
                f.optional("confidence", name -> number(f, name)),
                figure(f, "needed"),
                f.optional("lowBaseline", f::flag),
                f.optional("perceivedRelief", name -> f.object(name, ResponderOutcomeReader::perceived)),
                f.object("stimulation", ResponderOutcomeReader::stimulation),
                f.list("ledger", ITEMS_MAX, ResponderOutcomeReader::ledger),
                f.list("clock", ITEMS_MAX, ResponderOutcomeReader::clock),
                f.list("days", DAYS_MAX, ResponderOutcomeReader::day),
                f.list("shown", ITEMS_MAX, ResponderOutcomeReader::shown),
                f.list("missing", ITEMS_MAX, ResponderOutcomeReader::missing),
                f.text("factDigest", TEXT_LENGTH_MAX),
                f.optional("statedDigest", name -> f.text(name, TEXT_LENGTH_MAX)),
                f.optional("function", name -> f.object(name, HolisticOutcomeCodec::parse)));
    }

    private static WindowMean window(JsonFields f) {
        return new WindowMean(
                f.optional("from", f::date),
                f.optional("to", f::date),
                f.optional("exact", name -> exact(f, name)),
                count(f, "answeredDays"),
                count(f, "days"));
    }

    private static Bounds bounds(JsonFields f) {
        return new Bounds(rational(f, "worst"), rational(f, "best"));
    }

    private static Interval interval(JsonFields f) {
        return new Interval(number(f, "low"), number(f, "high"));
    }

    private static PerceivedRelief perceived(JsonFields f) {
        return new PerceivedRelief(f.instant("at"), rational(f, "percent"), figure(f, "gap"));
    }

    private static Stimulation stimulation(JsonFields f) {
        return new Stimulation(
                f.text("definition", TEXT_LENGTH_MAX),
                f.list(
                        "byState",
                        ITEMS_MAX,
                        by -> new PainByState(
                                by.oneOf("state", StimulationState.class), count(by, "entries"), figure(by, "mean"))),
                f.list(
                        "byProgram",
                        ITEMS_MAX,
                        by -> new PainByProgram(
                                by.text("program", TEXT_LENGTH_MAX), count(by, "entries"), rational(by, "mean"))),
                f.list("bands", ITEMS_MAX, ResponderOutcomeReader::band));
    }

    private static Band band(JsonFields f) {
        return new Band(
                f.instant("from"),
                f.instant("to"),
                f.flag("on"),
                f.optional("program", name -> f.text(name, TEXT_LENGTH_MAX)),
                f.optional("waveform", f::label));
    }

    private static LedgerEntry ledger(JsonFields f) {
        return new LedgerEntry(
                f.text("device", TEXT_LENGTH_MAX),
                f.counter("boot"),
                f.whole("highest", -1, Long.MAX_VALUE - 1),
                f.counter("received"),
                f.texts("missing", ITEMS_MAX, TEXT_LENGTH_MAX),
                count(f, "missingRanges"),
                f.has("conflicts") ? f.texts("conflicts", ITEMS_MAX, TEXT_LENGTH_MAX) : List.of(),
                f.has("conflicts") ? f.counter("conflictingNumbers") : 0);
    }

    private static BootClock clock(JsonFields f) {
        return new BootClock(
                f.text("device", TEXT_LENGTH_MAX),
                f.counter("boot"),
                f.optional("fromSeq", f::counter),
                f.optional("offset", name -> duration(f, name).toMillis()),
                count(f, "liveSamples"),
                f.oneOf("trust", ClockTrust.class));
    }

    private static Day day(JsonFields f) {
        return new Day(
                f.date("date"),
                f.oneOf("window", DayWindow.class),
                count(f, "entries"),
                figure(f, "mean"),
                duration(f, "length"),
                duration(f, "on"),
                duration(f, "off"),
                duration(f, "unknown"));
    }

    private static Shown shown(JsonFields f) {
        return new Shown(
                f.instant("at"),
                f.text("device", TEXT_LENGTH_MAX),
                f.text("kind", TEXT_LENGTH_MAX),
                f.text("text", TEXT_LENGTH_MAX));
    }

    private static Missing missing(JsonFields f) {
        return new Missing(f.text("what", TEXT_LENGTH_MAX), f.date("date"), f.optional("until", f::instant));
    }

    private static int count(JsonFields f, String field) {
        return (int) f.whole(field, 0, Integer.MAX_VALUE);
    }

    static @Nullable Rational figure(JsonFields f, String field) {
        return f.optional(field, name -> rational(f, name));
    }

    static Rational rational(JsonFields f, String field) {
        return Rational.of(f.figure(field));
    }

    private static double number(JsonFields f, String field) {
        return f.figure(field).doubleValue();
    }

    static Rational exact(JsonFields f, String field) {
        String fraction = f.text(field, FRACTION_LENGTH_MAX);
        try {
            return Rational.parse(fraction);
        } catch (NumberFormatException | StringIndexOutOfBoundsException | ArithmeticException e) {
            throw new Malformed(Reason.WRONG_TYPE, field, "a fraction such as 100/3");
        }
    }

    private static Duration duration(JsonFields f, String field) {
        try {
            return Duration.parse(f.text(field, TEXT_LENGTH_MAX));
        } catch (DateTimeException e) {
            throw new Malformed(Reason.WRONG_TYPE, field, "an ISO 8601 duration such as PT23H");
        }
    }
}
