package io.dorsal.packet;

import io.dorsal.coverage.core.Policy;
import io.dorsal.coverage.policy.PolicyFile;
import io.dorsal.coverage.policy.PolicyRefused;
import io.dorsal.coverage.policy.PolicyShelf;
import io.dorsal.coverage.policy.ShippedFiles;
import io.dorsal.model.Malformed;
import io.dorsal.packet.core.Attachment;
import io.dorsal.packet.core.Manifest;
import io.dorsal.responder.core.TrialFacts;
import io.dorsal.responder.wire.TrialFactsCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a packet's outcomes are computed from, read from its files and from nothing else. */
record Enclosed(TrialFacts facts, Basis basis, PolicyShelf shelf, String policy, Instant asOf) {
    static final String FACTS = "facts.json";
    static final String RULES = "rules.json";
    static final String CODES = "policy-codes.yaml";

    /** One of the files cannot be read. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String name;

        Unreadable(String name, Exception cause) {
            super(cause.getMessage(), cause);
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    /** The files that hold facts, rules and policy. */
    static List<Attachment> files(TrialFacts facts, Basis basis, PolicyShelf shelf, Policy policy) {
        List<Attachment> files = new ArrayList<>();
        files.add(new Attachment(FACTS, Attachment.JSON, text(facts)));
        files.add(new Attachment(RULES, Attachment.JSON, basis.text()));
        List<Manifest.PolicyFile> named = named(policy);
        List<PolicyFile> texts = shelf.filesOf(policy);
        for (int i = 0; i < named.size(); i++) {
            files.add(new Attachment(
                    named.get(i).file(), Attachment.YAML, texts.get(i).text()));
        }
        files.add(new Attachment(CODES, Attachment.YAML, ShippedFiles.codes().text()));
        return files;
    }

    /** The policy itself first, then those that it includes. */
    static List<Manifest.PolicyFile> named(Policy policy) {
        List<Policy.Ref> refs = new ArrayList<>(List.of(policy.ref()));
        refs.addAll(policy.includes());
        return refs.stream()
                .map(ref -> new Manifest.PolicyFile(
                        ref.id(), ref.version(), "policy-%s-%s.yaml".formatted(ref.id(), ref.version())))
                .toList();
    }

    static Enclosed read(List<Manifest.PolicyFile> policies, Instant asOf, Map<String, String> texts)
            throws Unreadable {
        return new Enclosed(
                read(FACTS, texts, text -> TrialFactsCodec.parse(text.getBytes(StandardCharsets.UTF_8))),
                read(RULES, texts, Basis::parse),
                shelf(policies, texts),
                policies.isEmpty() ? "" : policies.getFirst().id(),
                asOf);
    }

    private static PolicyShelf shelf(List<Manifest.PolicyFile> policies, Map<String, String> texts) throws Unreadable {
        List<PolicyFile> files = policies.stream()
                .map(policy -> new PolicyFile(
                        "%s/%s.yaml".formatted(policy.id(), policy.version()), texts.getOrDefault(policy.file(), "")))
                .toList();
        PolicyFile codes = new PolicyFile(ShippedFiles.codes().name(), texts.getOrDefault(CODES, ""));
        try {
            return PolicyShelf.read(files, codes);
        } catch (PolicyRefused e) {
            throw new Unreadable(
                    policies.isEmpty() ? CODES : policies.getFirst().file(), e);
        }
    }

    private interface Reader<T> {
        T read(String text);
    }

    private static <T> T read(String name, Map<String, String> texts, Reader<T> reader) throws Unreadable {
        try {
            return reader.read(Objects.requireNonNull(texts.get(name), "it is not enclosed"));
        } catch (Malformed | NullPointerException | IllegalArgumentException e) {
            throw new Unreadable(name, e);
        }
    }

    private static String text(TrialFacts facts) {
        return new String(TrialFactsCodec.bytes(facts), StandardCharsets.UTF_8);
    }

    /** Facts and rules as they were read, in the one form that they are written in. */
    List<Attachment> readBack() {
        return List.of(
                new Attachment(FACTS, Attachment.JSON, text(facts)),
                new Attachment(RULES, Attachment.JSON, basis.text()));
    }

    Computation compute() {
        return Computation.of(facts, basis, shelf, policy, asOf);
    }
}
