package io.dorsal.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pins every key, its default and what is refused. */
class ConfigTest {
    private static SmallRyeConfig config(Map<String, String> overrides) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(ConfigTest.class.getResource("/application.properties"), 250))
                .withSources(new PropertiesConfigSource(overrides, "test", 500))
                .withMapping(DashboardSettings.class)
                .build();
    }

    private static DashboardSettings settings(Map<String, String> overrides) throws IOException {
        return config(overrides).getConfigMapping(DashboardSettings.class);
    }

    @Test
    void defaults() throws IOException {
        DashboardSettings settings = settings(Map.of());

        assertThat(settings.bootstrapServers()).isEqualTo("127.0.0.1:19092");
        assertThat(settings.frontDoor()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.frontDoorTimeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.packetTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.outcomeBytesMax()).isEqualTo(8 << 20);
        assertThat(settings.trialsMax()).isEqualTo(20_000);
        assertThat(settings.keptOutcomeBytesMax()).isEqualTo(32 << 20);
        assertThat(settings.rowsPerPage()).isEqualTo(25);
        assertThat(settings.staleAfter()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.streamsMax()).isEqualTo(500);
        assertThat(settings.streamBufferMax()).isEqualTo(256);
        assertThat(settings.heartbeat()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void addressesFollowTheCommonOnes() throws IOException {
        DashboardSettings settings =
                settings(Map.of("kafka.bootstrap.servers", "k:1", "dorsal.front-door", "http://door:9"));

        assertThat(settings.bootstrapServers()).isEqualTo("k:1");
        assertThat(settings.frontDoor()).isEqualTo(URI.create("http://door:9"));
    }

    @Test
    void thePortIsTheOneOfTheArchitecture() throws IOException {
        assertThat(config(Map.of()).getValue("quarkus.http.port", Integer.class))
                .isEqualTo(18_083);
        assertThat(config(Map.of()).getValue("quarkus.http.host", String.class)).isEqualTo("127.0.0.1");
    }

    @Test
    void aKeyThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> config(Map.of("dorsal.dashboard.rows", "9")))
                .hasMessageContaining("dorsal.dashboard.rows");
    }

    @Test
    void aBoundThatCannotWorkIsRefusedWithWhatToDo() throws IOException {
        DashboardSettings none = settings(Map.of("dorsal.dashboard.streams-max", "0"));
        assertThatThrownBy(() -> new DashboardWiring().web(none))
                .hasMessage(
                        "dorsal.dashboard.streams-max must be at least 1, got 0 (set DORSAL_DASHBOARD_STREAMS_MAX)");
        DashboardSettings never = settings(Map.of("dorsal.dashboard.front-door-timeout", "PT0S"));
        assertThatThrownBy(() -> new DashboardWiring().frontDoor(never))
                .hasMessage(
                        "dorsal.dashboard.front-door-timeout must be positive, got PT0S (set DORSAL_DASHBOARD_FRONT_DOOR_TIMEOUT)");
    }
}
