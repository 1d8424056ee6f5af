package io.dorsal.registry.core;

/** The identity of a report revision within its trial. */
public record RevisionKey(String report, long revision) {}
