package io.dorsal.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.dorsal.coverage.core.Policy;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.packet.core.Changes;
import io.dorsal.packet.core.Particulars;
import io.dorsal.packet.core.Verdict.Verified;
import io.dorsal.packet.jose.KeyFolder;
import io.dorsal.packet.jose.KeySet;
import io.dorsal.responder.core.TrialFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever was stated makes a packet under every policy that applies, at every instant, and another one after it. What
 * the measures read and what is enclosed are the same by construction; this is the proof by example.
 */
class AnyFactsMakeAPacketTest {
    private static final int ROUNDS = 400;
    private static final int SEALED_EVERY = 20;
    private static final List<Policy> POLICIES =
            SampleTrial.SHELF.policies().all().stream().toList();

    @TempDir
    Path folder;

    @Test
    void whateverWasStatedAPacketIsIssuedVerifiedAndAmended() throws Exception {
        KeyFolder keys = KeyFolder.open(folder, SamplePacket.ISSUED_AT);
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("AnyFactsMakeAPacketTest -Dseed=" + seed);
        int issued = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(seed + round);
            RandomTrial trial = new RandomTrial(random);
            TrialFacts facts = trial.facts();
            Instant asOf = trial.asOf();
            String policy = POLICIES.get(random.nextInt(POLICIES.size())).ref().id();
            try {
                Contents first = contents(facts, policy, asOf);
                Contents amended = contents(withOneMore(facts, asOf), policy, asOf);
                assertThat(Changes.between(
                                first.computed().said(), amended.computed().said()))
                        .as("changes")
                        .isNotNull();
                if (issued++ % SEALED_EVERY == 0) {
                    assertVerifies(amended, keys);
                }
            } catch (NoDetermination e) {
                assertThat(e).hasMessageContaining(policy);
            } catch (RuntimeException e) {
                fail("Round %s, seed %s, %s as of %s".formatted(round, seed + round, policy, asOf), e);
            }
        }
        assertThat(issued).as("packets among the rounds").isGreaterThan(ROUNDS / 10);
    }

    private static Contents contents(TrialFacts facts, String policy, Instant asOf) {
        return Contents.assemble(
                new Known(facts, SampleTrial.BASIS), SampleTrial.SHELF, policy, asOf, computed -> List.of());
    }

    private static void assertVerifies(Contents contents, KeyFolder keys) throws Exception {
        Particulars particulars = SamplePacket.PARTICULARS;
        byte[] pdf = Seal.seal(SamplePacket.pages(), contents, particulars, keys.current());
        assertThat(new Verifier(KeySet.parse(keys.published())).verify(pdf)).isInstanceOf(Verified.class);
    }

    /** The report that the fault was found with: an impression of change on the day before the as-of instant. */
    private static TrialFacts withOneMore(TrialFacts facts, Instant asOf) {
        TrialId trial = facts.trial().trial();
        List<PatientReport> reports = new ArrayList<>(facts.reports());
        reports.add(ReportCodec.parse(trial, asOf, null, Json.parse("""
                {"report":"one-more","revision":1,"kind":"FUNCTION","at":"%s","instrument":"PGIC","score":4,
                 "direction":"HIGHER_IS_BETTER"}""".formatted(asOf.minusSeconds(86_400))
                .getBytes(StandardCharsets.UTF_8))));
        return new TrialFacts(facts.trial(), reports, facts.devices());
    }
}
