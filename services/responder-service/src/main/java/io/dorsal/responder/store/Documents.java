package io.dorsal.responder.store;

import java.nio.charset.StandardCharsets;

/** Records as text columns. */
final class Documents {
    private Documents() {}

    static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }
}
