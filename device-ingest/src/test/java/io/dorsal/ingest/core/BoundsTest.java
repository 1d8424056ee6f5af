package io.dorsal.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundsTest {
    private final Bounds bounds = new Bounds(10, 1_000);

    @Test
    void eitherBoundFillsIt() {
        assertThat(bounds.isFull(9, 999)).isFalse();
        assertThat(bounds.isFull(10, 0)).isTrue();
        assertThat(bounds.isFull(0, 1_000)).isTrue();
    }

    @Test
    void bothMustFallToHalfBeforeThereIsRoomAgain() {
        assertThat(bounds.hasRoomAgain(5, 500)).isTrue();
        assertThat(bounds.hasRoomAgain(6, 0)).isFalse();
        assertThat(bounds.hasRoomAgain(0, 501)).isFalse();
    }

    @Test
    void aBoundOfOneStillLetsGo() {
        assertThat(new Bounds(1, 1).hasRoomAgain(0, 0)).isTrue();
    }
}
