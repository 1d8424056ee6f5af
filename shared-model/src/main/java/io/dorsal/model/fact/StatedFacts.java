package io.dorsal.model.fact;

import io.dorsal.model.FactDigest;
import io.dorsal.model.LocalDays;
import io.dorsal.model.ReportId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.model.report.Statement.AnalgesicReduction;
import io.dorsal.model.report.Statement.Function;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.NoIntake;
import io.dorsal.model.report.Statement.Pain;
import io.dorsal.model.report.Statement.Patch;
import io.dorsal.model.report.Statement.PerceivedRelief;
import io.dorsal.model.report.Statement.Retraction;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people stated about one trial: its document, and its reports at the highest revision. Every outcome of a trial
 * rests on these; some rest on device events too. The constructor keeps the highest revision of each report, so that
 * any list comes to the same state.
 *
 * @param reports by id; a retraction is kept as such
 */
public record StatedFacts(Trial trial, List<PatientReport> reports) {
    // The registry refuses one revision with two contents; the second key only makes the choice independent of order.
    private static final Comparator<PatientReport> HIGHEST_REVISION = Comparator.comparingLong(PatientReport::revision)
            .thenComparing(ReportCodec::canonical)
            .thenComparing(PatientReport::recordedAt, Comparator.reverseOrder());

    public StatedFacts {
        Map<ReportId, PatientReport> highest = new TreeMap<>();
        reports.forEach(report -> highest.merge(report.report(), report, BinaryOperator.maxBy(HIGHEST_REVISION)));
        reports = List.copyOf(highest.values());
    }

    /** The reports dated up to that instant, and every retraction: it takes a fact away whatever the date. */
    public List<PatientReport> upTo(Instant asOf) {
        return reports.stream()
                .filter(report -> {
                    Instant dated = dated(report.states(), trial.days());
                    return dated == null || !dated.isAfter(asOf);
                })
                .toList();
    }

    /**
     * Every instant that these facts name, none later than the report's receipt: a report of the future must not carry
     * the as-of instant with it. A planned removal is no fact yet.
     *
     * @param aheadMin less is two clocks that do not go quite alike
     */
    public Stream<Instant> dates(Duration aheadMin) {
        Stream<@Nullable Instant> ofTrial = Stream.of(trial.leadPlacedAt(), trial.leadRemovedAt());
        Stream<Instant> ofReports = reports.stream()
                .flatMap(report -> Stream.of(dated(report.states(), trial.days()), patchEnd(report.states()))
                        .filter(Objects::nonNull)
                        .map(dated -> notAhead(dated, report.recordedAt(), aheadMin)));
        return Stream.concat(ofTrial.filter(Objects::nonNull), ofReports);
    }

    /** The newest of {@link #dates}; 1970 if there is none. */
    public Instant newest(Duration aheadMin) {
        return dates(aheadMin).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    /** A fact that is dated after its receipt is one of its receipt, unless the clocks just do not go quite alike. */
    public static Instant notAhead(Instant dated, Instant receivedAt, Duration aheadMin) {
        boolean ahead = Duration.between(receivedAt, dated).compareTo(aheadMin) >= 0;
        return ahead ? receivedAt : dated;
    }

    /**
     * The facts up to that instant, to be named alone or with device events added. All kinds of reports are named, not
     * only those that enter one outcome: one trial has one digest.
     */
    public FactDigest digest(Instant asOf) {
        FactDigest digest = new FactDigest().trial(trial.trial(), trial.version(), TrialCodec.canonical(trial));
        upTo(asOf).forEach(report -> digest.report(report.report(), report.revision(), ReportCodec.canonical(report)));
        return digest;
    }

    private static @Nullable Instant patchEnd(Statement statement) {
        return statement instanceof Patch patch ? patch.to() : null;
    }

    /** Valid time; null for a retraction, which takes a fact away whatever the date. */
    public static @Nullable Instant dated(Statement statement, LocalDays days) {
        return switch (statement) {
            case Pain pain -> pain.at();
            case Intake intake -> intake.at();
            case NoIntake none -> days.startOf(none.date());
            case Patch patch -> patch.from();
            case AnalgesicReduction reduction -> reduction.at();
            case Function function -> function.at();
            case PerceivedRelief relief -> relief.at();
            case Retraction ignored -> null;
        };
    }
}
