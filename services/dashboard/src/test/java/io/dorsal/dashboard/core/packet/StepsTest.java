package io.dorsal.dashboard.core.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.dashboard.core.packet.Packets.Change;
import io.dorsal.dashboard.core.packet.Packets.Changes;
import io.dorsal.dashboard.core.packet.Packets.Proof;
import io.dorsal.dashboard.core.packet.Packets.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages of a packet's verification and of what has changed since. */
class StepsTest {
    @Test
    void aVerdictIsToldWithWhatItRestsOn() {
        ProofPart part =
                ProofPart.of(new Found<>(new Proof(null, "key", List.of("facts.json"), List.of("policy-codes.yaml"))));

        assertThat(part.verdict()).isEqualTo("Verified");
        assertThat(part.verified()).isTrue();
        assertThat(part.key()).isEqualTo("key");
    }

    @Test
    void aDifferenceIsToldAsItIs() {
        ProofPart part = ProofPart.of(new Found<>(new Proof("facts.json is missing", null, List.of(), List.of())));

        assertThat(part.verdict()).isEqualTo("Not verified");
        assertThat(part.verified()).isFalse();
        assertThat(part.difference()).isEqualTo("facts.json is missing");
    }

    @Test
    void noAnswerIsNoVerdict() {
        ProofPart part = ProofPart.of(new Unavailable<>("it cannot be reached"));

        assertThat(part.verdict()).isEqualTo("Not known");
        assertThat(part.verified()).isFalse();
        assertThat(part.notice()).contains("it cannot be reached", "says nothing about the packet");
        assertThat(ProofPart.of(new Unknown<>()).verdict()).isEqualTo("Not known");
    }

    @Test
    void changesAreThoseSinceTheLatestPacket() {
        Change change = new Change("Result", "incomplete", "supported");
        ChangesPart part = ChangesPart.of(new Found<>(new Changes(2L, false, List.of(change))));

        assertThat(part.since()).isEqualTo(2);
        assertThat(part.sentence()).isEqualTo("A packet issued now would differ from packet 2 in this:");
        assertThat(part.changes()).containsExactly(change);
    }

    @Test
    void noChangeNoPacketAndNoAnswerAreToldApart() {
        assertThat(ChangesPart.of(new Found<>(new Changes(1L, true, List.of()))).sentence())
                .startsWith("Nothing.");
        assertThat(ChangesPart.of(new Found<>(new Changes(null, false, List.of())))
                        .sentence())
                .contains("no packet of this trial under this policy yet");
        assertThat(ChangesPart.of(new Found<>(new Refused("no-determination", "It is not in force.")))
                        .sentence())
                .isEqualTo("There is nothing to compare with just now: It is not in force.");
        assertThat(ChangesPart.of(new Unavailable<>("it cannot be reached")).sentence())
                .contains("it cannot be reached");
        assertThat(ChangesPart.of(new Unknown<>()).since()).isZero();
    }
}
