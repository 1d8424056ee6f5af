package io.dorsal.ingest.core;

/**
 * How much may be in flight, in payloads and in bytes of memory. Above the high mark reading stops; it goes on below
 * the low mark, which is half of it, so that a socket is not switched on and off for every payload.
 */
public record Bounds(int payloadsMax, long bytesMax) {
    public boolean isFull(long payloads, long bytes) {
        return payloads >= payloadsMax || bytes >= bytesMax;
    }

    public boolean hasRoomAgain(long payloads, long bytes) {
        return payloads <= payloadsMax / 2 && bytes <= bytesMax / 2;
    }
}
