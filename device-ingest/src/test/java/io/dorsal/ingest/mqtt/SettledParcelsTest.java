package io.dorsal.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.ingest.core.Answer;
import io.dorsal.ingest.core.Ticket.Assurance;
import io.netty.channel.DefaultEventLoop;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettledParcelsTest {
    private final DefaultEventLoop eventLoop = new DefaultEventLoop();
    private SettledParcels parcels;

    @AfterEach
    void close() {
        eventLoop.shutdownGracefully();
    }

    @Test
    void aFailureHoldsUntilTheEventLoopHasTakenIt() {
        List<Boolean> failingAtRun = new CopyOnWriteArrayList<>();
        parcels = new SettledParcels(eventLoop, () -> {
            failingAtRun.add(parcels.isFailing());
            while (parcels.poll() != null) {}
            if (failingAtRun.size() == 1) {
                // Comes while an earlier failure is being dealt with: this run must not forget it.
                parcel(2).settled(Answer.NOT_STORED);
            }
        });
        parcel(1).settled(Answer.NOT_STORED);
        await().until(() -> failingAtRun.size() == 2 && !parcels.isFailing());
        assertThat(failingAtRun).containsExactly(true, true);
    }

    private Parcel parcel(int packetId) {
        return new Parcel(packetId, Assurance.AT_LEAST_ONCE, parcels, Answer.STORED, List.of());
    }
}
