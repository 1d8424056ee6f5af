package io.dorsal.responder;

import io.dorsal.model.Rational;
import io.dorsal.model.window.WindowRules;
import io.dorsal.responder.core.Rules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** The configuration, checked: a wrong value stops the start with a sentence that says how to mend it. */
final class Settings {
    private static final String PREFIX = "dorsal.responder.";
    private static final Duration DAY = Duration.ofDays(1);

    private Settings() {}

    static void check(ResponderConfig config) {
        range("consumer.batch-records-max", config.consumer().batchRecordsMax(), 1, 100_000);
        range("consumer.retry-min", config.consumer().retryMin(), Duration.ofMillis(10), Duration.ofMinutes(1));
        range(
                "consumer.retry-max",
                config.consumer().retryMax(),
                config.consumer().retryMin(),
                Duration.ofMinutes(1));
        range("outbox.letters-max", config.outbox().lettersMax(), 1, 10_000);
        range("outbox.check-every", config.outbox().checkEvery(), Duration.ofMillis(100), Duration.ofHours(1));
        range(
                "outbox.delivery-timeout",
                config.outbox().deliveryTimeout(),
                Duration.ofSeconds(15),
                Duration.ofMinutes(5));
        range("progress.check-every", config.progress().checkEvery(), Duration.ofMillis(100), Duration.ofMinutes(5));
        range(
                "progress.stalled-after",
                config.progress().stalledAfter(),
                config.progress().checkEvery(),
                DAY);
        if (config.consumer().group().isBlank()) {
            throw refused("consumer.group", "a name", "nothing");
        }
        rules(config);
    }

    /** The rules of the definitions, with the choices made here. */
    static Rules rules(ResponderConfig config) {
        ResponderConfig.Rules chosen = config.rules();
        WindowRules diary = Rules.PAIN_RELIEF_1.diary();
        Rules.Clock clock = new Rules.Clock(
                chosen.clockOffsetMax(),
                chosen.clockLiveApartMin(),
                chosen.clockLiveDriftMax(),
                Rules.PAIN_RELIEF_1.clock().liveRunMin(),
                Rules.PAIN_RELIEF_1.clock().heldMax(),
                Rules.PAIN_RELIEF_1.clock().correctedMin());
        range("rules.trial-days-max", chosen.trialDaysMax(), 1, 366);
        range("rules.baseline-answered-days-min", chosen.baselineAnsweredDaysMin(), 1, diary.baselineDays());
        range("rules.trial-answered-days-min", chosen.trialAnsweredDaysMin(), 1, chosen.trialDaysMax());
        range("rules.trial-answered-percent-min", chosen.trialAnsweredPercentMin(), 0, 100);
        range("rules.washout", chosen.washout(), Duration.ZERO, DAY);
        range("rules.impedance-jump-factor", chosen.impedanceJumpFactor(), 1, 1_000);
        range("rules.clock-offset-max", clock.trustedMax(), Duration.ofMinutes(1), Duration.ofDays(365));
        range("rules.clock-live-apart-min", clock.liveApartMin(), Duration.ofSeconds(1), DAY);
        range("rules.clock-live-drift-max", clock.liveDriftMax(), Duration.ofSeconds(1), DAY);
        return new Rules(
                new WindowRules(
                        diary.baselineDays(),
                        chosen.baselineAnsweredDaysMin(),
                        chosen.trialAnsweredDaysMin(),
                        Rational.of(chosen.trialAnsweredPercentMin()).dividedBy(Rational.of(100)),
                        diary.lastDays(),
                        chosen.trialDaysMax()),
                Rules.PAIN_RELIEF_1.relief(),
                new Rules.Stimulation(chosen.washout(), Rational.of(chosen.impedanceJumpFactor())),
                clock,
                Rules.PAIN_RELIEF_1.limits(),
                HolisticSettings.rules(chosen));
    }

    private static void range(String key, int value, int min, int max) {
        if (value < min || value > max) {
            throw refused(key, "%d to %d".formatted(min, max), Integer.toString(value));
        }
    }

    private static void range(String key, BigDecimal value, int min, int max) {
        range(key, value, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    static void range(String key, BigDecimal value, BigDecimal min, BigDecimal max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw refused(key, "%s to %s".formatted(min.toPlainString(), max.toPlainString()), value.toPlainString());
        }
    }

    static void range(String key, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw refused(key, "%s to %s".formatted(min, max), value.toString());
        }
    }

    private static IllegalArgumentException refused(String key, String expected, String got) {
        String name = PREFIX + key;
        return new IllegalArgumentException("%s must be %s, got %s (set %s)"
                .formatted(name, expected, got, name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")));
    }
}
