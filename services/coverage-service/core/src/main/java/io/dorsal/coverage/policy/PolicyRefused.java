package io.dorsal.coverage.policy;

import java.util.List;
import java.util.stream.Collectors;

/** Policy files with mistakes, all of them; no policy is in force until they are mended. */
public final class PolicyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    public PolicyRefused(List<Mistake> mistakes) {
        super(mistakes.stream()
                .map(Mistake::toString)
                .collect(Collectors.joining("\n", "policy files refused:\n", "")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
