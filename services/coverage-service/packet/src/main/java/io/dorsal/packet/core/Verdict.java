package io.dorsal.packet.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a verification comes to. */
public sealed interface Verdict {

    /**
     * @param key the id of the key that signed
     * @param result of the determination; empty when the policy does not apply
     * @param computedAgain the attachments that came out the same, byte for byte
     * @param asSigned those that only carry their digest
     * @param earlierEdition of the cores, whose outcomes are not computed again; null where they were
     */
    record Verified(
            Manifest manifest,
            Particulars particulars,
            String key,
            String result,
            List<String> computedAgain,
            List<String> asSigned,
            @Nullable Integer earlierEdition)
            implements Verdict {}

    record Different(Difference difference) implements Verdict {}
}
