package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.responder.core.Rules;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins every key, its default and its refusal. */
class ConfigTest {
    @Test
    void theDefaultsAreTheDefinitions() {
        ResponderConfig config = Instance.config(Map.of());
        Settings.check(config);
        assertThat(Settings.rules(config)).isEqualTo(Rules.PAIN_RELIEF_1);
        assertThat(config.consumer().enabled()).isTrue();
        assertThat(config.consumer().group()).isEqualTo("responder-service");
        assertThat(config.consumer().batchRecordsMax()).isEqualTo(5_000);
        assertThat(config.consumer().retryMin()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.consumer().retryMax()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.outbox().lettersMax()).isEqualTo(500);
        assertThat(config.outbox().checkEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.outbox().deliveryTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.progress().checkEvery()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.progress().stalledAfter()).isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({
        "consumer.group, ' ', a name",
        "consumer.batch-records-max, 0, 1 to 100000",
        "consumer.retry-min, PT0S, PT0.01S to PT1M",
        "consumer.retry-max, PT0.05S, PT0.1S to PT1M",
        "outbox.letters-max, 0, 1 to 10000",
        "outbox.check-every, PT0S, PT0.1S to PT1H",
        "outbox.delivery-timeout, PT1S, PT15S to PT5M",
        "progress.check-every, PT0S, PT0.1S to PT5M",
        "progress.stalled-after, PT1S, PT5S to PT24H",
        "rules.baseline-answered-days-min, 8, 1 to 7",
        "rules.trial-answered-days-min, 0, 1 to 60",
        "rules.trial-answered-percent-min, 100.5, 0 to 100",
        "rules.trial-days-max, 0, 1 to 366",
        "rules.washout, -PT1M, PT0S to PT24H",
        "rules.impedance-jump-factor, 0.5, 1 to 1000",
        "rules.clock-offset-max, PT0S, PT1M to PT8760H",
        "rules.clock-live-apart-min, PT0S, PT1S to PT24H",
        "rules.clock-live-drift-max, PT0S, PT1S to PT24H",
        "rules.mcid.pain-nrs, 0, 0.001 to 10",
        "rules.mcid.pain-vas, 101, 0.001 to 100",
        "rules.mcid.odi, -1, 0.001 to 100",
        "rules.mcid.eq5d5l, 2.1, 0.001 to 2",
        "rules.mcid.promis, 0, 0.001 to 100",
        "rules.mcid.sleep, 11, 0.001 to 10",
        "rules.impaired-from.pain-nrs, 1.9, 2 to 10",
        "rules.impaired-from.pain-vas, 19, 20 to 100",
        "rules.impaired-from.odi, 9, 10 to 100",
        "rules.impaired-from.eq5d5l, 0.927, -1 to 0.926",
        "rules.impaired-from.promis-physical-function, 96, 0 to 95",
        "rules.impaired-from.promis-pain-interference, 4, 5 to 100",
        "rules.impaired-from.promis-sleep-disturbance, 4, 5 to 100",
        "rules.impaired-from.sleep, 8.1, 0 to 8",
        "rules.function-baseline-age-max, PT1H, PT24H to PT8784H"
    })
    void aWrongValueIsRefusedWithWhatToDo(String key, String value, String expected) {
        String name = "dorsal.responder." + key;
        assertThatThrownBy(() -> Settings.check(Instance.config(Map.of(name, value))))
                .hasMessageStartingWith(name + " must be " + expected)
                .hasMessageEndingWith("(set " + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + ")");
    }

    @Test
    void choicesOfTheDefinitionReachTheRules() {
        Rules rules = Settings.rules(Instance.config(Map.of(
                "dorsal.responder.rules.trial-answered-percent-min", "66.5",
                "dorsal.responder.rules.washout", "PT10M",
                "dorsal.responder.rules.mcid.odi", "12.8",
                "dorsal.responder.rules.impaired-from.promis-pain-interference", "60")));
        assertThat(rules.diary().trialAnsweredShareMin()).hasToString("133/200");
        assertThat(rules.stimulation().washout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(rules.function().odi().mcid()).hasToString("64/5");
        assertThat(rules.function().promisPainInterference().impairedFrom()).hasToString("60/1");
    }
}
