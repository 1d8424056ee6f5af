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
import java.time.Duration;
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
        Stream<@Nullable Instant> ofReports = facts.reports().stream().map(report -> {
            Instant dated = dated(report.states(), trial.days());
            return dated == null ? null : notAhead(dated, report.recordedAt(), rules);
        });
        Stream<Instant> ofDevices =
                AssignedBoot.of(facts, Instant.MAX, rules).stream().flatMap(boot -> dated(boot, rules));
        return Stream.of(ofTrial, ofReports, ofDevices)
                .flatMap(dates -> dates)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Stream<Instant> dated(AssignedBoot boot, Rules.Clock rules) {
        Stream<ClockSample> samples =
                boot.facts().clockSamples().stream().map(boot::dated).filter(sample -> boot.counts(sample.at()));
        Stream<ClockSample> events = Stream.concat(boot.events().stream(), boot.eventsWithoutTime().stream())
                .map(KeptEvent::clockSample);
        // A union of time does not know which event brought what, but none came after the boot's last receipt.
        Instant lastReceipt = lastReceipt(boot.facts());
        Stream<Instant> usage = boot.usage().stream()
                .map(log -> notAhead(log.spans().spans().getLast().to(), lastReceipt, rules));
        return Stream.concat(
                Stream.concat(samples, events).map(event -> notAhead(event.at(), event.receivedAt(), rules)), usage);
    }

    private static Instant lastReceipt(BootFacts boot) {
        return Stream.concat(
                        boot.clockSamples().stream().map(ClockSample::receivedAt),
                        boot.kept().stream().map(KeptEvent::receivedAt))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** A fact that is dated after its receipt is one of its receipt, unless the clocks just do not go quite alike. */
    private static Instant notAhead(Instant dated, Instant receivedAt, Rules.Clock rules) {
        boolean ahead = Duration.between(receivedAt, dated).compareTo(rules.correctedMin()) >= 0;
        return ahead ? receivedAt : dated;
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
