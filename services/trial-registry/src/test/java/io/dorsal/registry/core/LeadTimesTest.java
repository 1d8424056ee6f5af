package io.dorsal.registry.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.TrialCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeadTimesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void plansMayLieAheadAndFactsByADay() {
        check("\"plannedRemovalAt\":\"2026-03-20T12:00:00Z\"");
        check("\"leadPlacedAt\":\"2026-03-03T12:00:00Z\"");
        check("\"leadPlacedAt\":\"2026-03-01T12:00:00Z\",\"leadRemovedAt\":\"2026-03-03T12:00:00Z\"");
    }

    @Test
    void aPlacementToComeIsRefused() {
        refused("\"leadPlacedAt\":\"2026-03-03T12:00:01Z\"", "leadPlacedAt");
    }

    @Test
    void aRemovalToComeIsRefusedAndToldWhereAPlanGoes() {
        String times = "\"leadPlacedAt\":\"2026-03-01T12:00:00Z\",\"leadRemovedAt\":\"2026-03-09T12:00:00Z\"";
        assertThat(refused(times, "leadRemovedAt").expected()).contains("plannedRemovalAt");
    }

    private static void check(String times) {
        assertThatCode(() -> LeadTimes.check(trial(times), NOW)).doesNotThrowAnyException();
    }

    private static Malformed refused(String times, String field) {
        Malformed[] told = new Malformed[1];
        assertThatThrownBy(() -> LeadTimes.check(trial(times), NOW)).isInstanceOfSatisfying(Malformed.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.OUT_OF_BOUNDS);
            assertThat(e.field()).isEqualTo(field);
            told[0] = e;
        });
        return told[0];
    }

    private static Trial trial(String times) {
        String json = "{\"clinic\":\"c\",\"subject\":\"S\",\"therapy\":\"SCS\",\"timezone\":\"Europe/Berlin\",%s}"
                .formatted(times);
        return TrialCodec.parse(new TrialId("T-1"), 1, Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }
}
