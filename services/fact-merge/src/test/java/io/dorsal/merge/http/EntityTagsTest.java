package io.dorsal.merge.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityTagsTest {
    private static final String DIGEST = "ab".repeat(32);

    @Test
    void byTheStandardDefinitionItIsTheFactDigest() {
        assertThat(tag("pain-relief/1")).isEqualTo(DIGEST);
    }

    @Test
    void otherRulesOverTheSameFactsNeverShareIt() {
        assertThat(tag("pain-relief/1+12ab"))
                .startsWith(DIGEST)
                .isNotEqualTo(tag("pain-relief/1"))
                .isNotEqualTo(tag("pain-relief/1+34cd"));
        assertThat(tag("a\"b")).isNotEqualTo(tag("a%22.b")).doesNotContain("\"");
    }

    private static String tag(String definition) {
        return EntityTags.of("pain-relief/1", definition, DIGEST).getValue();
    }
}
