package io.dorsal.coverage.core;

import io.dorsal.coverage.core.Fact.Absent;
import io.dorsal.coverage.core.Fact.Known;
import io.dorsal.coverage.core.FactValue.Amount;
import io.dorsal.model.Rational;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.AnalgesicReduction;
import io.dorsal.model.report.Statement.Function;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts that patients and clinicians report. Of several answers the latest counts; the report id decides a tie. */
final class ReportFacts {
    private final Evidence evidence;
    private final Instant asOf;
    private final @Nullable Instant placed;

    private ReportFacts(Evidence evidence, Instant asOf) {
        this.evidence = evidence;
        this.asOf = asOf;
        Instant placedAt = evidence.trial().leadPlacedAt();
        this.placed = placedAt == null || placedAt.isAfter(asOf) ? null : placedAt;
    }

    /** Whether one of these facts can follow from a report: they follow from no others. */
    static boolean isRead(PatientReport report, Instant asOf) {
        return switch (report.states()) {
            case Function answer ->
                answer.instrument() == Instrument.ODI && !answer.at().isAfter(asOf);
            case AnalgesicReduction reduction -> !reduction.at().isAfter(asOf);
            default -> false;
        };
    }

    static Map<FactName, Fact> of(Evidence evidence, Instant asOf) {
        return new ReportFacts(evidence, asOf).facts();
    }

    private record Answer(Instant at, Rational value, String source) {}

    private Map<FactName, Fact> facts() {
        Optional<Answer> before = latest(disability().filter(answer -> !isSincePlacement(answer.at())));
        Optional<Answer> since = latest(disability().filter(answer -> isSincePlacement(answer.at())));
        Map<FactName, Fact> facts = new EnumMap<>(FactName.class);
        facts.put(
                FactName.ANALGESIC_REDUCTION,
                known(latest(reductions()), "nobody has attested one since the placement"));
        facts.put(FactName.ODI_BASELINE, known(before, "no ODI was reported before the placement"));
        facts.put(FactName.ODI_IMPROVEMENT, improvement(before, since));
        return facts;
    }

    private static Fact known(Optional<Answer> answer, String otherwise) {
        return answer.<Fact>map(found -> new Known(new Amount(found.value()), found.source()))
                .orElse(new Absent(otherwise));
    }

    private static Fact improvement(Optional<Answer> before, Optional<Answer> since) {
        if (before.isEmpty() || since.isEmpty()) {
            return new Absent("no ODI was reported " + (before.isEmpty() ? "before" : "since") + " the placement");
        }
        Rational points = before.get().value().minus(since.get().value());
        return new Known(
                new Amount(points),
                "%s; %s".formatted(before.get().source(), since.get().source()));
    }

    private boolean isSincePlacement(Instant at) {
        return placed != null && !at.isBefore(placed);
    }

    private static Optional<Answer> latest(Stream<Answer> answers) {
        return answers.max(Comparator.comparing(Answer::at).thenComparing(Answer::source));
    }

    private Stream<PatientReport> reports() {
        return evidence.reports().stream().filter(report -> isRead(report, asOf));
    }

    private Stream<Answer> disability() {
        return reports().flatMap(report -> disability(report).stream());
    }

    private Optional<Answer> disability(PatientReport report) {
        if (!(report.states() instanceof Function function)) {
            return Optional.empty();
        }
        String source = "report %s, ODI %s %% at %s"
                .formatted(report.report(), function.score().toPlainString(), function.at());
        return Optional.of(new Answer(function.at(), Rational.of(function.score()), source));
    }

    private Stream<Answer> reductions() {
        return reports().flatMap(report -> reduction(report).stream());
    }

    private Optional<Answer> reduction(PatientReport report) {
        if (!(report.states() instanceof AnalgesicReduction reduction) || !isSincePlacement(reduction.at())) {
            return Optional.empty();
        }
        String source =
                "report %s, attested by %s at %s".formatted(report.report(), reduction.attestedBy(), reduction.at());
        return Optional.of(new Answer(reduction.at(), Rational.of(reduction.percent()), source));
    }
}
