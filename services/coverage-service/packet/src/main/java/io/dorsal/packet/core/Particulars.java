package io.dorsal.packet.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What makes an issued packet this one: signed with the manifest, but not part of it.
 *
 * @param number of the trial's packets, from 1
 * @param amends the id of the packet that this one takes the place of
 * @param why it does; null unless it amends one
 */
public record Particulars(
        String packet,
        long number,
        Instant issuedAt,
        @Nullable String amends,
        @Nullable String why) {}
