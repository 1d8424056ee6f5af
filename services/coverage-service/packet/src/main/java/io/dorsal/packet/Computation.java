package io.dorsal.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.coverage.core.Coverage;
import io.dorsal.coverage.core.Evidence;
import io.dorsal.coverage.core.OpioidFigures;
import io.dorsal.coverage.policy.PolicyShelf;
import io.dorsal.model.Rational;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.CanonicalJson;
import io.dorsal.model.wire.CoverageDeterminationCodec;
import io.dorsal.model.wire.OpioidOutcomeCodec;
import io.dorsal.model.wire.OpioidOutcomeReader;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.dorsal.model.wire.ResponderOutcomeReader;
import io.dorsal.opioid.core.Conversions;
import io.dorsal.opioid.core.OpioidTables;
import io.dorsal.opioid.tables.ShippedTables;
import io.dorsal.packet.core.Attachment;
import io.dorsal.packet.core.Said;
import io.dorsal.responder.core.TrialFacts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What follows from facts, rules and policy: issuing and verifying both come here, so that they cannot disagree. */
public record Computation(
        TrialFacts facts,
        Basis basis,
        ResponderOutcome responder,
        OpioidOutcome opioids,
        CoverageDetermination determination) {
    /** Read once: nine hundred rows. */
    private static final OpioidTables TABLES = ShippedTables.load();

    static final String RESPONDER_OUTCOME = "responder-outcome.json";
    static final String OPIOID_OUTCOME = "opioid-outcome.json";
    static final String DETERMINATION = "determination.json";

    /** @throws IllegalArgumentException when there is no factor set of that name here */
    static Computation of(TrialFacts facts, Basis basis, PolicyShelf shelf, String policy, Instant asOf) {
        ResponderOutcome responder = io.dorsal.responder.core.Assessment.assess(facts, asOf, basis.responder());
        OpioidOutcome opioids = io.dorsal.opioid.core.Assessment.assess(
                new StatedFacts(facts.trial(), facts.reports()),
                asOf,
                conversions(basis),
                basis.opioids().rules());
        // Read back from their bytes: the service, too, judges by what it was sent.
        Evidence evidence = new Evidence(
                facts.trial(),
                ResponderOutcomeReader.parse(ResponderOutcomeCodec.stored(responder)),
                OpioidFigures.of(OpioidOutcomeReader.parse(OpioidOutcomeCodec.stored(opioids))),
                facts.reports());
        return new Computation(
                facts, basis, responder, opioids, Coverage.determine(shelf.policies(), policy, evidence, asOf));
    }

    private static Conversions conversions(Basis basis) {
        Conversions conversions = TABLES.conversions(basis.opioids().factorSet());
        if (conversions == null) {
            throw new IllegalArgumentException(
                    "there is no factor set %s here".formatted(basis.opioids().factorSet()));
        }
        return conversions;
    }

    /** As the packet encloses it. */
    public Trial trial() {
        return facts.trial();
    }

    /** As the packet encloses them. */
    public List<PatientReport> reports() {
        return facts.reports();
    }

    public Said said() {
        return new Said(trial(), reports(), responder, opioids, determination);
    }

    /** How much of the baseline may remain of a responder's pain. */
    public Rational responderShare() {
        return basis.responder().relief().responder();
    }

    /** The three files that follow, in canonical JSON. */
    List<Attachment> attachments() {
        return List.of(
                json(RESPONDER_OUTCOME, ResponderOutcomeCodec.node(responder)),
                json(OPIOID_OUTCOME, OpioidOutcomeCodec.node(opioids)),
                json(DETERMINATION, CoverageDeterminationCodec.node(determination)));
    }

    private static Attachment json(String name, ObjectNode node) {
        return new Attachment(name, Attachment.JSON, CanonicalJson.of(node));
    }

    List<String> definitions() {
        HolisticOutcome function = responder.function();
        Stream<String> others = function == null ? Stream.of() : Stream.of(function.definition());
        return Stream.concat(
                        Stream.of(
                                responder.definition(), responder.stimulation().definition(), opioids.definition()),
                        others)
                .toList();
    }

    /** Whether the two say the same of a trial, be it from more facts or fewer: only digests may differ. */
    boolean agreesWith(Computation other) {
        return withoutDigests().equals(other.withoutDigests());
    }

    private List<JsonNode> withoutDigests() {
        return Stream.of(
                        ResponderOutcomeCodec.node(responder),
                        OpioidOutcomeCodec.node(opioids),
                        CoverageDeterminationCodec.node(determination))
                .<JsonNode>map(node -> node.without(List.of("factDigest", "statedDigest")))
                .toList();
    }
}
