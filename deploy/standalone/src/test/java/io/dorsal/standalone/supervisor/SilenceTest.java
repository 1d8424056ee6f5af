package io.dorsal.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.standalone.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceTest {
    @Test
    void aDurationIsTaken() {
        assertThat(Silence.parse(" PT2M ")).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "30s", "PT0S", "PT-30S", "PT0.5S", "soon"})
    void anythingElseIsRefusedWithWhatWasExpected(String given) {
        assertThatThrownBy(() -> Silence.parse(given))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(Silence.SETTING)
                .hasMessageContaining("PT30S")
                .hasMessageContaining("'" + given + "'");
    }
}
