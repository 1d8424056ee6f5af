package io.dorsal.merge.store;

/** A record, parsed and as it stands in its topic; unknown fields live on in the text. */
public record Stored<T>(T fact, String document) {}
