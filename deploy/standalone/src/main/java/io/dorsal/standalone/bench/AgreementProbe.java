package io.dorsal.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.Topics;
import io.dorsal.standalone.bench.PublishedOutcomes.Published;
import io.dorsal.standalone.simulate.http.FrontDoor;
import io.dorsal.standalone.simulate.http.FrontDoor.Answer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long after a correction the three outcomes of its trial agree again: on the API, asked again and again,
 * and in the topics. They agree when all name one digest of what was stated, another one than before.
 */
final class AgreementProbe implements AutoCloseable {
    private static final long AGREED_NANOS_MAX = TimeUnit.MINUTES.toNanos(2);

    /** Each question makes a service compute an outcome: asking more often would measure the asking. */
    static final int POLL_PAUSE_MILLIS = 10;

    /** A determination may be published twice, when one outcome comes after the other: the last one counts. */
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final FrontDoor door;
    private final PublishedOutcomes published;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    AgreementProbe(FrontDoor door, PublishedOutcomes published) {
        this.door = door;
        this.published = published;
    }

    /**
     * How long after the registry's answer; in nanoseconds.
     *
     * @param responder until the API's responder outcome knew of the correction
     * @param opioid the same of the opioid outcome
     * @param agreed until the API's coverage, asked when the two had it, knew of it as well
     * @param published until the last record about it had arrived at a subscriber of the three topics
     */
    record Times(long responder, long opioid, long agreed, long published) {}

    /** Waits until a trial that nobody corrects is known everywhere. */
    void awaitAgreement(CorrectableTrial trial) throws InterruptedException {
        until(() -> {
            String digest = digest("responders", trial);
            return !digest.isEmpty()
                            && digest.equals(digest("opioids", trial))
                            && digest.equals(digest("coverage", trial))
                            && isPublished(trial, digest)
                    ? digest
                    : null;
        });
    }

    Times after(Runnable correction, CorrectableTrial trial) throws InterruptedException, ExecutionException {
        String before = digest("coverage", trial);
        correction.run();
        long answered = System.nanoTime();
        Future<Long> responder = askers.submit(() -> awaitOther(before, "responders", trial));
        Future<Long> opioid = askers.submit(() -> awaitOther(before, "opioids", trial));
        long responderAt = responder.get();
        long opioidAt = opioid.get();
        long agreedAt = awaitOther(before, "coverage", trial);
        String after = digest("coverage", trial);
        if (!after.equals(digest("responders", trial)) || !after.equals(digest("opioids", trial))) {
            throw new IllegalStateException("expected the three outcomes of a trial to agree");
        }
        long publishedAt = awaitSettled(trial, after);
        return new Times(responderAt - answered, opioidAt - answered, agreedAt - answered, publishedAt - answered);
    }

    private long awaitOther(String before, String path, CorrectableTrial trial) throws InterruptedException {
        return until(() -> {
            String digest = digest(path, trial);
            return digest.isEmpty() || digest.equals(before) ? null : System.nanoTime();
        });
    }

    private long awaitSettled(CorrectableTrial trial, String digest) throws InterruptedException {
        return until(() -> {
            long last =
                    records(trial).stream().mapToLong(Published::nanos).max().orElse(0);
            return isPublished(trial, digest) && System.nanoTime() - last > SETTLED_NANOS ? last : null;
        });
    }

    private boolean isPublished(CorrectableTrial trial, String digest) {
        List<Published> records = records(trial);
        return records.size() == 3
                && records.stream()
                        .allMatch(record ->
                                text(record.document(), "statedDigest").equals(digest))
                // The determination rests on the very outcome that is published.
                && text(records.getFirst().document(), "factDigest")
                        .equals(text(records.getLast().document(), "factDigest"));
    }

    /** Of responders, opioids and coverage; fewer while some are still to come. */
    private List<Published> records(CorrectableTrial trial) {
        String id = trial.document().trial().value();
        return Stream.of(
                        published.of(Topics.RESPONDER_OUTCOMES, id),
                        published.of(Topics.OPIOID_OUTCOMES, id),
                        published.of(Topics.COVERAGE_DETERMINATIONS, id + "/" + trial.policy()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Empty while the service does not know the trial. */
    private String digest(String path, CorrectableTrial trial) {
        Answer answer = door.get("/api/" + path + "/" + trial.document().trial());
        return answer.isGood() ? text(answer.json(), "statedDigest") : "";
    }

    private static String text(JsonNode document, String field) {
        return document.path(field).asText();
    }

    private static <T> T until(Supplier<@Nullable T> found) throws InterruptedException {
        long end = System.nanoTime() + AGREED_NANOS_MAX;
        for (T some = found.get(); ; some = found.get()) {
            if (some != null) {
                return some;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("expected the three outcomes of a trial to agree in time");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_PAUSE_MILLIS);
        }
    }

    @Override
    public void close() {
        askers.close();
    }
}
