package io.dorsal.coverage.core;

import io.dorsal.coverage.core.Fact.Absent;
import io.dorsal.coverage.core.Fact.Known;
import io.dorsal.coverage.core.FactValue.Amount;
import io.dorsal.model.Rational;
import io.dorsal.model.trial.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The longest unbroken stretch of conservative care on file: treatments that overlap, or follow on the next day, make
 * one stretch. A treatment without an end goes on until the date of service.
 */
final class ConservativeCare {
    private ConservativeCare() {}

    /** From the first day to the day after the last. */
    private record Stretch(LocalDate from, LocalDate to) {
        long months() {
            return TermFacts.wholeMonths(from, to);
        }

        boolean meets(Stretch later) {
            return !later.from.isAfter(to);
        }

        Stretch with(Stretch later) {
            return new Stretch(from, later.to.isAfter(to) ? later.to : to);
        }
    }

    static Fact of(List<Treatment> treatments, LocalDate dateOfService) {
        Optional<Stretch> longest = joined(treatments, dateOfService).stream()
                .max(Comparator.comparingLong(Stretch::months).thenComparing(Stretch::from));
        return longest.<Fact>map(stretch -> new Known(
                        new Amount(Rational.of(stretch.months())),
                        "listed treatments: %s to %s"
                                .formatted(stretch.from(), stretch.to().minusDays(1))))
                .orElse(new Absent("no drug, physical or psychological therapy with a date is listed"));
    }

    private static List<Stretch> joined(List<Treatment> treatments, LocalDate dateOfService) {
        List<Stretch> joined = new ArrayList<>();
        treatments.stream()
                .flatMap(treatment -> stretch(treatment, dateOfService).stream())
                .sorted(Comparator.comparing(Stretch::from))
                .forEach(next -> {
                    if (!joined.isEmpty() && joined.getLast().meets(next)) {
                        joined.add(joined.removeLast().with(next));
                    } else {
                        joined.add(next);
                    }
                });
        return joined;
    }

    private static Optional<Stretch> stretch(Treatment treatment, LocalDate dateOfService) {
        LocalDate from = treatment.from();
        boolean counts = Words.find(TreatmentKind.class, treatment.kind())
                .filter(TreatmentKind::isConservative)
                .isPresent();
        if (!counts || from == null) {
            return Optional.empty();
        }
        LocalDate end = treatment.to() == null || treatment.to().isAfter(dateOfService)
                ? dateOfService
                : treatment.to().plusDays(1);
        return from.isBefore(end) ? Optional.of(new Stretch(from, end)) : Optional.empty();
    }
}
