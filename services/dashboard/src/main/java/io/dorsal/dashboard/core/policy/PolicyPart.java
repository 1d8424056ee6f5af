package io.dorsal.dashboard.core.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** One policy, the newest version first. */
public record PolicyPart(String id, List<VersionPart> versions) {

    public static PolicyPart of(Policy policy, LocalDate today) {
        return new PolicyPart(
                policy.id(),
                policy.versions().stream()
                        .sorted(Comparator.comparing(Policy.Version::effectiveFrom)
                                .reversed())
                        .map(version -> VersionPart.of(policy.id(), version, today))
                        .toList());
    }

    /** The version that a list shows: the one in force, else the newest. */
    public VersionPart current() {
        return versions.stream().filter(VersionPart::isInForce).findFirst().orElse(versions.getFirst());
    }
}
