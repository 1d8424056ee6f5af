package io.dorsal.merge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsOfTest {
    private static final Instant NOW = Instant.parse("2026-03-09T12:00:00Z");

    @Test
    void pastAndPresentInstantsAreTaken() {
        assertThat(AsOf.parse("2026-03-01T12:00:00-05:00", NOW)).isEqualTo("2026-03-01T17:00:00Z");
        assertThat(AsOf.parse("2026-03-09T14:00:00 02:00", NOW)).isEqualTo(NOW);
    }

    @Test
    void aTimeWithSomethingBehindItIsRefused() {
        for (String text :
                List.of("2026-03-01T12:00:00Z+05:00", "2026-03-01T12:00:00Zgarbage", "2026-03-01 12:00:00Z")) {
            assertThatThrownBy(() -> AsOf.parse(text, NOW))
                    .isInstanceOfSatisfying(
                            Malformed.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_TYPE));
        }
    }

    @Test
    void clocksMayBeAMinuteApart() {
        assertThat(AsOf.parse("2026-03-09T12:01:00Z", NOW)).isEqualTo(NOW.plusSeconds(60));
        assertThatThrownBy(() -> AsOf.parse("2026-03-09T12:01:00.000001Z", NOW))
                .isInstanceOfSatisfying(Malformed.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.OUT_OF_BOUNDS);
                    assertThat(e.field()).isEqualTo("asOf");
                    assertThat(e.expected()).contains("in the past").contains("2026-03-09T12:00:00Z");
                });
    }
}
