package io.dorsal.dashboard;

import static io.dorsal.dashboard.SampleMarks.last;
import static io.dorsal.dashboard.SampleMarks.window;

import io.dorsal.model.Rational;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.DayWindow;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An opioid outcome for tests, a word per day: {@code o60} is 60 MME of oxycodone, {@code o45,f30} is with fentanyl,
 * {@code 0} nothing taken, {@code -} no report; a plus sign behind it adds a buprenorphine patch, an exclamation mark a
 * contradiction. Figures are plausible, not computed by the definition: that is the business of opioid-service.
 *
 * @param prescribed MME per day; null when no regimen is known
 */
public record SampleOpioids(
        SampleTrial of,
        String baseline,
        String trial,
        @Nullable Integer prescribed,
        String digest) {
    private static final String PATCH = "904876";
    private static final String AS_STATED_IN_PAIN = "9c01".repeat(16);
    private static final Map<String, DayDrug> DRUGS = new TreeMap<>(Map.of(
            "f", new DayDrug("4337", "fentanyl", Rational.ZERO),
            "m", new DayDrug("7052", "morphine", Rational.ZERO),
            "o", new DayDrug("7804", "oxycodone", Rational.ZERO)));

    public SampleOpioids(SampleTrial of, String baseline, String trial, @Nullable Integer prescribed) {
        this(of, baseline, trial, prescribed, AS_STATED_IN_PAIN);
    }

    /** From other facts. */
    public SampleOpioids stating(String otherDigest) {
        return new SampleOpioids(of, baseline, trial, prescribed, otherDigest);
    }

    /** Less oxycodone, some of it replaced by a fentanyl patch; a day unknown, days with something not converted. */
    public static SampleOpioids rotation(SampleTrial of) {
        return new SampleOpioids(
                of, "o82.5 o90 o75 o82.5 o97.5+ o67.5+ o82.5+", "o75+ m15,o67.5 o62.49 - o60! f30 0", 90);
    }

    public static SampleOpioids unreported(SampleTrial of) {
        return new SampleOpioids(of, "- - - - - - -", "- - - - - - -", 90);
    }

    public OpioidOutcome outcome() {
        List<Day> days = days();
        List<Day> before = in(days, DayWindow.BASELINE);
        List<Day> after = in(days, DayWindow.TRIAL);
        OpioidReason reason = reason(before, after);
        return new OpioidOutcome(
                new TrialId(of.id()),
                "opioid/1",
                "cdc-2022",
                "rxnorm/2020-10-20",
                of.placed()
                        .plusDays(after.size())
                        .atTime(21, 0)
                        .atZone(SampleTrial.ZONE)
                        .toInstant(),
                of.removed(),
                reason == null
                        ? OpioidStatus.DETERMINED
                        : reason == OpioidReason.BASELINE_ZERO
                                ? OpioidStatus.NOT_APPLICABLE
                                : OpioidStatus.UNDETERMINED,
                reason,
                taken(before, after, reason),
                regimen(before, after),
                days,
                digest);
    }

    private List<Day> days() {
        List<Day> days = new ArrayList<>();
        String[] earlier = baseline.split(" ");
        String[] later = trial.split(" ");
        for (int i = 0; i < earlier.length; i++) {
            days.add(day(of.placed().minusDays(earlier.length - i), DayWindow.BASELINE, earlier[i]));
        }
        days.add(day(of.placed(), DayWindow.PLACEMENT, "-"));
        for (int i = 0; i < Math.max(of.days(), later.length); i++) {
            boolean due = i < later.length;
            days.add(day(of.placed().plusDays(i + 1), due ? DayWindow.TRIAL : DayWindow.PLANNED, due ? later[i] : "-"));
        }
        return days;
    }

    private Day day(LocalDate date, DayWindow window, String word) {
        boolean known = !word.equals("-");
        boolean partial = word.contains("+");
        List<DayDrug> drugs = Arrays.stream(word.replaceAll("[+!]", "").split(","))
                .filter(part -> DRUGS.containsKey(part.substring(0, 1)))
                .map(part -> drug(part.substring(0, 1), Double.parseDouble(part.substring(1))))
                .toList();
        return new Day(
                date,
                window,
                known,
                known ? Rational.sum(drugs.stream().map(DayDrug::mme).toList()) : null,
                partial,
                word.contains("!"),
                drugs,
                partial ? List.of(PATCH) : List.of(),
                prescribed == null ? null : Rational.of(prescribed));
    }

    private static DayDrug drug(String letter, double mme) {
        DayDrug named = DRUGS.get(letter);
        return new DayDrug(named.drug(), named.name(), SampleOutcome.exact(mme));
    }

    private static List<Day> in(List<Day> days, DayWindow window) {
        return days.stream().filter(day -> day.window() == window).toList();
    }

    private static @Nullable OpioidReason reason(List<Day> before, List<Day> after) {
        if (window(before).knownDays() + window(after).knownDays() == 0) {
            return OpioidReason.NO_INTAKE_REPORTED;
        }
        if (window(before).knownDays() < 4) {
            return OpioidReason.BASELINE_INCOMPLETE;
        }
        if (window(before).mean().signum() == 0) {
            return OpioidReason.BASELINE_ZERO;
        }
        return window(after).knownDays() < 3 ? OpioidReason.TRIAL_INCOMPLETE : null;
    }

    private static Series taken(List<Day> before, List<Day> after, @Nullable OpioidReason reason) {
        boolean partial = window(before).partialDays() + window(after).partialDays() > 0;
        return new Series(
                window(before),
                window(after),
                window(last(after, 3)),
                window(last(after, 1)),
                reason == null ? change(before, after, partial) : null,
                DRUGS.values().stream()
                        .filter(drug -> Stream.of(mean(before, drug), mean(after, drug))
                                .anyMatch(mean -> mean != null && mean.signum() > 0))
                        .map(drug -> new DrugMme(
                                drug.drug(),
                                drug.name(),
                                mean(before, drug),
                                mean(after, drug),
                                mean(last(after, 3), drug),
                                mean(last(after, 1), drug)))
                        .toList(),
                !partial
                        ? List.of()
                        : List.of(new NotConverted(
                                PATCH,
                                "168 HR buprenorphine 0.02 MG/HR Transdermal System",
                                "buprenorphine",
                                NotConvertedReason.NO_FACTOR,
                                window(before).partialDays(),
                                window(after).partialDays())));
    }

    private static Change change(List<Day> before, List<Day> after, boolean partial) {
        Rational percent = percent(before, after);
        return new Change(
                percent,
                percent(before, last(after, 3)),
                percent(before, last(after, 1)),
                SampleMarks.reached(percent),
                SampleMarks.tier(window(before).mean()),
                SampleMarks.tier(window(after).mean()),
                partial);
    }

    private static @Nullable Rational percent(List<Day> before, List<Day> after) {
        Rational b = window(before).mean();
        Rational t = window(after).mean();
        return t == null ? null : t.minus(b).times(100).dividedBy(b);
    }

    private Series regimen(List<Day> before, List<Day> after) {
        Rational mme = prescribed == null ? null : Rational.of(prescribed);
        WindowMme[] windows = IntStream.of(before.size(), after.size(), Math.min(3, after.size()), 1)
                .mapToObj(days -> new WindowMme(null, null, mme, mme == null ? 0 : days, days, 0))
                .toArray(WindowMme[]::new);
        return new Series(
                windows[0],
                windows[1],
                windows[2],
                windows[3],
                mme == null
                        ? null
                        : new Change(
                                Rational.ZERO,
                                Rational.ZERO,
                                Rational.ZERO,
                                List.of(),
                                SampleMarks.tier(mme),
                                SampleMarks.tier(mme),
                                false),
                mme == null ? List.of() : List.of(new DrugMme("7804", "oxycodone", mme, mme, mme, mme)),
                List.of());
    }

    private static @Nullable Rational mean(List<Day> days, DayDrug drug) {
        List<Rational> parts = days.stream()
                .filter(Day::known)
                .map(day -> Rational.sum(day.byDrug().stream()
                        .filter(part -> part.drug().equals(drug.drug()))
                        .map(DayDrug::mme)
                        .toList()))
                .toList();
        return parts.isEmpty() ? null : Rational.mean(parts);
    }
}
