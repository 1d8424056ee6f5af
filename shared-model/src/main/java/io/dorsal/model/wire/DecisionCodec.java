package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.DecisionId;
import io.dorsal.model.Malformed;
import io.dorsal.model.PayerId;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Choice;
import io.dorsal.model.decision.ClinicianDecision;
import io.dorsal.model.decision.ClinicianDecision.OnScreen;
import io.dorsal.model.decision.ClinicianDecision.Signature;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.decision.DecisionKind;
import io.dorsal.model.decision.PayerDecision;
import io.dorsal.model.decision.PayerDecision.Denial;
import io.dorsal.model.decision.PayerDecision.Disputed;
import io.dorsal.model.decision.PayerDecision.Request;
import io.dorsal.model.decision.PayerDecision.Result;
import io.dorsal.model.decision.PayerDecision.Stage;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decisions about trials, bytes to record and back. */
public final class DecisionCodec {
    private static final int WORD_LENGTH_MAX = 64;
    private static final int NAME_LENGTH_MAX = 128;
    private static final int TEXT_LENGTH_MAX = 1_000;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PROCEDURE = Pattern.compile("[0-9A-Z]{5}");

    private DecisionCodec() {}

    /**
     * Parses the body that states a decision of {@code kind}.
     *
     * @throws Malformed naming reason, field and what was expected
     */
    public static Decision parse(
            DecisionKind kind, TrialId trial, Instant recordedAt, @Nullable String recordedBy, JsonNode body) {
        JsonFields f = JsonFields.of(body);
        return switch (kind) {
            case CLINICIAN -> clinician(trial, recordedAt, recordedBy, f);
            case PAYER -> payer(trial, recordedAt, recordedBy, f);
        };
    }

    /** Parses the value of a record in {@code dorsal.trial-decisions.v1}. */
    public static Decision parseStored(byte[] value) {
        JsonNode node = Json.parse(value);
        JsonFields f = JsonFields.of(node);
        return parse(
                f.oneOf("kind", DecisionKind.class),
                f.id("trial", TrialId::new),
                f.instant("recordedAt"),
                f.optional("recordedBy", name -> f.text(name, NAME_LENGTH_MAX)),
                node);
    }

    /** The record's value: what was decided, and who recorded it when. */
    public static byte[] stored(Decision decision) {
        ObjectNode node = decidedIn(decision)
                .put("trial", decision.trial().value())
                .put("recordedAt", decision.recordedAt().toString());
        return Json.bytes(present(node, "recordedBy", decision.recordedBy()));
    }

    /** What was decided, in canonical JSON and without who recorded it: the identity of its content. */
    public static String canonical(Decision decision) {
        return CanonicalJson.of(decidedIn(decision));
    }

    private static ClinicianDecision clinician(
            TrialId trial, Instant recordedAt, @Nullable String recordedBy, JsonFields f) {
        DecisionId id = f.id("decision", DecisionId::new);
        return new ClinicianDecision(
                trial,
                id,
                supersedes(f, id),
                f.oneOf("choice", Choice.class),
                f.text("reason", TEXT_LENGTH_MAX),
                f.object("signature", DecisionCodec::signature),
                f.instant("decidedAt"),
                f.object("shown", DecisionCodec::onScreen),
                recordedAt,
                recordedBy);
    }

    private static Signature signature(JsonFields f) {
        return new Signature(
                f.text("person", WORD_LENGTH_MAX),
                f.text("printedName", NAME_LENGTH_MAX),
                f.text("meaning", NAME_LENGTH_MAX));
    }

    private static OnScreen onScreen(JsonFields f) {
        String policy = f.optional("policy", name -> f.text(name, WORD_LENGTH_MAX));
        if (policy == null && (f.has("version") || f.has("determinationDigest"))) {
            throw new Malformed(Reason.MISSING_FIELD, "policy", "the policy of the determination that was shown");
        }
        return new OnScreen(
                policy,
                f.optional("version", name -> f.text(name, WORD_LENGTH_MAX)),
                f.instant("asOf"),
                policy == null ? null : digest(f, "determinationDigest"),
                digest(f, "factDigest"),
                digest(f, "statedDigest"));
    }

    private static String digest(JsonFields f, String field) {
        return matching(f, field, DIGEST, "64 hexadecimal digits in lower case");
    }

