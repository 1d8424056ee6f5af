package io.dorsal.registry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    @Test
    void aCursorComesBackAsTheItemItNames() {
        TrialId last = new TrialId("T-1");
        TrialId read = Paging.after(Paging.cursor(last), TrialId::new);
        Long number = Paging.after(Paging.cursor(7L), Long::valueOf);
        TrialId none = Paging.after(null, TrialId::new);
        assertThat(read).isEqualTo(last);
        assertThat(number).isEqualTo(7L);
        assertThat(none).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "djE6", "djE6IA", "djI6VC0x", "%%%"})
    void aMadeUpCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> Paging.after(cursor, TrialId::new))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void theLimitHasBounds() {
        assertThat(Paging.limit(null)).isEqualTo(Paging.LIMIT_DEFAULT);
        assertThat(Paging.limit("500")).isEqualTo(500);
        for (String odd : new String[] {"0", "501", "-1", "1.0", "ten", "", "99999999999"}) {
            assertThatThrownBy(() -> Paging.limit(odd)).isInstanceOf(Malformed.class);
        }
    }
}
