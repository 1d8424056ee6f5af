package io.dorsal.coverage.render;

import io.dorsal.coverage.render.PacketView.CriterionLine;
import io.dorsal.coverage.render.PacketView.DayLine;
import io.dorsal.coverage.render.PacketView.LedgerLine;
import io.dorsal.coverage.render.PacketView.MissingLine;
import io.dorsal.coverage.render.PacketView.PaperLine;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.CollectionLimit;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageDetermination.Criterion;
import io.dorsal.model.outcome.CoverageDetermination.ReadFact;
import io.dorsal.model.outcome.CriterionResult;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.BootClock;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import io.dorsal.model.presentation.NumberText;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Treatment;
import io.dorsal.model.trial.Trial;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines of the tables. */
final class Lines {
    private static final int RANGES_SHOWN = 6;

    private Lines() {}

    static List<CriterionLine> criteria(CoverageDetermination determination) {
        return determination.criteria().stream().map(Lines::criterion).toList();
    }

    private static CriterionLine criterion(Criterion criterion) {
        return new CriterionLine(
                criterion.id(),
                mark(criterion.result()),
                result(criterion.result()),
                criterion.requirement(),
                plain(criterion),
                criterion.citation(),
                criterion.policy());
    }

    /** With the names of its facts as words; references of papers stay as they are. */
    private static String plain(Criterion criterion) {
        String text = " " + criterion.explanation();
        for (ReadFact fact : criterion.facts()) {
            text = text.replace(" %s is ".formatted(fact.name()), " %s is ".formatted(name(fact.name())));
        }
        return Print.sentence(Print.said(text.strip()));
    }

    /** {@code painRelief} as "pain relief". */
    private static String name(String word) {
        return Print.words(word.replaceAll("([a-z])([A-Z])", "$1 $2"));
    }

    private static String mark(CriterionResult result) {
        return switch (result) {
            case MET -> "met";
            case NOT_MET -> "not-met";
            case NOT_DETERMINABLE, ATTESTATION_REQUIRED -> "open";
            case NOT_APPLICABLE -> "other";
        };
    }

    private static String result(CriterionResult result) {
        return switch (result) {
            case MET -> "MET";
            case NOT_MET -> "NOT MET";
            case NOT_DETERMINABLE -> "FACT MISSING";
            case ATTESTATION_REQUIRED -> "PAPER MISSING";
            case NOT_APPLICABLE -> "DOES NOT APPLY";
        };
    }

    static List<MissingLine> missing(CoverageDetermination determination, Trial trial) {
        return determination.missing().stream()
                .filter(line -> !line.criteria().isEmpty())
                .map(line -> new MissingLine(
                        name(line.what()),
                        Print.said(line.need()),
                        Print.words(line.supplier().word()),
                        line.limit() == CollectionLimit.UNTIL
                                ? "until " + Print.minute(line.until(), trial.timezone())
                                : Print.words(line.limit().word())))
                .toList();
    }

    static List<DayLine> days(ResponderOutcome outcome) {
        return outcome.days().stream()
                .filter(day -> day.window() != DayWindow.BEFORE && day.window() != DayWindow.PLANNED)
                .map(Lines::day)
                .toList();
    }

    private static DayLine day(Day day) {
        return new DayLine(
                Print.date(day.date()),
                Print.words(day.window().word()),
                Integer.toString(day.entries()),
                NumberText.mean(day.mean()),
                Print.hours(day.on()),
                Print.hours(day.off()),
                Print.hours(day.unknown()));
    }

    static List<LedgerLine> ledger(ResponderOutcome outcome) {
        return outcome.ledger().stream()
                .map(entry -> new LedgerLine(
                        entry.device(),
                        Long.toString(entry.boot()),
                        "%s of %s".formatted(NumberText.count(entry.received()), NumberText.count(entry.sent())),
                        ranges(entry) + conflicts(entry),
                        clock(entry, outcome)))
                .toList();
    }

    private static String conflicts(LedgerEntry entry) {
        if (entry.conflictingNumbers() == 0) {
            return "";
        }
        List<String> shown = entry.conflicts()
                .subList(0, Math.min(RANGES_SHOWN, entry.conflicts().size()));
        boolean more = shown.size() < entry.conflicts().size();
        return "; used for different events: " + String.join(", ", shown) + (more ? " and more" : "");
    }

    private static String ranges(LedgerEntry entry) {
        if (entry.missingRanges() == 0) {
            return "none missing";
        }
        List<String> shown = entry.missing()
                .subList(0, Math.min(RANGES_SHOWN, entry.missing().size()));
        int more = entry.missingRanges() - shown.size();
        return "missing: " + String.join(", ", shown) + (more > 0 ? " and %s more ranges".formatted(more) : "");
    }

    private static String clock(LedgerEntry entry, ResponderOutcome outcome) {
        return outcome.clock().stream()
                .filter(clock -> clock.device().equals(entry.device()) && clock.boot() == entry.boot())
                .map(Lines::clock)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), clocks -> clocks.isEmpty() ? Print.NONE : clocks));
    }

    /** A clock that was set is another one from then on. */
    private static String clock(BootClock clock) {
        return clock.fromSeq() == null
                ? said(clock)
                : "set, from event %s on: %s".formatted(NumberText.count(clock.fromSeq()), said(clock));
    }

    private static String said(BootClock clock) {
        return switch (clock.trust()) {
            case TRUSTED -> "trusted, offset %s s".formatted(seconds(clock.offsetMillis()));
            case OFFSET_UNKNOWN -> "offset unknown, times used as they are";
            case UNTRUSTED -> "untrusted, times count as unknown";
        };
    }

    private static String seconds(@Nullable Long millis) {
        return millis == null ? Print.NONE : NumberText.rounded(Rational.of(millis, 1_000), 1);
    }

    static String ledgerTotal(ResponderOutcome outcome) {
        long received =
                outcome.ledger().stream().mapToLong(LedgerEntry::received).sum();
        long sent = outcome.ledger().stream().mapToLong(LedgerEntry::sent).sum();
        return outcome.ledger().isEmpty()
                ? "No device event belongs to this trial."
                : "%s of %s device events arrived.".formatted(NumberText.count(received), NumberText.count(sent));
    }

    static List<PaperLine> documents(Trial trial) {
        return trial.documents().stream().map(Lines::document).toList();
    }

    private static PaperLine document(Document document) {
        return new PaperLine(
                Print.words(document.kind()),
                Print.date(document.date()),
                word(document.result()),
                word(document.by()),
                document.reference() == null ? Print.NONE : document.reference());
    }

    static List<PaperLine> treatments(Trial trial) {
        return trial.treatments().stream().map(Lines::treatment).toList();
    }

    private static PaperLine treatment(Treatment treatment) {
        return new PaperLine(
                Print.words(treatment.kind()),
                Print.span(treatment.from(), treatment.to()),
                word(treatment.result()),
                Print.NONE,
                Print.NONE);
    }

    private static String word(@Nullable String word) {
        return word == null ? Print.NONE : Print.words(word);
    }
}
