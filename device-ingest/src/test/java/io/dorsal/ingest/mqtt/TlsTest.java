package io.dorsal.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.ingest.Events;
import io.dorsal.ingest.RawDevice;
import java.io.IOException;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    @TempDir
    static Path folder;

    private static Certificates certificates;
    private static MqttEdge edge;

    @BeforeAll
    static void open() throws Exception {
        certificates = new Certificates(folder);
        edge = new MqttEdge(
                MqttEdge.ROOMY, MqttEdge.ROOMY, 10, certificates.files().options());
    }

    @AfterAll
    static void close() {
        edge.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void aCertificateOfTheDevicesNameNeedsNoSecret(int version) throws Exception {
        try (RawDevice device = open(certificates.device("ETS-" + (version - 3), "authority"), version)) {
            device.sendConnect("ETS-" + (version - 3), null, null, 0);
            assertThat(device.read().body()[1]).isZero();
            device.publish(1, 1, Events.battery(1));
            assertThat(device.read().type()).isEqualTo(RawDevice.PUBACK);
        }
    }

    @Test
    void aCertificateOfAnotherNameStaysOut() throws Exception {
        try (RawDevice device = open(certificates.device("ETS-7", "authority"), 4)) {
            device.sendConnect("ETS-1", "ETS-1", MqttEdge.SECRET, 0);
            assertThat(device.read().body()[1]).isEqualTo((byte) 5);
        }
    }

    @Test
    void aCertificateOfAnUnregisteredDeviceStaysOut() throws Exception {
        try (RawDevice device = open(certificates.device("ETS-8", "authority"), 5)) {
            device.sendConnect("ETS-8", null, null, 0);
            assertThat(Byte.toUnsignedInt(device.read().body()[1])).isEqualTo(0x86);
        }
    }

    @Test
    void aSecretServesWithoutACertificate() throws Exception {
        try (RawDevice device = open(certificates.withoutCertificate(), 4)) {
            device.connect("ETS-1", MqttEdge.SECRET);
            device.publish(1, 1, Events.battery(1));
            assertThat(device.read().type()).isEqualTo(RawDevice.PUBACK);
        }
    }

    @Test
    void aCertificateOfAStrangersAuthorityProvesNothing() throws Exception {
        // A client that reads which authorities we accept shows no certificate at all.
        try (RawDevice device = open(certificates.device("stranger-1", "stranger"), 4)) {
            device.sendConnect("ETS-1", null, null, 0);
            assertThat(device.read().body()[1]).isEqualTo((byte) 4);
        }
    }

    private static RawDevice open(SSLContext context, int version) throws IOException {
        return new RawDevice(edge.port, version, context.getSocketFactory().createSocket());
    }
}
