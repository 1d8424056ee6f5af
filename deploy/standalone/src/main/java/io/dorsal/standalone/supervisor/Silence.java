package io.dorsal.standalone.supervisor;

import io.dorsal.standalone.Refusal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the end of a process, asking all the while whether it still answers: one that is silent for too long will not
 * mend itself, whatever holds it.
 */
final class Silence {
    static final String SETTING = "DORSAL_SILENCE_MAX";
    private static final Duration BY_DEFAULT = Duration.ofSeconds(30);
    private static final Duration INTERVAL_MAX = Duration.ofSeconds(3);

    /** Silence shorter than so many questions proves little, however long each took. */
    private static final int QUESTIONS_MIN = 3;

    private final Liveness liveness;
    private final Duration max;
    private final Duration interval;
    private int unanswered;
    private long since;
    private long asked = System.nanoTime();

    Silence(Liveness liveness, Duration max) {
        this.liveness = liveness;
        this.max = max;
        this.interval = max.dividedBy(QUESTIONS_MIN + 1).compareTo(INTERVAL_MAX) < 0
                ? max.dividedBy(QUESTIONS_MIN + 1)
                : INTERVAL_MAX;
    }

    /** How long a part may be silent, by the environment. */
    static Duration max() {
        String given = System.getenv(SETTING);
        return given == null || given.isBlank() ? BY_DEFAULT : parse(given);
    }

    static Duration parse(String given) {
        try {
            Duration max = Duration.parse(given.strip());
            if (max.compareTo(Duration.ofSeconds(1)) >= 0) {
                return max;
            }
        } catch (DateTimeParseException e) {
            // Refused in the same words.
        }
        throw new Refusal(
                "expected in " + SETTING + " a duration of at least PT1S, such as PT30S, got '" + given + "'");
    }

    /** True when it has ended, false when it lives and has been silent for too long. */
    boolean awaitEnd(Process process) throws InterruptedException {
        while (!process.waitFor(interval.toMillis(), TimeUnit.MILLISECONDS)) {
            if (isTooLong()) {
                return false;
            }
        }
        return true;
    }

    private boolean isTooLong() {
        long now = System.nanoTime();
        if (now - asked > max.toNanos()) {
            // Whoever asks was frozen itself, as a laptop asleep: nothing can be said of the time between.
            unanswered = 0;
        }
        asked = now;
        if (liveness.answers()) {
            unanswered = 0;
            return false;
        }
        if (unanswered == 0) {
            since = now;
        }
        unanswered++;
        return unanswered >= QUESTIONS_MIN && System.nanoTime() - since >= max.toNanos();
    }
}
