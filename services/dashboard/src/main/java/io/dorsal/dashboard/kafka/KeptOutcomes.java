package io.dorsal.dashboard.kafka;

import io.dorsal.model.TrialId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Published outcomes as they came, up to a number of bytes; the longest untouched goes first. */
final class KeptOutcomes {
    private final long bytesMax;
    private final Map<TrialId, byte[]> values = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    KeptOutcomes(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    synchronized void put(TrialId trial, byte[] value) {
        remove(trial);
        values.put(trial, value);
        bytes += value.length;
        Iterator<byte[]> eldest = values.values().iterator();
        while (bytes > bytesMax && eldest.hasNext()) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
    }

    synchronized void remove(TrialId trial) {
        byte[] old = values.remove(trial);
        if (old != null) {
            bytes -= old.length;
        }
    }

    synchronized byte @Nullable [] get(TrialId trial) {
        return values.get(trial);
    }
}
