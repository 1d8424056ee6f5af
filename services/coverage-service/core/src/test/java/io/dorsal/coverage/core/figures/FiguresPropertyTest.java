package io.dorsal.coverage.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.coverage.core.Seed;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.Breakdown;
import io.dorsal.model.figures.ClinicFigures.Figure;
import io.dorsal.model.figures.ClinicFigures.Group;
import io.dorsal.model.figures.ClinicFigures.Part;
import io.dorsal.model.figures.ClinicFigures.Rate;
import io.dorsal.model.figures.ClinicFigures.View;
import io.dorsal.model.figures.FigureName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the cohort: order leaves no trace, and parts add up. */
class FiguresPropertyTest {
    private static final int ROUNDS = 60;
    private static final int TRIALS_MAX = 400;

    private final Random random = Seed.random(FiguresPropertyTest.class);
    private final Cohort cohort = new Cohort(random);

    @Test
    void theOrderOfTrialsLeavesNoTrace() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Standing> trials = cohort.trials(20 + random.nextInt(TRIALS_MAX));
            List<Standing> shuffled = new ArrayList<>(trials);
            Collections.shuffle(shuffled, random);
            for (View view : View.values()) {
                assertThat(Cohort.figures(shuffled, view)).isEqualTo(Cohort.figures(trials, view));
            }
        }
    }

    @Test
    void partsAddUpToTheirGroupAndGroupsToAll() {
        for (int round = 0; round < ROUNDS; round++) {
            ClinicFigures figures = Cohort.figures(cohort.trials(20 + random.nextInt(TRIALS_MAX)), View.CLINIC);
            for (Figure figure : figures.figures()) {
                for (Breakdown breakdown : figure.breakdowns()) {
                    assertThat(sum(breakdown.groups())).isEqualTo(sum(List.of(figure.overall())));
                    breakdown.groups().forEach(FiguresPropertyTest::addsUp);
                }
                addsUp(figure.overall());
            }
        }
    }

    @Test
    void whatOneFigureIsOfIsAPartOfAnother() {
        for (int round = 0; round < ROUNDS; round++) {
            ClinicFigures figures = Cohort.figures(cohort.trials(20 + random.nextInt(TRIALS_MAX)), View.CLINIC);
            for (FigureRule rule : FigureRules.ALL) {
                FigureRule.Within within = rule.within();
                if (within != null) {
                    Group whole = overall(figures, within.figure());
                    long counted = within.parts().isEmpty()
                            ? whole.count()
                            : whole.parts().stream()
                                    .filter(part -> within.parts().contains(part.label()))
                                    .mapToLong(Part::count)
                                    .sum();
                    assertThat(overall(figures, rule.name()).count())
                            .as(rule.name().word())
                            .isEqualTo(counted);
                }
            }
        }
    }

    private static Group overall(ClinicFigures figures, FigureName name) {
        return figures.figures().stream()
                .filter(figure -> figure.name() == name)
                .findFirst()
                .orElseThrow()
                .overall();
    }

    private static void addsUp(Group group) {
        if (!group.parts().isEmpty()) {
            assertThat(group.parts().stream().mapToLong(Part::count).sum()).isEqualTo(group.count());
        }
    }

    /** Every number that adds up, by name. */
    private static Map<String, Long> sum(List<Group> groups) {
        Map<String, Long> sums = new HashMap<>();
        for (Group group : groups) {
            sums.merge("count", group.count(), Long::sum);
            group.parts().forEach(part -> sums.merge("part " + part.label(), part.count(), Long::sum));
            for (Rate rate : group.rates()) {
                sums.merge("numerator " + rate.name(), rate.numerator(), Long::sum);
                sums.merge("denominator " + rate.name(), rate.denominator(), Long::sum);
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }
}
