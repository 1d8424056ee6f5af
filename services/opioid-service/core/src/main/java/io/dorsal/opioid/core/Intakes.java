package io.dorsal.opioid.core;

import io.dorsal.model.LocalDays;
import io.dorsal.model.Rational;
import io.dorsal.model.Span;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.AnalgesicReduction;
import io.dorsal.model.report.Statement.Function;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.NoIntake;
import io.dorsal.model.report.Statement.Pain;
import io.dorsal.model.report.Statement.Patch;
import io.dorsal.model.report.Statement.PerceivedRelief;
import io.dorsal.model.report.Statement.Retraction;
import io.dorsal.model.window.Windows;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was reported as taken, by local date. A date is known when it has a medication report of any kind: a dose, a
 * patch on the skin, or the statement that nothing was taken.
 *
 * @param contradicted dates on which a dose was reported and also that nothing was taken; the dose counts, because a
 *     dose with its time and quantity is the more precise statement, and to drop it would understate
 */
record Intakes(NavigableMap<LocalDate, MmeDay> days, Set<LocalDate> contradicted) {

    static Intakes of(StatedFacts facts, Windows windows, Instant asOf, Conversions conversions) {
        Reading reading = new Reading(windows, asOf, conversions);
        MedicationReports.of(facts, windows, asOf).forEach(reading::read);
        return reading.intakes();
    }

    /** Gathers the conversions of each date, one report at a time. */
    private static final class Reading {
        private final LocalDays days;
        private final List<LocalDate> dates;
        private final Instant asOf;
        private final Conversions conversions;
        private final NavigableMap<LocalDate, List<Conversion>> byDate = new TreeMap<>();
        private final Set<LocalDate> dosed = new HashSet<>();
        private final Set<LocalDate> contradicted = new HashSet<>();

        Reading(Windows windows, Instant asOf, Conversions conversions) {
            this.days = windows.days();
            this.dates = windows.allDates();
            this.asOf = asOf;
            this.conversions = conversions;
        }

        void read(PatientReport report) {
            switch (report.states()) {
                case Intake intake -> dose(intake);
                case NoIntake none -> {
                    on(none.date());
                    contradicted.add(none.date());
                }
                case Patch patch -> dates.forEach(date -> patch(patch, date));
                case Pain ignored -> {}
                case AnalgesicReduction ignored -> {}
                case Function ignored -> {}
                case PerceivedRelief ignored -> {}
                case Retraction ignored -> {}
            }
        }

        private void dose(Intake intake) {
            LocalDate date = days.dateOf(intake.at());
            on(date).addAll(conversions.taken(intake.rxcui(), Rational.of(intake.quantity()), intake.unit()));
            if (intake.quantity().signum() > 0) {
                dosed.add(date);
            }
        }

        private void patch(Patch patch, LocalDate date) {
            Instant off = patch.to() == null || patch.to().isAfter(asOf) ? asOf : patch.to();
            Span day = days.spanOf(date);
            Span worn = new Span(patch.from(), off).clippedTo(day);
            if (!worn.isEmpty()) {
                on(date).addAll(conversions.worn(patch.rxcui(), share(worn.length(), day.length())));
            }
        }

        private List<Conversion> on(LocalDate date) {
            return byDate.computeIfAbsent(date, any -> new ArrayList<>());
        }

        Intakes intakes() {
            NavigableMap<LocalDate, MmeDay> known = new TreeMap<>();
            byDate.forEach((date, conversions) -> known.put(date, MmeDay.of(conversions)));
            contradicted.retainAll(dosed);
            return new Intakes(known, Set.copyOf(contradicted));
        }

        private static Rational share(Duration part, Duration whole) {
            return new Rational(nanos(part), nanos(whole));
        }

        private static BigInteger nanos(Duration duration) {
            return BigInteger.valueOf(duration.toNanos());
        }
    }
}
