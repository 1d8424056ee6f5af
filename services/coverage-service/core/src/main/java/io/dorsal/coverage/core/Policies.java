package io.dorsal.coverage.core;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of all policies; of one id at most one is in force on any date, which the reader of the files checks. */
public final class Policies {
    private static final Comparator<Policy> ORDER =
            Comparator.comparing((Policy policy) -> policy.ref().id()).thenComparing(Policy::effectiveFrom);

    private final List<Policy> all;

    public Policies(List<Policy> all) {
        this.all = all.stream().sorted(ORDER).toList();
    }

    /** By id, then by date. */
    public List<Policy> all() {
        return all;
    }

    public List<String> ids() {
        return all.stream().map(policy -> policy.ref().id()).distinct().toList();
    }

    public List<Policy> versionsOf(String id) {
        return all.stream().filter(policy -> policy.ref().id().equals(id)).toList();
    }

    /** An old version too: an old determination keeps its policy. */
    public Optional<Policy> version(Policy.Ref ref) {
        return all.stream().filter(policy -> policy.ref().equals(ref)).findFirst();
    }

    public Optional<Policy> inForce(String id, LocalDate dateOfService) {
        return versionsOf(id).stream()
                .filter(policy -> policy.isInForceOn(dateOfService))
                .findFirst();
    }
}
