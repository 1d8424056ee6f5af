package io.dorsal.model.wire;

import io.dorsal.model.Malformed;
import io.dorsal.model.Rational;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.MmeTier;
import io.dorsal.model.outcome.NotConvertedReason;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Change;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.outcome.OpioidOutcome.DayDrug;
import io.dorsal.model.outcome.OpioidOutcome.DrugMme;
import io.dorsal.model.outcome.OpioidOutcome.NotConverted;
import io.dorsal.model.outcome.OpioidOutcome.Series;
import io.dorsal.model.outcome.OpioidOutcome.WindowMme;
import io.dorsal.model.outcome.OpioidReason;
import io.dorsal.model.outcome.OpioidStatus;
import io.dorsal.model.outcome.Reduction;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opioid outcomes, bytes to record, for those who show or judge them. Window means and the change come back exact, from
 * {@code exact}; every other figure as the truncated decimal that was sent.
 */
public final class OpioidOutcomeReader {
    private static final int TEXT_LENGTH_MAX = 4_096;
    private static final int DAYS_MAX = 400;
    private static final int ITEMS_MAX = 10_000;
    /** A quotient of sums of numbers that may have hundreds of digits. */
    private static final int FRACTION_LENGTH_MAX = 65_536;

    private OpioidOutcomeReader() {}

    /**
     * Parses the value of a record in {@code dorsal.opioid-outcomes.v1}, or the answer of {@code GET
     * /api/opioids/{trialId}}.
     *
     * @throws Malformed naming reason, field and what was expected
     */
    public static OpioidOutcome parse(byte[] value) {
        JsonFields f = JsonFields.of(Json.parse(value));
        return new OpioidOutcome(
                f.id("trialId", TrialId::new),
                f.text("definition", TEXT_LENGTH_MAX),
                f.text("factorSet", TEXT_LENGTH_MAX),
                f.text("drugTable", TEXT_LENGTH_MAX),
                f.instant("asOf"),
                f.flag("final"),
                f.oneOf("status", OpioidStatus.class),
                f.optional("reason", name -> f.oneOf(name, OpioidReason.class)),
                series(f),
                f.object("prescribed", OpioidOutcomeReader::series),
                f.list("days", DAYS_MAX, OpioidOutcomeReader::day),
                f.text("factDigest", TEXT_LENGTH_MAX));
    }

    private static Series series(JsonFields f) {
        return new Series(
                f.object("baseline", OpioidOutcomeReader::window),
                f.object("trial", OpioidOutcomeReader::window),
                f.object("lastThree", OpioidOutcomeReader::window),
                f.object("end", OpioidOutcomeReader::window),
                f.optional("change", name -> f.object(name, OpioidOutcomeReader::change)),
                f.list("byDrug", ITEMS_MAX, OpioidOutcomeReader::drug),
                f.list("notConverted", ITEMS_MAX, OpioidOutcomeReader::notConverted));
    }

    private static WindowMme window(JsonFields f) {
        return new WindowMme(
                f.optional("from", f::date),
                f.optional("to", f::date),
                f.optional("exact", name -> exact(f, name)),
                count(f, "knownDays"),
                count(f, "days"),
                count(f, "partialDays"));
    }

    private static Change change(JsonFields f) {
        return new Change(
                f.optional("exact", name -> exact(f, name)),
                figure(f, "lastThreePercent"),
                figure(f, "endPercent"),
                reached(f),
                f.oneOf("tierBefore", MmeTier.class),
                f.optional("tierAfter", name -> f.oneOf(name, MmeTier.class)),
                f.flag("partial"));
    }

    private static List<Reduction> reached(JsonFields f) {
        List<String> words = f.texts("reached", Reduction.values().length, TEXT_LENGTH_MAX);
        List<Reduction> known = Arrays.stream(Reduction.values())
                .filter(reduction -> words.contains(reduction.word()))
                .toList();
        if (known.size() < words.size()) {
            throw new Malformed(Reason.UNKNOWN_VALUE, "reached", "each of " + Arrays.toString(Reduction.values()));
        }
        return known;
    }

    private static DrugMme drug(JsonFields f) {
        return new DrugMme(
                f.text("drug", TEXT_LENGTH_MAX),
                f.text("name", TEXT_LENGTH_MAX),
                figure(f, "baseline"),
                figure(f, "trial"),
                figure(f, "lastThree"),
                figure(f, "end"));
    }

    private static NotConverted notConverted(JsonFields f) {
        return new NotConverted(
                f.text("rxcui", TEXT_LENGTH_MAX),
                f.optional("name", name -> f.text(name, TEXT_LENGTH_MAX)),
                f.optional("opioid", name -> f.text(name, TEXT_LENGTH_MAX)),
                f.oneOf("reason", NotConvertedReason.class),
                count(f, "baselineDays"),
                count(f, "trialDays"));
    }

    private static Day day(JsonFields f) {
        return new Day(
                f.date("date"),
                f.oneOf("window", DayWindow.class),
                f.flag("known"),
                figure(f, "mme"),
                f.flag("partial"),
                f.flag("contradicted"),
                f.list(
                        "byDrug",
                        ITEMS_MAX,
                        drug -> new DayDrug(
                                drug.text("drug", TEXT_LENGTH_MAX),
                                drug.text("name", TEXT_LENGTH_MAX),
                                rational(drug, "mme"))),
                f.texts("notConverted", ITEMS_MAX, TEXT_LENGTH_MAX),
                figure(f, "prescribed"));
    }

    private static int count(JsonFields f, String field) {
        return (int) f.whole(field, 0, Integer.MAX_VALUE);
    }

    private static @Nullable Rational figure(JsonFields f, String field) {
        return f.optional(field, name -> rational(f, name));
    }

    private static Rational rational(JsonFields f, String field) {
        return Rational.of(f.figure(field));
    }

    private static Rational exact(JsonFields f, String field) {
        String fraction = f.text(field, FRACTION_LENGTH_MAX);
        try {
            return Rational.parse(fraction);
        } catch (NumberFormatException | StringIndexOutOfBoundsException | ArithmeticException e) {
            throw new Malformed(Reason.WRONG_TYPE, field, "a fraction such as 100/3");
        }
    }
}
