package io.dorsal.registry.core;

import java.util.Set;

/** What a writer says it has seen: the headers {@code If-Match} and {@code If-None-Match} of RFC 9110. */
public sealed interface Precondition {
    /** Neither header. */
    record None() implements Precondition {}

    /** {@code If-Match} with entity tags; a tag that was never ours is simply not among the versions. */
    record SeenVersions(Set<Long> versions) implements Precondition {
        public SeenVersions {
            versions = Set.copyOf(versions);
        }
    }

    /** {@code If-Match: *}: whatever the version, but there must be one. */
    record Exists() implements Precondition {}

    /** {@code If-None-Match: *}: create, never change. */
    record Absent() implements Precondition {}
}
