package io.dorsal.coverage;

import io.dorsal.coverage.core.Policies;
import io.dorsal.coverage.core.Policy;
import io.dorsal.coverage.http.PolicySource;
import io.dorsal.coverage.policy.PolicyFile;
import io.dorsal.coverage.policy.PolicyShelf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** The policies that were read at the start. */
@ApplicationScoped
public class ShelvedPolicies implements PolicySource {
    private final PolicyShelf shelf;

    ShelvedPolicies(PolicyShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Policies policies() {
        return shelf.policies();
    }

    @Override
    public String text(Policy.Ref policy) {
        PolicyFile file = shelf.files().get(policy);
        return Objects.requireNonNull(file, "each policy was read from a file").text();
    }
}