    private static PayerDecision payer(TrialId trial, Instant recordedAt, @Nullable String recordedBy, JsonFields f) {
        DecisionId id = f.id("decision", DecisionId::new);
        Instant requestedAt = f.instant("requestedAt");
        Result result = f.oneOf("result", Result.class);
        return new PayerDecision(
                trial,
                id,
                supersedes(f, id),
                f.id("payer", PayerId::new),
                f.object("request", DecisionCodec::request),
                f.has("expedited") && f.flag("expedited"),
                requestedAt,
                result,
                answered(f, requestedAt),
                denial(f, result),
                recordedAt,
                recordedBy);
    }

    private static Request request(JsonFields f) {
        return new Request(
                f.oneOf("stage", Stage.class),
                matching(f, "procedure", PROCEDURE, "a CPT or HCPCS code, such as 63650"));
    }

    private static Instant answered(JsonFields f, Instant requestedAt) {
        Instant decidedAt = f.instant("decidedAt");
        if (decidedAt.isBefore(requestedAt)) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, "decidedAt", "a time not before 'requestedAt'");
        }
        return decidedAt;
    }

    private static @Nullable Denial denial(JsonFields f, Result result) {
        return switch (result) {
            case APPROVED -> {
                if (f.has("denial")) {
                    throw new Malformed(Reason.OUT_OF_BOUNDS, "denial", "none with APPROVED");
                }
                yield null;
            }
            case DENIED -> f.object("denial", DecisionCodec::denial);
            // A payer that grants a part need not have said why it withholds the rest.
            case PARTIAL -> f.optional("denial", name -> f.object(name, DecisionCodec::denial));
        };
    }

    private static Denial denial(JsonFields f) {
        return new Denial(
                f.optional("code", name -> f.text(name, WORD_LENGTH_MAX)),
                f.text("text", TEXT_LENGTH_MAX),
                f.optional("disputes", name -> f.object(name, DecisionCodec::disputed)));
    }

    private static Disputed disputed(JsonFields f) {
        return new Disputed(f.text("policy", WORD_LENGTH_MAX), f.text("criterion", WORD_LENGTH_MAX));
    }

    private static @Nullable DecisionId supersedes(JsonFields f, DecisionId own) {
        DecisionId earlier = f.optional("supersedes", name -> f.id(name, DecisionId::new));
        if (own.equals(earlier)) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, "supersedes", "the id of another decision");
        }
        return earlier;
    }

    private static String matching(JsonFields f, String field, Pattern form, String expected) {
        String text = f.text(field, WORD_LENGTH_MAX);
        if (!form.matcher(text).matches()) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, field, expected);
        }
        return text;
    }

    private static ObjectNode decidedIn(Decision decision) {
        ObjectNode node = Json.object()
                .put("kind", decision.kind().word())
                .put("decision", decision.id().value())
                .put("decidedAt", decision.decidedAt().toString());
        if (decision.supersedes() != null) {
            node.put("supersedes", decision.supersedes().value());
        }
        return switch (decision) {
            case ClinicianDecision clinician -> written(clinician, node);
            case PayerDecision payer -> written(payer, node);
        };
    }

    private static ObjectNode written(ClinicianDecision decision, ObjectNode node) {
        node.put("choice", decision.choice().word()).put("reason", decision.reason());
        node.putObject("signature")
                .put("person", decision.signature().person())
                .put("printedName", decision.signature().printedName())
                .put("meaning", decision.signature().meaning());
        OnScreen shown = decision.shown();
        ObjectNode screen = node.putObject("shown").put("asOf", shown.asOf().toString());
        present(screen, "policy", shown.policy());
        present(screen, "version", shown.version());
        present(screen, "determinationDigest", shown.determinationDigest());
        screen.put("factDigest", shown.factDigest()).put("statedDigest", shown.statedDigest());
        return node;
    }

    private static ObjectNode written(PayerDecision decision, ObjectNode node) {
        node.put("payer", decision.payer().value())
                .put("expedited", decision.expedited())
                .put("requestedAt", decision.requestedAt().toString())
                .put("result", decision.result().word());
        node.putObject("request")
                .put("stage", decision.request().stage().word())
                .put("procedure", decision.request().procedure());
        Denial denial = decision.denial();
        if (denial != null) {
            write(denial, node.putObject("denial"));
        }
        return node;
    }

    private static void write(Denial denial, ObjectNode node) {
        present(node, "code", denial.code()).put("text", denial.text());
        Disputed disputes = denial.disputes();
        if (disputes != null) {
            node.putObject("disputes").put("policy", disputes.policy()).put("criterion", disputes.criterion());
        }
    }

    private static ObjectNode present(ObjectNode node, String field, @Nullable String value) {
        return value == null ? node : node.put(field, value);
    }
}
