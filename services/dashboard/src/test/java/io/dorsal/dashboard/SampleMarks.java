package io.dorsal.dashboard;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.MmeTier;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.outcome.OpioidOutcome.WindowMme;
import io.dorsal.model.outcome.Reduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Windows, marks and tiers of a sample outcome, so that its parts fit each other on a page that one looks at. */
final class SampleMarks {
    private static final List<Integer> PERCENT = List.of(0, 20, 30, 50);
    private static final List<Integer> TIER_FROM = List.of(20, 50, 90);

    private SampleMarks() {}

    static List<Reduction> reached(Rational percent) {
        List<Reduction> reached = new ArrayList<>();
        for (int i = 0; i < PERCENT.size(); i++) {
            Rational bound = Rational.of(-PERCENT.get(i));
            if (i == 0 ? percent.isBelow(bound) : percent.isAtMost(bound)) {
                reached.add(Reduction.values()[i]);
            }
        }
        return reached;
    }

    static MmeTier tier(Rational mme) {
        long above = TIER_FROM.stream()
                .filter(from -> Rational.of(from).isAtMost(mme))
                .count();
        return mme.signum() == 0 ? MmeTier.ZERO : MmeTier.values()[(int) above + 1];
    }

    static List<Day> last(List<Day> days, int count) {
        return days.subList(Math.max(0, days.size() - count), days.size());
    }

    static WindowMme window(List<Day> days) {
        List<Rational> known =
                days.stream().map(Day::mme).filter(Objects::nonNull).toList();
        return new WindowMme(
                days.isEmpty() ? null : days.getFirst().date(),
                days.isEmpty() ? null : days.getLast().date(),
                known.isEmpty() ? null : Rational.mean(known),
                known.size(),
                days.size(),
                (int) days.stream().filter(Day::partial).count());
    }
}
