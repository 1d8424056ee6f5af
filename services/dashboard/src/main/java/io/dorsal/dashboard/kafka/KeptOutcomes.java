package io.dorsal.dashboard.kafka;

import io.dorsal.model.Topic;
import io.dorsal.model.TrialId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Published outcomes of all kinds as they came, up to a number of bytes; the longest untouched goes first. */
final class KeptOutcomes {
    /** An outcome's place: the topic that it came from, and its trial. */
    record Key(Topic topic, TrialId trial) {}

    private final long bytesMax;
    private final Map<Key, byte[]> values = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    KeptOutcomes(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    synchronized void put(Key key, byte[] value) {
        remove(key);
        values.put(key, value);
        bytes += value.length;
        Iterator<byte[]> eldest = values.values().iterator();
        while (bytes > bytesMax && eldest.hasNext()) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
    }

    synchronized void remove(Key key) {
        byte[] old = values.remove(key);
        if (old != null) {
            bytes -= old.length;
        }
    }

    synchronized byte @Nullable [] get(Key key) {
        return values.get(key);
    }
}
