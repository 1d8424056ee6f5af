package io.dorsal.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.Topics;
import io.dorsal.standalone.bench.PublishedOutcomes;
import io.dorsal.standalone.bench.PublishedOutcomes.Published;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A late correction, from the registry's HTTP to responders, opioids and coverage of the packaged stack, on the API and in
 * the topics: all six name one digest of what was stated, and the figures are those of the correction.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LateCorrectionIT {
    private static final Duration CATCHING_UP_MAX = Duration.ofSeconds(90);

    // Its client tells each partition's position; kept, since a logger that nobody holds forgets its level.
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    static {
        KAFKA.setLevel(Level.WARNING);
    }

    @RegisterExtension
    static final SharedStack SHARED = new SharedStack();

    private final Api api = new Api(SHARED.running().frontDoor());
    private final PublishedOutcomes published =
            new PublishedOutcomes(SHARED.running().bootstrapServers());

    @AfterEach
    void close() throws InterruptedException {
        published.close();
    }

    /** What the three say of a trial. */
    private record Outcomes(JsonNode responder, JsonNode opioid, JsonNode determination) {
        Stream<JsonNode> all() {
            return Stream.of(responder, opioid, determination);
        }
    }

    /** The same trial over HTTP and in the topics. */
    private record Agreed(String digest, List<Outcomes> outcomes) {}

    @Test
    void aCorrectedDiaryEntryChangesAllThreeAlike() {
        CoverageTrial trial = trial("late-1", true);
        Agreed before = awaitAll(trial);
        assertThat(before.outcomes()).allSatisfy(found -> {
            assertThat(found.responder().at("/relief/exact").asText()).isEqualTo("50/1");
            assertThat(found.determination().path("result").asText()).isEqualTo("SUPPORTED");
        });
        trial.entry(5, 2, 9);
        assertThat(awaitAfter(before, trial).outcomes()).allSatisfy(found -> {
            assertThat(found.responder().at("/relief/exact").asText()).isEqualTo("75/2");
            assertThat(reliefIn(found.determination())).isEqualTo("37.5 %");
            assertThat(found.determination().path("result").asText()).isEqualTo("INCOMPLETE");
            assertThat(found.opioid().at("/change/exact").asText()).isEqualTo("-50/1");
        });
    }

    @Test
    void aCorrectedIntakeChangesAllThreeAlike() {
        CoverageTrial trial = trial("late-2", true);
        Agreed before = awaitAll(trial);
        assertThat(before.outcomes())
                .allSatisfy(found ->
                        assertThat(found.opioid().at("/end/exact").asText()).isEqualTo("30/1"));
        trial.intake(5, 2, 3);
        assertThat(awaitAfter(before, trial).outcomes()).allSatisfy(found -> {
            assertThat(found.opioid().at("/end/exact").asText()).isEqualTo("45/1");
            assertThat(found.responder().at("/relief/exact").asText()).isEqualTo("50/1");
            assertThat(reliefIn(found.determination())).isEqualTo("50 %");
        });
    }

    @Test
    void aLateDocumentChangesAllThreeAlike() {
        CoverageTrial trial = trial("late-3", false);
        Agreed before = awaitAll(trial);
        assertThat(before.outcomes())
                .allSatisfy(
                        found -> assertThat(found.determination().path("result").asText())
                                .isEqualTo("INCOMPLETE"));
        trial.written(true);
        assertThat(awaitAfter(before, trial).outcomes()).allSatisfy(found -> {
            assertThat(found.determination().path("result").asText()).isEqualTo("SUPPORTED");
            assertThat(reliefIn(found.determination())).isEqualTo("50 %");
        });
    }

    private CoverageTrial trial(String id, boolean examined) {
        return new CoverageTrial(api, id).written(examined).diary(8, 4).intakes(4, 2);
    }

    /** Waits until all that was filed is in all six. */
    private Agreed awaitAll(CoverageTrial trial) {
        return await(
                trial,
                agreed -> agreed.outcomes().stream()
                        .allMatch(found ->
                                isKnown(found.responder(), "answeredDays") && isKnown(found.opioid(), "knownDays")));
    }

    private static boolean isKnown(JsonNode outcome, String days) {
        return outcome.path("baseline").path(days).asInt() == CoverageTrial.BASELINE_DAYS
                && outcome.path("trial").path(days).asInt() == CoverageTrial.TRIAL_DAYS;
    }

    /** Waits until all six have seen a correction. */
    private Agreed awaitAfter(Agreed before, CoverageTrial trial) {
        return await(trial, agreed -> !agreed.digest().equals(before.digest()));
    }

    private Agreed await(CoverageTrial trial, Predicate<Agreed> until) {
        return Awaitility.await()
                .atMost(CATCHING_UP_MAX)
                .until(() -> agreed(trial), agreed -> agreed.filter(until).isPresent())
                .orElseThrow();
    }

    /** Empty while they do not name one digest, or one of them is still to come. */
    private Optional<Agreed> agreed(CoverageTrial trial) {
        List<Outcomes> outcomes = Stream.of(answered(trial), published(trial))
                .flatMap(Optional::stream)
                .toList();
        Set<String> digests = outcomes.stream()
                .flatMap(Outcomes::all)
                .map(outcome -> outcome.path("statedDigest").asText())
                .collect(Collectors.toSet());
        return outcomes.size() == 2 && digests.size() == 1
                ? Optional.of(new Agreed(digests.iterator().next(), outcomes))
                : Optional.empty();
    }

    private Optional<Outcomes> answered(CoverageTrial trial) {
        return trial.isKnown()
                ? Optional.of(new Outcomes(
                        api.get("/api/responders/" + trial.id()),
                        api.get("/api/opioids/" + trial.id()),
                        api.get("/api/coverage/" + trial.id())))
                : Optional.empty();
    }

    private Optional<Outcomes> published(CoverageTrial trial) {
        Published responder = published.of(Topics.RESPONDER_OUTCOMES, trial.id());
        Published opioid = published.of(Topics.OPIOID_OUTCOMES, trial.id());
        Published determination = published.of(Topics.COVERAGE_DETERMINATIONS, trial.id() + "/" + CoverageTrial.POLICY);
        return responder == null
                        || opioid == null
                        || determination == null
                        // One that rests on an earlier outcome is followed by another.
                        || !digest(responder).equals(digest(determination))
                ? Optional.empty()
                : Optional.of(new Outcomes(responder.document(), opioid.document(), determination.document()));
    }

    private static String digest(Published published) {
        return published.document().path("factDigest").asText();
    }

    /** The relief that the determination compared with the policy's threshold. */
    private static String reliefIn(JsonNode determination) {
        return StreamSupport.stream(determination.path("criteria").spliterator(), false)
                .flatMap(criterion ->
                        StreamSupport.stream(criterion.path("facts").spliterator(), false))
                .filter(fact -> fact.path("name").asText().equals("painRelief"))
                .map(fact -> fact.path("value").asText())
                .findFirst()
                .orElse("not compared");
    }
}
