package io.dorsal.dashboard.core.page;

/**
 * One figure with what a reader needs to trust it.
 *
 * @param meaning what it is, the same for every trial
 * @param here how it comes to this value in this trial; may be empty
 */
public record Explained(String id, String term, String value, String meaning, String here) {}
