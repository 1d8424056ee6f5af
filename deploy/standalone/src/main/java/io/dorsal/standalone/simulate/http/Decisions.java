package io.dorsal.standalone.simulate.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.FactDigest;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.ClinicianDecision.OnScreen;
import io.dorsal.model.decision.PayerDecision;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.wire.CoverageDeterminationCodec;
import io.dorsal.model.wire.CoverageDeterminationReader;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.standalone.simulate.core.Delivery.ClinicianDecided;
import io.dorsal.standalone.simulate.http.FrontDoor.Answer;
import io.dorsal.standalone.simulate.retry.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What clinicians decide and payers answer. Writing the same again changes nothing. */
public final class Decisions {
    private final FrontDoor door;
    private final Patience patience;

    public Decisions(FrontDoor door, Patience patience) {
        this.door = door;
        this.patience = patience;
    }

    public void answer(PayerDecision answer) {
        post("/api/trials/" + answer.trial() + "/payer-decisions", DecisionCodec.canonical(answer));
    }

    /** Signed again later, over another screen, it would be another decision. */
    public boolean isRecorded(ClinicianDecided decided) {
        String path = "/api/trials/" + decided.trial() + "/decisions";
        JsonNode items = door.get(path).orRefuse(path).json().path("items");
        return items.findValuesAsText("decision").contains(decided.id().value());
    }

    public void sign(ClinicianDecided decided) {
        sign(decided, patience.until(() -> shown(decided)));
    }

    public void sign(ClinicianDecided decided, OnScreen shown) {
        post("/api/trials/" + decided.trial() + "/decision", DecisionCodec.canonical(decided.over(shown)));
    }

    private void post(String path, String body) {
        door.send("POST", path, body, Map.of()).orRefuse(path);
    }

    /** The trial's determination at the time of signing. */
    private OnScreen shown(ClinicianDecided decided) throws IOException {
        TrialId trial = decided.trial();
        Answer answer = door.get("/api/coverage/%s?asOf=%s".formatted(trial, decided.due()));
        if (!answer.isGood()) {
            throw new IOException("The determination of %s was answered with %d".formatted(trial, answer.status()));
        }
        CoverageDetermination shown =
                CoverageDeterminationReader.parse(answer.body().getBytes(StandardCharsets.UTF_8));
        String facts = shown.factDigest();
        String stated = shown.statedDigest();
        if (facts == null || stated == null) {
            throw new IOException("The determination of %s has seen no outcome yet".formatted(trial));
        }
        String digest = FactDigest.sha256(CoverageDeterminationCodec.stored(shown));
        return new OnScreen(shown.policy(), shown.version(), shown.asOf(), digest, facts, stated);
    }
}
