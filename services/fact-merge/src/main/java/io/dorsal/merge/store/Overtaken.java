package io.dorsal.merge.store;

/** Another consumer has stored the same records or later ones: this one no longer owns the partition. */
public final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken(int partitions, int advanced) {
        super("%d of %d positions were already further; the batch is rolled back"
                .formatted(partitions - advanced, partitions));
    }
}
