package io.dorsal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    private static final String LONGEST = "a234567890123456789012345678901234567890123456789012345678901234";

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "0", "9", "ETS-00042", "sim-2026.11_x", "a-", LONGEST})
    void lettersAndDigitsWithDotsDashesAndUnderscoresBetween(String value) {
        assertThat(new TrialId(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-a",
                ".a",
                "_a",
                "a b",
                "a/b",
                "a\n",
                "a\u0000",
                "ä",
                "a\u0661",
                "[",
                "`",
                "{",
                "@",
                ":",
                LONGEST + "5"
            })
    void anythingElseIsRefused(String value) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> new TrialId(value))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.BAD_IDENTIFIER));
    }
}
