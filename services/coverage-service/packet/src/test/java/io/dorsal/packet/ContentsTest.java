package io.dorsal.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.coverage.core.Policy;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.wire.CanonicalJson;
import io.dorsal.model.wire.Json;
import io.dorsal.packet.core.Attachment;
import io.dorsal.packet.core.Manifest;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a packet holds: enough to compute everything again, and no more than that. */
class ContentsTest {
    private static final Contents CONTENTS = SampleTrial.contents();

    @Test
    void everythingThatADeterminationFollowsFromIsEnclosed() {
        assertThat(CONTENTS.attachments())
                .extracting(Attachment::name)
                .containsExactly(
                        "facts.json",
                        "rules.json",
                        "policy-mac-scs-ngs-2021-07-01.yaml",
                        "policy-cms-ncd-160.7-1995-08-07.yaml",
                        "policy-codes.yaml",
                        "responder-outcome.json",
                        "opioid-outcome.json",
                        "determination.json");
        assertThat(CONTENTS.manifest().definitions())
                .containsExactly("holistic/1", "opioid/1", "pain-relief/1", "stimulation/1");
        assertThat(CONTENTS.computed().determination().result()).isEqualTo(CoverageResult.SUPPORTED);
    }

    @Test
    void everyJsonIsCanonical() {
        CONTENTS.attachments().stream()
                .filter(attachment -> attachment.mediaType().equals(Attachment.JSON))
                .forEach(attachment -> assertThat(CanonicalJson.of(Json.parse(attachment.bytes())))
                        .isEqualTo(attachment.text()));
    }

    @Test
    void theDigestsInsideAreThoseOfTheEnclosedFacts() {
        JsonNode determination = Json.parse(text("determination.json"));
        JsonNode outcome = Json.parse(text("responder-outcome.json"));

        assertThat(determination.get("factDigest")).isEqualTo(outcome.get("factDigest"));
        assertThat(determination.get("statedDigest")).isEqualTo(outcome.get("statedDigest"));
        assertThat(CONTENTS.allFactsDigest())
                .isNotEqualTo(outcome.get("factDigest").textValue());
    }

    @Test
    void wordsOfAPersonAndPapersForOthersStayBehind() {
        String all = CONTENTS.attachments().stream().map(Attachment::text).collect(Collectors.joining());

        assertThat(all).doesNotContain("PRIVATE-WORDS", "SECRET-PAPER", "long-ago", "\"gone\"", "recordedBy");
        assertThat(CONTENTS.manifest().leftOut())
                .containsEntry("reports", 2L)
                .containsEntry("documents", 1L)
                .containsEntry("treatments", 0L)
                .containsEntry("reasonsOfCorrections", 1L);
    }

    @Test
    void anotherPatientsPainStaysBehind() {
        JsonNode boot = Json.parse(text("facts.json")).at("/devices/0/boots/0");

        assertThat(boot.get("events")).noneMatch(event -> event.path("score").asInt() == 9);
        assertThat(boot.get("usage").toString()).doesNotContain("2026-02-28", "2026-03-01");
    }

    @Test
    void whateverWasStatedWhatIsLeftOutChangesNothing() {
        Random random = new Random(11);
        for (int round = 0; round < 20; round++) {
            var facts = SampleTrial.facts(random, "ETS-1");
            for (Policy policy : SampleTrial.SHELF.policies().all()) {
                for (Instant asOf : List.of(
                        SampleTrial.AS_OF,
                        Instant.parse("2026-03-06T12:00:00Z"),
                        Instant.parse("2026-02-27T12:00:00Z"))) {
                    try {
                        // It throws where the outcome of what is enclosed says anything else.
                        Contents.assemble(
                                facts,
                                SampleTrial.BASIS,
                                SampleTrial.SHELF,
                                policy.ref().id(),
                                asOf,
                                computed -> List.of());
                    } catch (NoDetermination e) {
                        assertThat(e).hasMessageContaining(policy.ref().id());
                    }
                }
            }
        }
    }

    @Test
    void aPolicyThatIsNotAboutTheTrialMakesNoPacket() {
        assertThatThrownBy(() -> Contents.assemble(
                        SampleTrial.facts(),
                        SampleTrial.BASIS,
                        SampleTrial.SHELF,
                        "mac-pns-l34328",
                        SampleTrial.AS_OF,
                        computed -> List.of()))
                .isInstanceOf(NoDetermination.class)
                .hasMessageContaining("does not apply");
    }

    @Test
    void furtherEvidenceIsListedToo() {
        Contents more = Contents.assemble(
                SampleTrial.facts(),
                SampleTrial.BASIS,
                SampleTrial.SHELF,
                SampleTrial.POLICY,
                SampleTrial.AS_OF,
                computed -> List.of(new Attachment("bundle.json", "application/fhir+json", "{}")));

        assertThat(more.manifest().names()).contains("bundle.json");
        assertThat(more.manifestFile().name()).isEqualTo(Manifest.FILE);
    }

    private static byte[] text(String name) {
        return CONTENTS.attachments().stream()
                .filter(attachment -> attachment.name().equals(name))
                .findFirst()
                .orElseThrow()
                .bytes();
    }
}
