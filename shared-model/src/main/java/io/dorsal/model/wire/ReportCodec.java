package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Reason;
import io.dorsal.model.ReportId;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.CodingDirection;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement;
import io.dorsal.model.report.Statement.AnalgesicReduction;
import io.dorsal.model.report.Statement.Function;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.NoIntake;
import io.dorsal.model.report.Statement.Pain;
import io.dorsal.model.report.Statement.Patch;
import io.dorsal.model.report.Statement.PerceivedRelief;
import io.dorsal.model.report.Statement.Retraction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Report revisions, bytes to record and back. */
public final class ReportCodec {
    private static final long REVISION_MAX = 1_000_000;
    private static final long PERCENT_CHANGE_MIN = -1_000;
    private static final String REASON = "reason";
    private static final int REASON_LENGTH_MAX = 500;

    private ReportCodec() {}

    /**
     * Parses one item of {@code POST /api/trials/{trialId}/reports}.
     *
     * @throws Malformed naming reason, field and what was expected
     */
    public static PatientReport parse(TrialId trial, Instant recordedAt, @Nullable String recordedBy, JsonNode item) {
        JsonFields f = JsonFields.of(item);
        ReportId report = f.id("report", ReportId::new);
        long revision = f.whole("revision", 1, REVISION_MAX);
        Statement states = statement(f);
        return new PatientReport(trial, report, revision, states, reason(f, revision, states), recordedAt, recordedBy);
    }

    /** Parses the value of a record in {@code dorsal.patient-reports.v1}. */
    public static PatientReport parseStored(byte[] value) {
        return parseStored(Json.parse(value));
    }

    /** The same from a tree. */
    public static PatientReport parseStored(JsonNode node) {
        JsonFields f = JsonFields.of(node);
        return parse(
                f.id("trial", TrialId::new),
                f.instant("recordedAt"),
                f.optional("recordedBy", name -> f.text(name, 128)),
                node);
    }

    /** The record's value: what was stated, and who recorded it when. */
    public static byte[] stored(PatientReport report) {
        return Json.bytes(node(report));
    }

    /** The record's value as a tree. */
    public static ObjectNode node(PatientReport report) {
        ObjectNode node = statedIn(report);
        node.put("trial", report.trial().value());
        node.put("recordedAt", report.recordedAt().toString());
        if (report.recordedBy() != null) {
            node.put("recordedBy", report.recordedBy());
        }
        return node;
    }

    /** What was stated, in canonical JSON and without who recorded it: the identity of its content. */
    public static String canonical(PatientReport report) {
        return CanonicalJson.of(statedIn(report));
    }

    private static @Nullable String reason(JsonFields f, long revision, Statement states) {
        boolean corrects = revision > 1 && !(states instanceof Retraction);
        return corrects ? f.optional(REASON, name -> f.text(name, REASON_LENGTH_MAX)) : null;
    }

    private static Statement statement(JsonFields f) {
        ReportKind kind = kind(f);
        if (f.has("retracted") && f.flag("retracted")) {
            return new Retraction(kind, f.text(REASON, REASON_LENGTH_MAX));
        }
        return switch (kind) {
            case PAIN -> pain(f);
            case INTAKE -> new Intake(f.instant("at"), rxcui(f), f.decimal("quantity", 0, 10_000), f.text("unit", 32));
            case NO_INTAKE -> new NoIntake(f.date("date"));
            case PATCH -> patch(f);
            case ANALGESIC_REDUCTION ->
                new AnalgesicReduction(
                        f.instant("at"), f.decimal("percent", PERCENT_CHANGE_MIN, 100), f.text("attestedBy", 64));
            case FUNCTION -> function(f);
            case PERCEIVED_RELIEF ->
                new PerceivedRelief(f.instant("at"), f.decimal("percent", PERCENT_CHANGE_MIN, 100));
        };
    }

    private static ReportKind kind(JsonFields f) {
        try {
            return f.oneOf("kind", ReportKind.class);
        } catch (Malformed e) {
            throw e.reason() == Reason.UNKNOWN_VALUE ? new Malformed(Reason.UNKNOWN_TYPE, e.field(), e.expected()) : e;
        }
    }

    private static Pain pain(JsonFields f) {
        PainScale scale = f.oneOf("scale", PainScale.class);
        return new Pain(
                f.instant("at"),
                scale,
                f.oneOf("construct", PainConstruct.class),
                f.decimal("score", 0, scale.worst()));
    }

    private static Patch patch(JsonFields f) {
        Instant from = f.instant("from");
        Instant to = f.optional("to", f::instant);
        if (to != null && !from.isBefore(to)) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, "to", "a time after 'from', or null while worn");
        }
        return new Patch(rxcui(f), from, to);
    }

    private static Function function(JsonFields f) {
        Instrument instrument = f.oneOf("instrument", Instrument.class);
        boolean directed = instrument == Instrument.PGIC;
        return new Function(
                f.instant("at"),
                instrument,
                f.decimal("score", instrument.min(), instrument.max()),
                directed ? f.oneOf("direction", CodingDirection.class) : null);
    }

    private static String rxcui(JsonFields f) {
        String rxcui = f.text("rxcui", 8);
        if (!rxcui.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, "rxcui", "digits");
        }
        return rxcui;
    }

    private static ObjectNode statedIn(PatientReport report) {
        ObjectNode node = Json.object();
        node.put("report", report.report().value());
        node.put("revision", report.revision());
        node.put("kind", report.states().kind().word());
        write(report.states(), node);
        // Absent, not null, so that what was recorded without one keeps its digest.
        if (report.reason() != null) {
            node.put(REASON, report.reason());
        }
        return node;
    }

    private static void write(Statement statement, ObjectNode node) {
        switch (statement) {
            case Pain pain ->
                node.put("at", pain.at().toString())
                        .put("scale", pain.scale().word())
                        .put("construct", pain.construct().word())
                        .put("score", pain.score());
            case Intake intake ->
                node.put("at", intake.at().toString())
                        .put("rxcui", intake.rxcui())
                        .put("quantity", intake.quantity())
                        .put("unit", intake.unit());
            case NoIntake none -> node.put("date", none.date().toString());
            case Patch patch ->
                node.put("rxcui", patch.rxcui())
                        .put("from", patch.from().toString())
                        .put("to", patch.to() == null ? null : patch.to().toString());
            case AnalgesicReduction reduction ->
                node.put("at", reduction.at().toString())
                        .put("percent", reduction.percent())
                        .put("attestedBy", reduction.attestedBy());
            case Function function -> writeFunction(function, node);
            case PerceivedRelief relief ->
                node.put("at", relief.at().toString()).put("percent", relief.percent());
            case Retraction retraction -> node.put("retracted", true).put(REASON, retraction.reason());
        }
    }

    private static void writeFunction(Function function, ObjectNode node) {
        node.put("at", function.at().toString())
                .put("instrument", function.instrument().word())
                .put("score", function.score());
        if (function.direction() != null) {
            node.put("direction", function.direction().word());
        }
    }
}
