package io.dorsal.registry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.model.Malformed;
import io.dorsal.registry.core.Precondition;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    @Test
    void theHeadersSayWhatTheWriterHasSeen() {
        assertThat(EntityTags.precondition(null, null)).isEqualTo(new Precondition.None());
        assertThat(EntityTags.precondition("*", null)).isEqualTo(new Precondition.Exists());
        assertThat(EntityTags.precondition(null, "*")).isEqualTo(new Precondition.Absent());
        assertThat(EntityTags.precondition(EntityTags.of(3), null)).isEqualTo(seen(3));
        assertThat(EntityTags.precondition("\"3\", W/\"4\"", null)).isEqualTo(seen(3, 4));
    }

    @Test
    void aTagThatWasNeverOursMatchesNothing() {
        assertThat(EntityTags.precondition("\"abc\"", null)).isEqualTo(seen());
        assertThat(EntityTags.precondition("\"99999999999999999999\"", null)).isEqualTo(seen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "", "\"3", "\"3\",", "'3'"})
    void whatIsNoTagIsRefused(String header) {
        assertThatThrownBy(() -> EntityTags.precondition(header, null)).isInstanceOf(Malformed.class);
    }

    @Test
    void oneHeaderAtATime() {
        assertThatThrownBy(() -> EntityTags.precondition("*", "*")).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> EntityTags.precondition(null, "\"3\"")).isInstanceOf(Malformed.class);
    }

    private static Precondition seen(Integer... versions) {
        return new Precondition.SeenVersions(
                Stream.of(versions).map(Integer::longValue).collect(Collectors.toSet()));
    }
}
