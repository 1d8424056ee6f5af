package io.dorsal.coverage;

import io.dorsal.coverage.frontdoor.Answer;
import io.dorsal.coverage.frontdoor.FrontDoor;
import io.dorsal.coverage.http.OutcomesUnavailable;
import io.dorsal.coverage.store.EvidenceStore;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.packet.Known;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** All that is known of a trial, asked of the services that keep it, if they know the same as this one does. */
@ApplicationScoped
public class KnownFacts {
    private final EvidenceStore store;
    private final FrontDoor frontDoor;

    KnownFacts(EvidenceStore store, FrontDoor frontDoor) {
        this.store = store;
        this.frontDoor = frontDoor;
    }

    /** Empty when no trial document of that id is known here. */
    Optional<Known> of(TrialId trial) {
        return store.load(trial).map(evidence -> {
            Known known = parse(
                    found(frontDoor.facts(trial)),
                    found(frontDoor.responderRules(trial)),
                    found(frontDoor.opioidRules(trial)));
            // A paper that has just been entered must not be missing from a packet that is issued now.
            String here = new StatedFacts(evidence.trial(), evidence.reports())
                    .digest(Instant.MAX)
                    .hex();
            if (!here.equals(known.statedDigest(Instant.MAX))) {
                throw new OutcomesUnavailable("the services have not all seen the same facts yet");
            }
            return known;
        });
    }

    private static Known parse(byte[] facts, byte[] responderRules, byte[] opioidRules) {
        try {
            return Known.parse(facts, responderRules, opioidRules);
        } catch (Malformed e) {
            throw new OutcomesUnavailable("facts or rules cannot be read (%s in %s)"
                    .formatted(e.reason().word(), e.field()));
        }
    }

    private static byte[] found(Answer<byte[]> answer) {
        return switch (answer) {
            case Answer.Found<byte[]> found -> found.outcome();
            case Answer.Unknown<byte[]> ignored ->
                throw new OutcomesUnavailable("a service does not know the trial yet");
            case Answer.Unavailable<byte[]> lacking -> throw new OutcomesUnavailable(lacking.why());
        };
    }
}
