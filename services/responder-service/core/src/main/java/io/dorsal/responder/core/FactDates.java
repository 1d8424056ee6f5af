package io.dorsal.responder.core;

import io.dorsal.model.FactDigest;
import io.dorsal.model.LocalDays;
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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When each fact is dated, and the digest of those up to an instant. */
final class FactDates {
    private FactDates() {}

    /** Valid time; null for a retraction, which takes a fact away whatever the date. */
    static @Nullable Instant dated(Statement statement, LocalDays days) {
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

    /** The newest instant among the facts of the trial; 1970 if none has a date. */
    static Instant newest(TrialFacts facts, Rules.Clock rules) {
        Trial trial = facts.trial();
        Stream<@Nullable Instant> ofTrial = Stream.of(trial.leadPlacedAt(), trial.leadRemovedAt());
        Stream<@Nullable Instant> ofReports =
                facts.reports().stream().map(report -> dated(report.states(), trial.days()));
        Stream<Instant> ofDevices =
                AssignedBoot.of(facts, Instant.MAX, rules).stream().flatMap(FactDates::dated);
        return Stream.of(ofTrial, ofReports, ofDevices)
                .flatMap(dates -> dates)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Stream<Instant> dated(AssignedBoot boot) {
        Stream<Instant> samples =
                boot.facts().clockSamples().stream().map(boot::dated).filter(boot::counts);
        Stream<Instant> events = boot.events().stream().map(KeptEvent::at);
        Stream<Instant> usage =
                boot.usage().stream().map(log -> log.spans().spans().getLast().to());
        return Stream.of(samples, events, usage).flatMap(dates -> dates);
    }

    /** All kinds of reports are named, not only those that enter this outcome: one trial has one digest. */
    static String digest(TrialFacts facts, List<AssignedBoot> boots, Instant asOf) {
        Trial trial = facts.trial();
        FactDigest digest = new FactDigest().trial(trial.trial(), trial.version(), TrialCodec.canonical(trial));
        facts.reports().forEach(report -> {
            Instant dated = dated(report.states(), trial.days());
            if (dated == null || !dated.isAfter(asOf)) {
                digest.report(report.report(), report.revision(), ReportCodec.canonical(report));
            }
        });
        boots.forEach(boot ->
                digest.events(boot.device(), boot.facts().boot(), boot.facts().received()));
        return digest.hex();
    }
}
