package io.dorsal.merge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.wire.Json;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemMappersTest {
    private final ProblemMappers mappers = new ProblemMappers();

    @ParameterizedTest
    @CsvSource({
        "404, not-found",
        "405, method-not-allowed",
        "406, not-acceptable",
        "415, unsupported-media-type",
        "417, bad-request"
    })
    void whatHttpRefusesHasItsOwnWord(int status, String reason) {
        Response answer = mappers.refusedByHttp(new ClientErrorException(status));

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(body(answer).path("reason").textValue()).isEqualTo(reason);
        assertThat(answer.getHeaderString("Allow")).isEqualTo(status == 405 ? "GET" : null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01"})
    void withoutDatabaseTheAnswerIsToComeAgain(String state) {
        Response answer = mappers.fault(new IllegalStateException(new SQLException("refused", state)));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("2");
        assertThat(body(answer).path("reason").textValue()).isEqualTo("unavailable");
    }

    @Test
    void anExhaustedPoolHasNoStateAndIsAnOutageToo() {
        assertThat(mappers.fault(new SQLException("Acquisition timeout")).getStatus())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "22P02", "XX000"})
    void anyOtherTroubleWithTheDatabaseIsAFaultOfOurs(String state) {
        Response answer = mappers.fault(new IllegalStateException(new SQLException("Key (subject)=(S-1)", state)));

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(body(answer).path("reason").textValue()).isEqualTo("internal");
        assertThat(body(answer).toString()).doesNotContain("S-1");
    }

    private static JsonNode body(Response answer) {
        return Json.parse((byte[]) answer.getEntity());
    }
}
