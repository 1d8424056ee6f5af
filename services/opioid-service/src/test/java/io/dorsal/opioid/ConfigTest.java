package io.dorsal.opioid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.opioid.core.Rules;
import io.dorsal.opioid.tables.ShippedTables;
import io.smallrye.config.SmallRyeConfigBuilder;
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
        OpioidConfig config = config(Map.of());
        assertThat(Settings.check(config, ShippedTables.load()).metric("lag")).isEqualTo("dorsal.opioid.lag");
        assertThat(Settings.rules(config)).isEqualTo(Rules.OPIOID_1);
        assertThat(config.factorSet()).isEqualTo("cdc-2022");
        assertThat(config.consumer().enabled()).isTrue();
        assertThat(config.consumer().group()).isEqualTo("opioid-service");
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
        "factor-set, cdc-2021, cdc-2016 or cdc-2022",
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
        "rules.trial-days-max, 0, 1 to 366"
    })
    void aWrongValueIsRefusedWithWhatToDo(String key, String value, String expected) {
        String name = "dorsal.opioid." + key;
        assertThatThrownBy(() -> Settings.check(config(Map.of(name, value)), ShippedTables.load()))
                .hasMessageStartingWith(name + " must be " + expected)
                .hasMessageEndingWith("(set " + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + ")");
    }

    @Test
    void choicesOfTheDefinitionReachTheRules() {
        Rules rules = Settings.rules(config(Map.of("dorsal.opioid.rules.trial-answered-percent-min", "66.5")));
        assertThat(rules.windows().trialAnsweredShareMin()).hasToString("133/200");
    }

    private static OpioidConfig config(Map<String, String> set) {
        return new SmallRyeConfigBuilder()
                .withMapping(OpioidConfig.class)
                .withDefaultValues(set)
                .build()
                .getConfigMapping(OpioidConfig.class);
    }
}
