package io.dorsal.coverage.policy;

/**
 * One policy file as it was read, which is what an evidence packet encloses.
 *
 * @param name {@code <id>/<version>.yaml}, which must agree with what it says
 */
public record PolicyFile(String name, String text) {}
