package io.dorsal.merge.store;

import java.nio.charset.StandardCharsets;

/** Records as text columns. */
public final class Documents {
    private Documents() {}

    public static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }
}
