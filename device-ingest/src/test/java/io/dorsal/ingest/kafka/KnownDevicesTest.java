package io.dorsal.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.model.DeviceId;
import io.dorsal.model.device.Registration;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnownDevicesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final KnownDevices devices = new KnownDevices(2);
    private final AtomicInteger ended = new AtomicInteger();

    @AfterEach
    void close() {
        devices.close();
    }

    @Test
    void aRegistrationEndsTheWaitsForItAndNoOther() {
        devices.awaitNews("ETS-1", LONG, ended::incrementAndGet);
        devices.awaitNews("ETS-2", LONG, ended::incrementAndGet);
        devices.put(registration("ETS-1"));
        assertThat(ended).hasValue(1);
        assertThat(devices.find("ETS-1")).isNotNull();
        devices.put(registration("ETS-1"));
        assertThat(ended).hasValue(1);
    }

    @Test
    void aWaitEndsByTime() {
        devices.awaitNews("ETS-1", Duration.ofMillis(20), ended::incrementAndGet);
        await().untilAtomic(ended, org.hamcrest.Matchers.is(1));
    }

    @Test
    void whoeverIsOneTooManyDoesNotWait() {
        devices.awaitNews("ETS-1", LONG, ended::incrementAndGet);
        devices.awaitNews("ETS-1", LONG, ended::incrementAndGet);
        devices.awaitNews("ETS-1", LONG, ended::incrementAndGet);
        assertThat(ended).hasValue(1);
        devices.put(registration("ETS-1"));
        assertThat(ended).hasValue(3);
        devices.awaitNews("ETS-1", LONG, ended::incrementAndGet);
        assertThat(ended).hasValue(3);
    }

    @Test
    void aRemovedDeviceIsUnknown() {
        devices.put(registration("ETS-1"));
        devices.remove("ETS-1");
        assertThat(devices.find("ETS-1")).isNull();
    }

    private static Registration registration(String device) {
        return Registration.of(new DeviceId(device), 1, "00", "secret");
    }
}
