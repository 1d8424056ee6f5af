package io.dorsal.packet;

import io.dorsal.coverage.core.Policy;
import io.dorsal.coverage.policy.PolicyShelf;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.packet.core.Attachment;
import io.dorsal.packet.core.Manifest;
import io.dorsal.packet.json.ManifestCodec;
import io.dorsal.responder.core.TrialFacts;
import io.dorsal.responder.wire.TrialFactsCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a packet holds, before it has a number, pages and signatures. The same facts, rules, policy and as-of instant
 * give the same bytes.
 *
 * @param attachments all that the manifest lists
 * @param allFactsDigest of all facts of the trial, as on screen: of the enclosed ones, the outcomes have their own
 */
public record Contents(
        Manifest manifest, List<Attachment> attachments, Policy policy, Computation computed, String allFactsDigest) {

    /**
     * @param all the facts of the trial, as far as they are known
     * @param further what else the packet encloses, made of what was computed
     * @throws NoDetermination when the policy has none for this trial
     */
    public static Contents assemble(
            TrialFacts all,
            Basis basis,
            PolicyShelf shelf,
            String policyId,
            Instant asOf,
            Function<Computation, List<Attachment>> further) {
        // On their way through the canonical form, 52.0 becomes 52, in explanations too.
        Computation whole =
                Computation.of(TrialFactsCodec.parse(TrialFactsCodec.bytes(all)), basis, shelf, policyId, asOf);
        Policy policy = policyOf(whole.determination(), shelf);
        MinimumFacts minimum = MinimumFacts.of(all, basis, policy, asOf);
        List<Attachment> inputs = Enclosed.files(minimum.facts(), basis, shelf, policy);
        Computation computed = compute(policy, asOf, inputs);
        if (!computed.agreesWith(whole)) {
            throw new IllegalStateException("What was left out of a packet as not needed changes what it says.");
        }
        List<Attachment> attachments = new ArrayList<>(inputs);
        attachments.addAll(computed.attachments());
        attachments.addAll(further.apply(computed));
        Manifest manifest = new Manifest(
                all.trial().trial().value(),
                asOf,
                computed.definitions(),
                Enclosed.named(policy),
                minimum.leftOut(),
                attachments.stream().map(Attachment::entry).toList());
        return new Contents(
                manifest,
                List.copyOf(attachments),
                policy,
                computed,
                whole.responder().factDigest());
    }

    private static Policy policyOf(CoverageDetermination determination, PolicyShelf shelf) {
        String version = determination.version();
        if (version == null || determination.result() == null) {
            throw new NoDetermination(determination.explanation());
        }
        return shelf.policies()
                .version(new Policy.Ref(determination.policy(), version))
                .orElseThrow(() -> new IllegalStateException("A determination names a policy that was judged by."));
    }

    private static Computation compute(Policy policy, Instant asOf, List<Attachment> inputs) {
        try {
            return Enclosed.read(
                            Enclosed.named(policy),
                            asOf,
                            inputs.stream().collect(Collectors.toMap(Attachment::name, Attachment::text)))
                    .compute();
        } catch (Enclosed.Unreadable e) {
            throw new IllegalStateException("What was just written can be read.", e);
        }
    }

    public Attachment manifestFile() {
        return new Attachment(Manifest.FILE, Attachment.JSON, ManifestCodec.text(manifest));
    }

    /** Whether the outcomes follow from it. */
    static boolean isSource(Attachment attachment) {
        return Stream.of(Enclosed.FACTS, Enclosed.RULES).anyMatch(attachment.name()::equals)
                || attachment.mediaType().equals(Attachment.YAML);
    }
}
