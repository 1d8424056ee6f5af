package io.dorsal.coverage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.coverage.core.WorklistPlace;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorklistCursorTest {
    private static final Instant AS_OF = Instant.parse("2026-03-05T17:00:00.123456Z");

    @Test
    void aPlaceComesBackAsItWas() {
        WorklistPlace timed = new WorklistPlace(AS_OF, AS_OF.plusSeconds(60), -1, new TrialId("T-1"));
        WorklistPlace ranked = new WorklistPlace(AS_OF, null, 3, new TrialId("T-1"));

        assertThat(WorklistCursor.parse(WorklistCursor.of(timed))).isEqualTo(timed);
        assertThat(WorklistCursor.parse(WorklistCursor.of(ranked))).isEqualTo(ranked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "w1",
                "w0 2026-03-05T17:00:00Z - 3 T-1",
                "w1 yesterday - 3 T-1",
                "w1 +1000000-01-01T00:00:00Z - 3 T-1",
                "w1 2026-03-05T17:00:00Z - x T-1",
                "w1 2026-03-05T17:00:00Z - 3 no id"
            })
    void anythingElseIsRefused(String form) {
        String cursor = Base64.getUrlEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> WorklistCursor.parse(cursor)).isInstanceOf(Malformed.class);
    }
}
