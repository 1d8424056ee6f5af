package io.dorsal.merge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FaultTest {
    @Test
    void classesStatesAndThePlaceAreToldAndNoMessage() {
        String told =
                Fault.of(new IllegalStateException("patient S-1", new SQLException("Key (subject)=(S-1)", "42P01")));

        assertThat(told)
                .startsWith("java.lang.IllegalStateException at " + FaultTest.class.getName())
                .contains("caused by java.sql.SQLException (SQL state 42P01)")
                .doesNotContain("S-1");
    }
}
