package io.dorsal.coverage.render;

import io.dorsal.coverage.core.Policy;
import io.dorsal.coverage.render.PacketView.Figure;
import io.dorsal.coverage.render.PacketView.FileLine;
import io.dorsal.coverage.render.PacketView.Pair;
import io.dorsal.model.PayerId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.SourceStatus;
import io.dorsal.model.presentation.NumberText;
import io.dorsal.model.trial.Trial;
import io.dorsal.packet.Contents;
import io.dorsal.packet.core.Particulars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a packet holds, as it is to be read. */
public final class PacketViews {
    private final Contents contents;
    private final @Nullable Particulars particulars;
    private final Trial trial;
    private final ResponderOutcome outcome;
    private final CoverageDetermination determination;

    private PacketViews(Contents contents, @Nullable Particulars particulars) {
        this.contents = contents;
        this.particulars = particulars;
        this.trial = contents.computed().trial();
        this.outcome = contents.computed().responder();
        this.determination = contents.computed().determination();
    }

    /**
     * @param particulars null for a preview
     * @param key the id of the key that signs
     */
    public static PacketView of(Contents contents, @Nullable Particulars particulars, String key) {
        return new PacketViews(contents, particulars).view(key);
    }

    private PacketView view(String key) {
        return new PacketView(
                particulars == null ? "Preview" : "Packet " + particulars.number(),
                "Evidence packet, trial " + trial.trial(),
                footer(),
                particulars == null,
                result(),
                resultSentence(),
                inRows(cover()),
                amends(),
                figures(),
                Lines.criteria(determination),
                determination.flags().stream()
                        .map(flag -> new Pair(flag.text(), flag.citation()))
                        .toList(),
                Lines.missing(determination, trial),
                PainChart.of(trial, outcome, contents.computed().responderShare()),
                Lines.days(outcome),
                painNotes(),
                OpioidLines.of(contents.computed().opioids()),
                Lines.ledger(outcome),
                Lines.ledgerTotal(outcome),
                Lines.documents(trial),
                Lines.treatments(trial),
                definitions(),
                contents.manifest().attachments().stream().map(FileLine::of).toList(),
                leftOut(),
                key);
    }

    private String footer() {
        return particulars == null
                ? "Preview of trial %s, not issued".formatted(trial.trial())
                : "Trial %s, packet %s, %s".formatted(trial.trial(), particulars.number(), particulars.packet());
    }

    private String result() {
        CoverageResult result = determination.result();
        return result == null
                ? "No result"
                : switch (result) {
                    case SUPPORTED -> "Supported by the facts";
                    case NOT_SUPPORTED -> "Not supported by the facts";
                    case INCOMPLETE -> "Incomplete";
                };
    }

    private String resultSentence() {
        return Print.said(determination.explanation()) + " This is supporting evidence; the payer decides.";
    }

    private List<Pair> cover() {
        Policy policy = contents.policy();
        List<Pair> cover = new ArrayList<>(List.of(
                new Pair("Patient", "%s, a pseudonym of the clinic".formatted(trial.subject())),
                new Pair("Clinic", trial.clinic().value()),
                new Pair("Payer", payer()),
                new Pair(
                        "Policy",
                        "%s, version %s"
                                .formatted(policy.ref().id(), policy.ref().version())),
                new Pair("Document", policy.document()),
                new Pair("In force", policy.effective()),
                new Pair("Source", source(policy.sourceStatus())),
                new Pair(
                        "Therapy, diagnosis", "%s, %s".formatted(trial.therapy().word(), orNone(trial.indication()))),
                new Pair("Procedure", orNone(trial.coverage().procedure())),
                new Pair("Date of service", Print.date(determination.dateOfService())),
                new Pair("Lead in", Print.minute(trial.leadPlacedAt(), trial.timezone())),
                new Pair("Lead out", Print.minute(trial.leadRemovedAt(), trial.timezone())),
                new Pair("Facts up to", Print.minute(determination.asOf(), trial.timezone()))));
        if (particulars != null) {
            cover.add(new Pair("Issued", Print.minute(particulars.issuedAt(), trial.timezone())));
        }
        return cover;
    }

    /** Whom the trial names, as the machine-readable files do; not whose policy it is. */
    private String payer() {
        PayerId payer = trial.coverage().payer();
        return payer == null ? "none is named" : payer.value();
    }

