package io.dorsal.packet;

/** There is nothing to put into a packet: the policy is unknown, not in force or not about this trial. */
public final class NoDetermination extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param explanation the determination's own */
    public NoDetermination(String explanation) {
        super(explanation);
    }
}
