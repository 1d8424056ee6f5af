package io.dorsal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T23:30:00Z, 2026-11-23T23:30:00Z",
        "2026-11-23t23:30:00z, 2026-11-23T23:30:00Z",
        "2026-11-23T23:30:00-00:00, 2026-11-23T23:30:00Z",
        "2026-11-23T23:30:00+00:00, 2026-11-23T23:30:00Z",
        "2026-11-23T23:30:00.000000000000Z, 2026-11-23T23:30:00Z",
        "2026-11-23T23:30:00.1234567899Z, 2026-11-23T23:30:00.123456789Z",
        "2026-11-23T23:30:00.5-05:00, 2026-11-24T04:30:00.500Z",
        "2026-11-23T23:30:00+23:59, 2026-11-22T23:31:00Z",
        "1969-12-31T19:45:00-05:00, 1970-01-01T00:45:00Z",
        "2028-02-29T00:00:00Z, 2028-02-29T00:00:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
    })
    void theGrammarIsTaken(String text, Instant instant) {
        assertThat(Rfc3339.parse(text)).isEqualTo(instant);
        assertThat(Rfc3339.parseStored(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-11-23",
                "2026-11-23T23:30:00",
                "2026-11-23T23:30Z",
                "2026-11-23T23:30:00.Z",
                "2026-11-23T23:30:00.5",
                "2026-11-23T23:30:00.5Zx",
                "2026-11-23T23:30:00,5Z",
                "2026-11-23T23:30:00+01",
                "2026-11-23T23:30:00+0100",
                "2026-11-23T23:30:00+01:00x",
                "2026-11-23T23:30:00+24:00",
                "2026-11-23T23:30:00+01:60",
                "2026-11-23T24:00:00Z",
                "2026-11-23T23:60:00Z",
                "2016-12-31T23:59:60Z",
                "2026-02-29T23:30:00Z",
                "2026-13-01T23:30:00Z",
                "2026-11-23_23:30:00Z",
                "+2026-11-23T23:30:00Z",
                "-2026-11-23T23:30:00Z",
                "2026-11-23T23:30:00 Z",
                " 2026-11-23T23:30:00Z",
                "\u0662026-11-23T23:30:00Z",
                "202\u0666-11-23T23:30:00Z"
            })
    void everythingElseIsRefusedAtEachDoorAndInTheLog(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Rfc3339.parseStored(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void whateverJavaWritesIsReadBack() {
        System.out.println("Rfc3339Test -Dseed=" + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-86_400, 7_258_204_800L), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
            OffsetDateTime local =
                    instant.atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1)));
            String text = local.format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);

            assertThat(Rfc3339.parse(text)).as(text).isEqualTo(instant);
            assertThat(Rfc3339.parse(instant.toString())).isEqualTo(instant);
        }
    }
}
