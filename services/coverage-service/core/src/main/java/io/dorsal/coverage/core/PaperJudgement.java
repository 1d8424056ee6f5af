package io.dorsal.coverage.core;

import io.dorsal.coverage.core.Rule.Documented;
import io.dorsal.coverage.core.Rule.Listed;
import io.dorsal.coverage.core.Rule.Treated;
import io.dorsal.model.outcome.CoverageDetermination.ReadFact;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Treatment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The forms that read documents and treatments. A document tells how things stand, so the latest one counts; a treatment
 * is history, so any that went as asked is enough. A document by another author does not count, and is no "no" either.
 */
final class PaperJudgement {
    private static final String FROM_TRIAL = "trial document";

    private PaperJudgement() {}

    static Verdict judge(Documented rule, Facts facts) {
        List<Document> ofKind = facts.documents().stream()
                .filter(document -> document.kind().equals(rule.kind().word()))
                .toList();
        List<Document> counting = ofKind.stream()
                .filter(document -> rule.authors().isEmpty()
                        || Words.find(Author.class, document.by())
                                .filter(rule.authors()::contains)
                                .isPresent())
                .toList();
        // Of two documents of one date the later in the list counts.
        Optional<Document> latest =
                counting.stream().reduce((one, other) -> other.date().isBefore(one.date()) ? one : other);
        return latest.map(document -> judge(rule, document)).orElseGet(() -> noneOf(rule, ofKind));
    }

    private static Verdict noneOf(Documented rule, List<Document> ofOthers) {
        String word = rule.kind().word();
        String beside = ofOthers.isEmpty()
                ? ""
                : "; does not count: "
                        + ofOthers.stream().map(PaperJudgement::shown).collect(Collectors.joining(", "));
        return Verdict.unknown(
                new Subject.OfDocument(rule.kind()),
                need(rule),
                "%s is missing: %s%s".formatted(word, need(rule), beside),
                List.of(noneRead(word, ofOthers)));
    }

    private static ReadFact noneRead(String word, List<Document> ofOthers) {
        return ofOthers.isEmpty()
                ? new ReadFact(word, null, "no such document on file")
                : new ReadFact(word, shownAll(ofOthers), "on file, but by none of the authors that count");
    }

    private static Verdict judge(Documented rule, Document document) {
        String word = rule.kind().word();
        List<ReadFact> read = List.of(new ReadFact(word, shown(document), FROM_TRIAL));
        String by = rule.authors().isEmpty() ? "" : ", by one of " + Words.anyOf(rule.authors());
        String explanation = "%s is on file%s (%s)".formatted(word, by, shown(document));
        Optional<Finding> finding =
                Words.find(Finding.class, document.result()).filter(rule.kind().findings()::contains);
        if (rule.findings().isEmpty()) {
            boolean denies =
                    finding.filter(found -> found == Finding.NOT_CONFIRMED).isPresent();
            return Verdict.known(!denies, explanation, read);
        }
        String required = explanation + "; it must say " + Words.anyOf(rule.findings());
        return finding.map(found -> Verdict.known(rule.findings().contains(found), required, read))
                .orElseGet(() -> Verdict.unknown(new Subject.OfDocument(rule.kind()), need(rule), required, read));
    }

    private static String need(Documented rule) {
        String by = rule.authors().isEmpty() ? "" : ", by " + Words.anyOf(rule.authors());
        String saying = rule.findings().isEmpty()
                ? ""
                : ", with its result (%s)".formatted(Words.anyOf(rule.kind().findings()));
        return rule.kind().meaning() + by + saying;
    }

    static Verdict judge(Treated rule, Facts facts) {
        List<Treatment> ofKind = ofKind(rule.kind(), facts);
        String word = rule.kind().word();
        String asked = Words.anyOf(rule.results());
        List<ReadFact> read =
                List.of(new ReadFact(word, ofKind.isEmpty() ? null : shownTreatments(ofKind), FROM_TRIAL));
        return ofKind.stream()
                .filter(treatment -> wentSo(rule, treatment))
                .findFirst()
                .map(treatment -> Verdict.known(true, "%s is listed (%s)".formatted(word, shown(treatment)), read))
                .orElseGet(() -> {
                    String listed = ofKind.isEmpty() ? "none is listed" : "listed is " + shownTreatments(ofKind);
                    String need = "%s, with dates and result (%s)"
                            .formatted(rule.kind().meaning(), asked);
                    return Verdict.unknown(
                            new Subject.OfTreatment(rule.kind()),
                            need,
                            "%s is missing: %s; %s".formatted(word, need, listed),
                            read);
                });
    }

    private static boolean wentSo(Treated rule, Treatment treatment) {
        return Words.find(TreatmentResult.class, treatment.result())
                .filter(rule.results()::contains)
                .filter(result -> treatment.from() != null || !result.needsDate())
                .isPresent();
    }

    static Verdict judge(Listed rule, Facts facts) {
        List<Treatment> ofKind = ofKind(rule.kind(), facts);
        String word = rule.kind().word();
        return ofKind.isEmpty()
                ? Verdict.known(false, "no %s is listed".formatted(word), List.of(new ReadFact(word, null, FROM_TRIAL)))
                : Verdict.known(
                        true,
                        "%s is listed, %s".formatted(word, shownTreatments(ofKind)),
                        List.of(new ReadFact(word, shownTreatments(ofKind), FROM_TRIAL)));
    }

    private static List<Treatment> ofKind(TreatmentKind kind, Facts facts) {
        return facts.treatments().stream()
                .filter(treatment -> treatment.kind().equals(kind.word()))
                .toList();
    }

    private static String shownAll(List<Document> documents) {
        return documents.stream().map(PaperJudgement::shown).collect(Collectors.joining("; "));
    }

    private static String shown(Document document) {
        return "%s%s%s%s"
                .formatted(
                        document.date(),
                        part(" by ", document.by()),
                        part(": ", document.result()),
                        part(", ", document.reference()));
    }

    private static String shownTreatments(List<Treatment> treatments) {
        return treatments.stream().map(PaperJudgement::shown).collect(Collectors.joining("; "));
    }

    private static String shown(Treatment treatment) {
        String from =
                treatment.from() == null ? "without a date" : treatment.from().toString();
        String to = treatment.to() == null ? "" : " to " + treatment.to();
        return from + to + part(": ", treatment.result());
    }

    private static String part(String before, @Nullable String text) {
        return text == null ? "" : before + text;
    }
}
