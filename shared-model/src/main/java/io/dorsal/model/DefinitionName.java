package io.dorsal.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The name under which outcomes by some rules are shown: the definition's own, or with a fingerprint where a number is
 * not the definition's. Two sets of rules never share a name.
 */
public final class DefinitionName {
    private static final int FINGERPRINT_LENGTH = 8;

    private DefinitionName() {}

    /**
     * @param standard every number of the definition, in an order that stays
     * @param numbers those of the rules at hand, in the same order
     */
    public static String of(String definition, List<?> standard, List<?> numbers) {
        String canonical = canonical(numbers);
        return canonical.equals(canonical(standard)) ? definition : definition + "+" + fingerprint(canonical);
    }

    private static String fingerprint(String canonical) {
        return FactDigest.sha256(canonical.getBytes(StandardCharsets.UTF_8)).substring(0, FINGERPRINT_LENGTH);
    }

    /** A record's own text is not specified to stay the same; that of its numbers is. */
    private static String canonical(List<?> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
