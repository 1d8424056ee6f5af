package io.dorsal.coverage.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.coverage.core.Seed;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.Breakdown;
import io.dorsal.model.figures.ClinicFigures.Figure;
import io.dorsal.model.figures.ClinicFigures.Group;
import io.dorsal.model.figures.ClinicFigures.Part;
import io.dorsal.model.figures.ClinicFigures.View;
import io.dorsal.model.figures.Dimension;
import io.dorsal.model.figures.FigureName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What leaves a clinic tells no number of 1 to 10 patients, and none follows from it. */
class SmallCellsPropertyTest {
    private static final Map<FigureName, FigureRule> RULES =
            FigureRules.ALL.stream().collect(Collectors.toMap(FigureRule::name, rule -> rule));
    private static final int ROUNDS = 25;
    private static final int CELLS_PER_ROUND = 8;
    private static final int WORLDS_MAX = 30_000;

    private final Random random = Seed.random(SmallCellsPropertyTest.class);
    private final Cohort cohort = new Cohort(random);

    /** One number of the fine tables; {@code part} is null for a group's count. */
    private record Place(
            FigureName figure,
            @Nullable Dimension by,
            @Nullable String group,
            @Nullable String part) {
        boolean holds(Case one) {
            FigureRule rule = RULES.get(figure);
            return rule.counts(one)
                    && (by == null || Objects.equals(one.trial().group(by), group))
                    && (part == null || rule.partOf(one).equals(part));
        }

        long count(List<Case> cases) {
            return cases.stream().filter(this::holds).count();
        }

        long patients(List<Case> cases) {
            return cases.stream()
                    .filter(this::holds)
                    .map(one -> one.trial().subject())
                    .distinct()
                    .count();
        }

        boolean isSmall(List<Case> cases) {
            long patients = patients(cases);
            return patients > 0 && patients < 11;
        }
    }

    private static List<Case> cases(List<Standing> trials) {
        return Case.of(trials, Cohort.NOW);
    }

    @Test
    void everyNumberOfPatientsIsNoneOrAtLeastEleven() {
        for (int round = 0; round < ROUNDS * 4; round++) {
            List<Standing> trials = cohort.trials(20 + random.nextInt(600));
            List<Case> cases = cases(trials);
            assertThat(places(Cohort.figures(trials, View.EXPORT))).noneMatch(place -> place.isSmall(cases));
        }
    }

    @Test
    void whatIsToldIsTrueAndAddsUp() {
        for (int round = 0; round < ROUNDS * 4; round++) {
            List<Standing> trials = cohort.trials(20 + random.nextInt(600));
            ClinicFigures export = Cohort.figures(trials, View.EXPORT);
            for (Figure figure : export.figures()) {
                figure.breakdowns().stream()
                        .map(Breakdown::groups)
                        .filter(groups -> !groups.isEmpty())
                        .forEach(groups -> assertThat(
                                        groups.stream().mapToLong(Group::count).sum())
                                .isEqualTo(figure.overall().count()));
            }
            List<Case> cases = cases(trials);
            assertThat(told(export))
                    .allMatch(told -> told.number() == told.place().count(cases));
        }
    }

    /**
     * For each number that is suppressed there is another clinic, with another number in that place, whose export is the
     * same to the last byte. So nobody can know it from the export, whatever they compute, and although they know how
     * it was made.
     */
    @Test
    void anotherClinicWithAnotherNumberExportsTheSame() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Standing> trials = cohort.trials(60 + random.nextInt(240));
            ClinicFigures export = Cohort.figures(trials, View.EXPORT);
            List<Place> suppressed = new ArrayList<>(places(Cohort.figures(trials, View.CLINIC)));
            List<Case> cases = cases(trials);
            suppressed.removeIf(place -> !place.isSmall(cases));
            Collections.shuffle(suppressed, random);
            for (Place place : suppressed.subList(0, Math.min(CELLS_PER_ROUND, suppressed.size()))) {
                assertThat(hasAnotherWorld(place, trials, export))
                        .as(() ->
                                "%s can be known: %d of %d trials".formatted(place, place.count(cases), trials.size()))
                        .isTrue();
            }
        }
    }

    private boolean hasAnotherWorld(Place place, List<Standing> trials, ClinicFigures export) {
        long count = place.count(cases(trials));
        FigureRule rule = RULES.get(place.figure());
        Map<Boolean, List<Standing>> counted = cases(trials).stream()
                .filter(rule::counts)
                .collect(Collectors.partitioningBy(place::holds, Collectors.mapping(Case::trial, Collectors.toList())));
        World world = new World(trials, random);
        return Stream.generate(() -> world.near(counted.get(true), counted.get(false)))
                .limit(WORLDS_MAX)
                .filter(other -> place.count(cases(other)) != count)
                .anyMatch(other -> Cohort.figures(other, View.EXPORT).equals(export));
    }

    private record Told(Place place, long number) {}

    /** Every number that is listed by its name. */
    private static List<Told> told(ClinicFigures figures) {
        List<Told> told = new ArrayList<>();
        for (Figure figure : figures.figures()) {
            add(told, figure.name(), null, figure.overall());
            figure.breakdowns()
                    .forEach(breakdown -> breakdown.groups().stream()
                            .filter(group -> !ClinicFigures.NOT_LISTED.equals(group.label()))
                            .forEach(group -> add(told, figure.name(), breakdown.by(), group)));
        }
        return told;
    }

    private static void add(List<Told> told, FigureName name, @Nullable Dimension by, Group group) {
        if (group.count() != null) {
            told.add(new Told(new Place(name, by, group.label(), null), group.count()));
        }
        for (Part part : group.parts()) {
            if (!part.label().equals(ClinicFigures.NOT_LISTED)) {
                told.add(new Told(new Place(name, by, group.label(), part.label()), part.count()));
            }
        }
    }

    private static Set<Place> places(ClinicFigures figures) {
        Set<Place> places = new HashSet<>();
        told(figures).forEach(told -> places.add(told.place()));
        return places;
    }
}
