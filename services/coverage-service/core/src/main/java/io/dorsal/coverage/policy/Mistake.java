package io.dorsal.coverage.policy;

/**
 * One mistake in a policy file.
 *
 * @param line from 1
 * @param column from 1
 * @param expected what was expected there, what came, and what to do
 */
public record Mistake(String file, int line, int column, String expected) {
    @Override
    public String toString() {
        return "%s:%d:%d: %s".formatted(file, line, column, expected);
    }
}
