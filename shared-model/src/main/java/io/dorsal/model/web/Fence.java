package io.dorsal.model.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page of another site made the reader's browser ask. A write says where it comes from, in
 * {@code Sec-Fetch-Site} and {@code Origin}, and no page can make a browser lie about it; what says neither is no browser.
 * A name that somebody else lets point at this machine shows in {@code Host}, whatever is asked.
 */
public final class Fence {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names;

    /** {@code names}: what this machine is called besides; without ports, since any port of them is meant. */
    public Fence(Collection<String> names) {
        this.names = new HashSet<>(THIS_MACHINE);
        for (String name : names) {
            Authority authority = Authority.of(name);
            if (authority == null || authority.port() != null) {
                throw new IllegalArgumentException(
                        "dorsal.http.host-names: expected names without port, like dorsal.clinic.example, but one is \""
                                + name + "\"");
            }
            this.names.add(authority.name());
        }
    }

    /** Null where nothing speaks against it. */
    public @Nullable Refusal refusal(Asked asked) {
        if (asked.hosts().size() != 1) {
            return Refusal.HOST_UNCLEAR;
        }
        List<@Nullable Authority> forwarded = asked.forwardedHosts().stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .<@Nullable Authority>map(Authority::of)
                .toList();
        Authority host = Authority.of(asked.hosts().getFirst());
        if (host == null
                || !isOurs(host)
                || !forwarded.stream().allMatch(this::isOurs)
                || !isOurTarget(asked.target())) {
            return Refusal.FOREIGN_HOST;
        }
        if (READING.contains(asked.method())) {
            return null;
        }
        // The front door says how it was called itself.
        Authority first = forwarded.isEmpty() ? null : forwarded.getFirst();
        Authority called = first == null ? host : first;
        boolean own = OWN_SITES.containsAll(asked.sites())
                && asked.origins().stream()
                        .map(Authority::ofAddress)
                        .allMatch(page -> page != null && called.isThatOf(page));
        return own ? null : Refusal.OTHER_SITE;
    }

    private boolean isOurs(@Nullable Authority authority) {
        return authority != null && names.contains(authority.name());
    }

    // What a proxy is asked for names the host a second time, and before the header [RFC 9112, 3.2.2].
    private boolean isOurTarget(String target) {
        return target.startsWith("/") || !target.contains("://") || isOurs(Authority.ofAddress(target));
    }
}