    private static String source(SourceStatus status) {
        return switch (status) {
            case PRIMARY -> "primary: the payer's text was read";
            case SECONDARY -> "secondary: check against the payer's current document";
        };
    }

    private static String orNone(@Nullable String text) {
        return text == null ? Print.NONE : text;
    }

    private List<Figure> figures() {
        OpioidOutcome opioids = contents.computed().opioids();
        OpioidOutcome.Change change = opioids.taken().change();
        return List.of(
                new Figure(
                        "Pain relief",
                        NumberText.comparedPercent(outcome.relief()),
                        outcome.relief() == null
                                ? reason()
                                : "from %s to %s"
                                        .formatted(
                                                NumberText.mean(
                                                        outcome.baseline().mean()),
                                                NumberText.mean(outcome.trial().mean()))),
                new Figure(
                        "Days answered",
                        "%s of %s"
                                .formatted(
                                        outcome.trial().answeredDays(),
                                        outcome.trial().days()),
                        "of the trial; baseline %s of %s"
                                .formatted(
                                        outcome.baseline().answeredDays(),
                                        outcome.baseline().days())),
                new Figure("If missing days were worst, best", bounds(), settled()),
                new Figure(
                        "Opioids taken",
                        change == null ? Print.NONE : NumberText.comparedChange(change.percent()),
                        change == null
                                ? Print.words(opioids.status().word())
                                : "from %s to %s MME a day"
                                        .formatted(
                                                NumberText.mean(opioids.taken()
                                                        .baseline()
                                                        .mean()),
                                                NumberText.mean(
                                                        opioids.taken().trial().mean()))));
    }

    private String reason() {
        String status = Print.words(outcome.status().word());
        return outcome.reason() == null
                ? status
                : "%s: %s".formatted(status, Print.words(outcome.reason().word()));
    }

    private String bounds() {
        ResponderOutcome.Bounds bounds = outcome.bounds();
        return bounds == null
                ? Print.NONE
                : "%s, %s"
                        .formatted(
                                NumberText.comparedPercent(bounds.worst()), NumberText.comparedPercent(bounds.best()));
    }

    private String settled() {
        Boolean settled = outcome.settled();
        return settled == null ? "" : settled ? "the same finding either way" : "the finding depends on them";
    }

    private List<Pair> painNotes() {
        List<Pair> notes = new ArrayList<>();
        notes.add(new Pair("Relief, exact", outcome.relief() == null ? Print.NONE : outcome.relief() + " %"));
        notes.add(new Pair("Last three days", NumberText.comparedPercent(outcome.lastThreeRelief())));
        notes.add(new Pair("Missing days as baseline (BOCF)", NumberText.comparedPercent(outcome.bocf())));
        ResponderOutcome.Interval interval = outcome.interval();
        notes.add(new Pair(
                "95 % interval (Fieller)",
                interval == null
                        ? Print.NONE
                        : "%s to %s"
                                .formatted(NumberText.percent(interval.low()), NumberText.percent(interval.high()))));
        ResponderOutcome.PerceivedRelief perceived = outcome.perceivedRelief();
        notes.add(new Pair(
                "Relief as the patient put it",
                perceived == null ? Print.NONE : NumberText.percent(perceived.percent())));
        return notes;
    }

    private List<Pair> definitions() {
        Stream<Pair> definitions = contents.manifest().definitions().stream().map(name -> new Pair("Definition", name));
        Stream<Pair> policies = contents.manifest().policies().stream()
                .map(policy -> new Pair("Policy", "%s, version %s".formatted(policy.id(), policy.version())));
        return Stream.concat(definitions, policies).toList();
    }

    private String leftOut() {
        return contents.manifest().leftOut().entrySet().stream()
                .map(each -> "%s: %s".formatted(kind(each.getKey()), each.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String kind(String kind) {
        return kind.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private String amends() {
        String amends = particulars == null ? null : particulars.amends();
        return amends == null || particulars == null
                ? ""
                : "packet %s: %s".formatted(amends, orNone(particulars.why()));
    }

    private static List<List<Pair>> inRows(List<Pair> pairs) {
        List<List<Pair>> rows = new ArrayList<>();
        int half = (pairs.size() + 1) / 2;
        for (int i = 0; i < half; i++) {
            Pair right = half + i < pairs.size() ? pairs.get(half + i) : new Pair("", "");
            rows.add(List.of(pairs.get(i), right));
        }
        return rows;
    }
}
