package io.dorsal.dashboard.core.packet;

/**
 * What it takes to issue a packet.
 *
 * @param amends the id of the latest packet of that policy; empty when there is none
 * @param amendsNumber 0 when there is none
 * @param why as it was typed
 * @param error why it was not issued; empty until somebody tries
 */
public record IssueForm(String trial, String policy, String amends, long amendsNumber, String why, String error) {
    public static final int WHY_LENGTH_MAX = 500;

    /** Whether it takes the place of one, and therefore needs a reason. */
    public boolean amendsOne() {
        return amendsNumber > 0;
    }

    public IssueForm with(String typed, String refusal) {
        return new IssueForm(trial, policy, amends, amendsNumber, typed, refusal);
    }

    /**
     * Empty when it can be issued.
     *
     * @param seen the packet that the reader was shown as the latest; empty when there was none
     */
    public String complaint(String seen, String typed) {
        if (!seen.equals(amends)) {
            return "Packet %d was issued meanwhile. Look at it first; this one would take its place."
                    .formatted(amendsNumber);
        }
        if (amendsOne() && typed.isBlank()) {
            return "Say why this packet takes the place of packet %d.".formatted(amendsNumber);
        }
        return typed.length() > WHY_LENGTH_MAX
                ? "The reason is too long: expected up to %d characters, got %d."
                        .formatted(WHY_LENGTH_MAX, typed.length())
                : "";
    }
}
