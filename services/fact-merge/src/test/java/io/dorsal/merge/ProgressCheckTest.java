package io.dorsal.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class ProgressCheckTest {
    @Test
    void readyWhileBothThreadsRunAndNothingStandsStill() {
        assertThat(told(true, true, Set.of()).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void notReadyWhenAThreadHasEnded() {
        assertThat(told(false, true, Set.of()).getStatus()).isEqualTo(Status.DOWN);
        HealthCheckResponse publisherGone = told(true, false, Set.of());
        assertThat(publisherGone.getStatus()).isEqualTo(Status.DOWN);
        assertThat(publisherGone.getData().orElseThrow())
                .hasEntrySatisfying(
                        "publisher", said -> assertThat(said).asString().contains("restart"));
    }

    @Test
    void notReadyWhenSomethingStandsStill() {
        HealthCheckResponse stalled = told(true, true, Set.of("outbox"));
        assertThat(stalled.getStatus()).isEqualTo(Status.DOWN);
        assertThat(stalled.getData().orElseThrow())
                .containsEntry("stalled", "outbox")
                .containsEntry("outboxAgeSeconds", 61L);
    }

    private static HealthCheckResponse told(boolean reads, boolean publishes, Set<String> stalled) {
        return ProgressCheck.told(reads, publishes, 7, Duration.ofSeconds(61), stalled);
    }
}
