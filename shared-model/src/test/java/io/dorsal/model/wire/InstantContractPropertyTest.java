package io.dorsal.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.dorsal.model.Malformed;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The published form of a time and the parser take the same, over times and what is nearly one. */
class InstantContractPropertyTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = 20_000;
    private static final String ALPHABET = "0123456789TtZz:.+- x";
    private static final String[] YEARS = {
        "1969", "1970", "1972", "2000", "2026", "2028", "2099", "2100", "2199", "2200"
    };
    private static final String[] DAYS = {
        "01-01", "02-28", "02-29", "02-30", "04-30", "04-31", "12-31", "13-01", "06-00"
    };

    private final Random random = new Random(SEED);
    private final Schema schema = AsyncApiTest.schema("Instant");

    @Test
    void schemaAndParserAgree() {
        System.out.println("InstantContractPropertyTest -Dseed=" + SEED);
        int taken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = random.nextInt(3) == 0 ? spoilt(time()) : time();
            boolean taking = isTaken(text);
            taken += taking ? 1 : 0;
            boolean published = schema.validate(
                            Json.object().put("t", text).get("t").toString(), InputFormat.JSON)
                    .isEmpty();

            if (taking || !needsArithmetic(text)) {
                assertThat(published).as(text).isEqualTo(taking);
            }
        }
        assertThat(taken).isBetween(ROUNDS / 10, 9 * ROUNDS / 10);
    }

    /** On the first and the last day only the sum of time and offset tells, which no pattern can. */
    private static boolean needsArithmetic(String text) {
        return text.startsWith("1969-12-31")
                || text.startsWith("1970-01-01")
                || text.startsWith("2199-12-31")
                || text.startsWith("2200-01-01");
    }

    private static boolean isTaken(String text) {
        try {
            JsonFields.of(Json.object().put("at", text)).instant("at");
            return true;
        } catch (Malformed e) {
            return false;
        }
    }

    private String time() {
        String date = random.nextInt(4) == 0
                ? oneOf(YEARS) + "-" + oneOf(DAYS)
                : "%04d-%02d-%02d"
                        .formatted(1969 + random.nextInt(232), 1 + random.nextInt(12), 1 + random.nextInt(31));
        String time = "%02d:%02d:%02d".formatted(random.nextInt(25), random.nextInt(60), random.nextInt(61));
        String fraction = random.nextBoolean() ? "" : "." + "3".repeat(random.nextInt(14));
        String offset = random.nextBoolean()
                ? oneOf("Z", "z", "-00:00", "")
                : oneOf("+", "-") + "%02d:%02d".formatted(random.nextInt(25), random.nextInt(61));
        return date + oneOf("T", "T", "t", " ") + time + fraction + offset;
    }

    private String spoilt(String text) {
        int at = random.nextInt(text.length() + 1);
        String letter = String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        int after = Math.min(text.length(), at + random.nextInt(2));
        return text.substring(0, at) + oneOf(letter, letter, letter.repeat(3), "") + text.substring(after);
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
