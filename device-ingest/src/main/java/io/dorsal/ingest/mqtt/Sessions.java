package io.dorsal.ingest.mqtt;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which device is connected where: at most one session per device. */
public final class Sessions {
    private final Map<String, Session> byDevice = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** True once the gateway is going down and takes nobody in. */
    boolean isClosed() {
        return closed;
    }

    /** Returns the session that {@code session} takes over from, or null. */
    @Nullable
    Session enter(String device, Session session) {
        return byDevice.put(device, session);
    }

    void leave(String device, Session session) {
        byDevice.remove(device, session);
    }

    List<Session> all() {
        return List.copyOf(byDevice.values());
    }

    /** From now on nobody comes in, and everybody leaves as soon as the payloads in flight are answered. */
    void close() {
        closed = true;
        byDevice.values().forEach(Session::leave);
    }
}
