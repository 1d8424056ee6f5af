package io.dorsal.packet.core;

import static io.dorsal.packet.core.ChangeWords.NONE;
import static io.dorsal.packet.core.ChangeWords.date;
import static io.dorsal.packet.core.ChangeWords.mean;
import static io.dorsal.packet.core.ChangeWords.minute;
import static io.dorsal.packet.core.ChangeWords.percent;
import static io.dorsal.packet.core.ChangeWords.plain;
import static io.dorsal.packet.core.ChangeWords.result;
import static io.dorsal.packet.core.ChangeWords.sentence;
import static io.dorsal.packet.core.ChangeWords.span;
import static io.dorsal.packet.core.ChangeWords.status;
import static io.dorsal.packet.core.ChangeWords.text;
import static io.dorsal.packet.core.ChangeWords.words;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.CoverageDetermination.Criterion;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import io.dorsal.model.presentation.NumberText;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Treatment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person would want to know before one packet takes the place of another: result, criteria, papers, reports,
 * figures. It tells what reads differently and judges nothing.
 */
public final class Changes {
    private final Said before;
    private final Said after;
    private final List<Change> changes = new ArrayList<>();

    private Changes(Said before, Said after) {
        this.before = before;
        this.after = after;
    }

    /** The weightiest first; empty when the two read alike. */
    public static List<Change> between(Said before, Said after) {
        Changes found = new Changes(before, after);
        found.determination();
        found.papers();
        found.reports();
        found.figures();
        found.compare(
                "Facts up to",
                said -> minute(said.determination().asOf(), said.trial().timezone()));
        return List.copyOf(found.changes);
    }

    private void compare(String what, Function<Said, String> reads) {
        add(what, reads.apply(before), reads.apply(after));
    }

    private void add(String what, String was, String is) {
        if (!was.equals(is)) {
            changes.add(new Change(what, was, is));
        }
    }

    private void determination() {
        compare("Result", said -> words(said.determination().result()));
        compare(
                "Policy version",
                said -> Objects.requireNonNullElse(said.determination().version(), NONE));
        compare("Date of service", said -> date(said.determination().dateOfService()));
        each(said -> said.determination().criteria(), Criterion::id, "Criterion "::concat, Changes::judged);
    }

    private static String judged(List<Criterion> criteria) {
        return criteria.isEmpty()
                ? "not in this policy"
                : criteria.stream()
                        .map(each -> result(each.result()) + ": " + plain(each))
                        .collect(Collectors.joining("; "));
    }

    private void papers() {
        each(said -> said.trial().documents(), Document::kind, kind -> sentence(words(kind)), Changes::documents);
        each(
                said -> said.trial().treatments(),
                Treatment::kind,
                kind -> "Earlier treatment: " + words(kind),
                Changes::treatments);
        compare("Procedure", said -> text(said.trial().coverage().procedure()));
        compare("Diagnosis", said -> text(said.trial().indication()));
    }

    private static String documents(List<Document> documents) {
        return joined(documents.stream()
                .map(each -> listed(date(each.date()), words(each.result()), words(each.by()), each.reference())));
    }

    private static String treatments(List<Treatment> treatments) {
        return joined(treatments.stream().map(each -> listed(span(each.from(), each.to()), words(each.result()))));
    }

    private static String joined(Stream<String> lines) {
        String joined = lines.sorted().collect(Collectors.joining("; "));
        return joined.isEmpty() ? NONE : joined;
    }

    private static String listed(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.equals(NONE))
                .collect(Collectors.joining(", "));
    }

    /** One line for each thing of that name in either of the two. */
    private <T> void each(
            Function<Said, List<T>> in,
            Function<T, String> name,
            Function<String, String> title,
            Function<List<T>, String> reads) {
        Map<String, List<T>> was = named(in.apply(before), name);
        Map<String, List<T>> is = named(in.apply(after), name);
        Stream.concat(was.keySet().stream(), is.keySet().stream())
                .distinct()
                .forEach(each -> add(
                        title.apply(each),
                        reads.apply(was.getOrDefault(each, List.of())),
                        reads.apply(is.getOrDefault(each, List.of()))));
    }

    /** In the order in which they come: that of the policy, or of the document. */
    private static <T> Map<String, List<T>> named(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
    }

    private void reports() {
        for (ReportKind kind : ReportKind.values()) {
            Map<String, PatientReport> was = reports(before, kind);
            Map<String, PatientReport> is = reports(after, kind);
            long added = is.keySet().stream().filter(id -> !was.containsKey(id)).count();
            long gone = was.keySet().stream().filter(id -> !is.containsKey(id)).count();
            long corrected = is.entrySet().stream()
                    .filter(each -> isCorrected(was.get(each.getKey()), each.getValue()))
                    .count();
            if (added + gone + corrected > 0) {
                String details =
                        listed(some(added, "new"), some(corrected, "corrected"), some(gone, "no longer counted"));
                add(
                        "Reports, " + words(kind),
                        NumberText.count(was.size()),
                        "%s (%s)".formatted(NumberText.count(is.size()), details));
            }
        }
    }

    private static boolean isCorrected(@Nullable PatientReport was, PatientReport is) {
        return was != null && !was.states().equals(is.states());
    }

    private static @Nullable String some(long number, String of) {
        return number == 0 ? null : NumberText.count(number) + " " + of;
    }

    private static Map<String, PatientReport> reports(Said said, ReportKind kind) {
        return said.reports().stream()
                .filter(report -> report.states().kind() == kind)
                .collect(Collectors.toMap(report -> report.report().value(), Function.identity()));
    }

    private void figures() {
        compare("Pain outcome", said -> status(said.responder().status()));
        compare("Calculated relief", said -> percent(said.responder().relief()));
        compare("Baseline days answered", said -> answered(said.responder().baseline()));
        compare("Trial days answered", said -> answered(said.responder().trial()));
        compare(
                "Opioids taken, MME a day in the trial",
                said -> mean(said.opioids().taken().trial().mean()));
        compare("Opioids taken, change", said -> ChangeWords.change(change(said.opioids())));
        compare("Stimulator events received", said -> NumberText.count(received(said.responder())));
    }

    private static @Nullable Rational change(OpioidOutcome opioids) {
        OpioidOutcome.Change change = opioids.taken().change();
        return change == null ? null : change.percent();
    }

    private static long received(ResponderOutcome outcome) {
        return outcome.ledger().stream().mapToLong(LedgerEntry::received).sum();
    }

    private static String answered(WindowMean window) {
        return "%d of %d".formatted(window.answeredDays(), window.days());
    }
}
