package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.ClinicId;
import io.dorsal.model.DeviceId;
import io.dorsal.model.Malformed;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.PayerId;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.CoverageTerms;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Regimen;
import io.dorsal.model.trial.Therapy;
import io.dorsal.model.trial.Treatment;
import io.dorsal.model.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Trial documents, bytes to record and back. */
public final class TrialCodec {
    private static final int LIST_SIZE_MAX = 200;
    private static final int WORD_LENGTH_MAX = 64;
    private static final Duration TRIAL_LENGTH_MAX = Duration.ofDays(60);

    private TrialCodec() {}

    /**
     * Parses the body of {@code PUT /api/trials/{trialId}}.
     *
     * @throws Malformed naming reason, field and what was expected
     */
    public static Trial parse(TrialId trial, long version, JsonNode body) {
        JsonFields f = JsonFields.of(body);
        Instant placed = f.optional("leadPlacedAt", f::instant);
        return new Trial(
                trial,
                version,
                f.id("clinic", ClinicId::new),
                f.text("subject", WORD_LENGTH_MAX),
                f.oneOf("therapy", Therapy.class),
                f.optional("indication", name -> f.text(name, 16)),
                f.zone("timezone"),
                f.has("painScale") ? f.oneOf("painScale", PainScale.class) : PainScale.NRS,
                f.has("painConstruct") ? f.oneOf("painConstruct", PainConstruct.class) : PainConstruct.AVERAGE,
                placed,
                afterPlacement(f, "plannedRemovalAt", placed),
                afterPlacement(f, "leadRemovedAt", placed),
                f.list("devices", LIST_SIZE_MAX, TrialCodec::assignment),
                f.list("regimen", LIST_SIZE_MAX, TrialCodec::regimen),
                f.list("documents", LIST_SIZE_MAX, TrialCodec::document),
                f.list("treatments", LIST_SIZE_MAX, TrialCodec::treatment),
                coverage(f));
    }

    /** Parses the value of a record in {@code dorsal.trials.v1}. */
    public static Trial parseStored(byte[] value) {
        return parseStored(Json.parse(value));
    }

    /** The same from a tree. */
    public static Trial parseStored(JsonNode node) {
        JsonFields f = JsonFields.of(node);
        return parse(f.id("trial", TrialId::new), f.counter("version"), node);
    }

    /** The record's value, and the answer of {@code GET /api/trials/{trialId}}. */
    public static byte[] stored(Trial trial) {
        return Json.bytes(node(trial));
    }

    /** The document in canonical JSON, without id and version: the identity of its content. */
    public static String canonical(Trial trial) {
        ObjectNode node = node(trial);
        node.remove("trial");
        node.remove("version");
        return CanonicalJson.of(node);
    }

    private static @Nullable Instant afterPlacement(JsonFields f, String field, @Nullable Instant placed) {
        Instant end = f.optional(field, f::instant);
        if (end == null) {
            return null;
        }
        if (placed == null) {
            if (field.equals("plannedRemovalAt")) {
                return end;
            }
            throw new Malformed(Reason.MISSING_FIELD, "leadPlacedAt", "the placement of the lead that was removed");
        }
        if (!placed.isBefore(end) || end.isAfter(placed.plus(TRIAL_LENGTH_MAX))) {
            throw new Malformed(
                    Reason.OUT_OF_BOUNDS,
                    field,
                    "a time after 'leadPlacedAt', at most %d days later".formatted(TRIAL_LENGTH_MAX.toDays()));
        }
        return end;
    }

    private static Assignment assignment(JsonFields f) {
        Instant from = f.instant("from");
        Instant to = f.optional("to", f::instant);
        if (to != null && !from.isBefore(to)) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, "to", "a time after 'from', or null while assigned");
        }
        return new Assignment(f.id("device", DeviceId::new), from, to);
    }

    private static Regimen regimen(JsonFields f) {
        LocalDate from = f.date("from");
        LocalDate to = f.optional("to", f::date);
        if (to != null && to.isBefore(from)) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, "to", "a date not before 'from', or null while prescribed");
        }
        return new Regimen(
                f.text("rxcui", 8),
                f.decimal("quantity", 0, 10_000),
                f.text("unit", 32),
                f.decimal("timesPerDay", 0, 96),
                f.has("asNeeded") && f.flag("asNeeded"),
                from,
                to);
    }

    private static Document document(JsonFields f) {
        return new Document(
                f.text("kind", WORD_LENGTH_MAX),
                f.date("date"),
                word(f, "result"),
                word(f, "by"),
                f.optional("reference", name -> f.text(name, 128)));
    }

    private static Treatment treatment(JsonFields f) {
        return new Treatment(
                f.text("kind", WORD_LENGTH_MAX),
                f.optional("from", f::date),
                f.optional("to", f::date),
                word(f, "result"));
    }

    private static CoverageTerms coverage(JsonFields f) {
        return new CoverageTerms(
                f.optional("payer", name -> f.id(name, PayerId::new)),
                word(f, "policy"),
                f.optional("painSince", f::date),
                word(f, "procedure"),
                word(f, "placeOfService"),
                word(f, "state"),
                word(f, "utn"));
    }

    private static @Nullable String word(JsonFields f, String field) {
        return f.optional(field, name -> f.text(name, WORD_LENGTH_MAX));
    }

    /** The record's value as a tree. */
    public static ObjectNode node(Trial t) {
        ObjectNode node = Json.object();
        node.put("trial", t.trial().value()).put("version", t.version());
        node.put("clinic", t.clinic().value())
                .put("subject", t.subject())
                .put("therapy", t.therapy().word())
                .put("indication", t.indication())
                .put("timezone", t.timezone().getId())
                .put("payer", text(t.coverage().payer()))
                .put("policy", t.coverage().policy())
                .put("painScale", t.painScale().word())
                .put("painConstruct", t.painConstruct().word())
                .put("leadPlacedAt", text(t.leadPlacedAt()))
                .put("plannedRemovalAt", text(t.plannedRemovalAt()))
                .put("leadRemovedAt", text(t.leadRemovedAt()));
        writeLists(t, node);
        return node.put("painSince", text(t.coverage().painSince()))
                .put("procedure", t.coverage().procedure())
                .put("placeOfService", t.coverage().placeOfService())
                .put("state", t.coverage().state())
                .put("utn", t.coverage().utn());
    }

    private static void writeLists(Trial t, ObjectNode node) {
        ArrayNode devices = node.putArray("devices");
        t.devices()
                .forEach(d -> devices.addObject()
                        .put("device", d.device().value())
                        .put("from", text(d.from()))
                        .put("to", text(d.to())));
        ArrayNode regimen = node.putArray("regimen");
        t.regimen()
                .forEach(r -> regimen.addObject()
                        .put("rxcui", r.rxcui())
                        .put("quantity", r.quantity())
                        .put("unit", r.unit())
                        .put("timesPerDay", r.timesPerDay())
                        .put("asNeeded", r.asNeeded())
                        .put("from", text(r.from()))
                        .put("to", text(r.to())));
        ArrayNode documents = node.putArray("documents");
        t.documents()
                .forEach(d -> documents
                        .addObject()
                        .put("kind", d.kind())
                        .put("date", text(d.date()))
                        .put("result", d.result())
                        .put("by", d.by())
                        .put("reference", d.reference()));
        ArrayNode treatments = node.putArray("treatments");
        t.treatments()
                .forEach(x -> treatments
                        .addObject()
                        .put("kind", x.kind())
                        .put("from", text(x.from()))
                        .put("to", text(x.to()))
                        .put("result", x.result()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
