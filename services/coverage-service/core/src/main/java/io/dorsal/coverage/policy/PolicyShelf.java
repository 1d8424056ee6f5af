package io.dorsal.coverage.policy;

import io.dorsal.coverage.core.Policies;
import io.dorsal.coverage.core.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every policy that was read, and the file that each comes from.
 *
 * @param files by policy, for the evidence packet
 */
public record PolicyShelf(Policies policies, Map<Policy.Ref, PolicyFile> files) {

    /**
     * Reads policies, all of them or none. The packet verifier reads the enclosed files in the same way.
     *
     * @param codes the file of codes that policies may name
     * @throws PolicyRefused naming every mistake of every file
     */
    public static PolicyShelf read(List<PolicyFile> files, PolicyFile codes) {
        ShippedCodes shipped = ShippedCodes.read(codes);
        List<Mistake> mistakes = new ArrayList<>();
        List<PolicyDraft> drafts = new ArrayList<>();
        Map<Policy.Ref, PolicyFile> byRef = new LinkedHashMap<>();
        List<Mistakes> sinks = new ArrayList<>();
        for (PolicyFile file : files) {
            Mistakes sink = new Mistakes(file.name());
            PolicyDraft draft = DraftReader.read(file, sink, shipped);
            sinks.add(sink);
            if (draft != null) {
                drafts.add(draft);
                byRef.put(draft.policy().ref(), file);
            }
        }
        List<Policy> policies = new Joining(drafts).joined();
        sinks.forEach(sink -> mistakes.addAll(sink.found()));
        if (!mistakes.isEmpty()) {
            throw new PolicyRefused(mistakes);
        }
        return new PolicyShelf(new Policies(policies), Map.copyOf(byRef));
    }

    /** The policies that ship with Dorsal. */
    public static PolicyShelf shipped() {
        return read(ShippedFiles.policies(), ShippedFiles.codes());
    }

    /** The file of a policy, then those of the policies that it includes: all that its determinations depend on. */
    public List<PolicyFile> filesOf(Policy policy) {
        return Stream.concat(Stream.of(policy.ref()), policy.includes().stream())
                .map(this::fileOf)
                .toList();
    }

    private PolicyFile fileOf(Policy.Ref ref) {
        @Nullable PolicyFile file = files.get(ref);
        return Objects.requireNonNull(file, () -> "Policy %s was read from no file of this shelf.".formatted(ref));
    }
}
