package io.dorsal.standalone.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void itsGatewayCertificateIsForThisMachineOnly() throws Exception {
        LocalAuthority.open(folder, NOW);

        X509Certificate server = PemFiles.certificate(folder.resolve("server.pem"));
        server.verify(PemFiles.certificate(folder.resolve("ca.pem")).getPublicKey());
        assertThat(server.getSubjectAlternativeNames())
                .extracting(name -> (Object) name.get(1))
                .containsExactlyInAnyOrder("localhost", "127.0.0.1");
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void aDeviceCertificateCarriesItsIdAndNobodyElseReadsTheKey() throws Exception {
        LocalAuthority.DeviceFiles files = LocalAuthority.open(folder, NOW).issueForDevice("ETS-1", NOW);

        X509Certificate device = PemFiles.certificate(files.certificate());
        device.verify(PemFiles.certificate(files.authority()).getPublicKey());
        assertThat(device.getSubjectX500Principal().getName()).isEqualTo("CN=ETS-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.key())))
                .isEqualTo("rw-------");
    }

    @Test
    void theAuthorityStaysAndTheGatewayCertificateIsRenewedBeforeItsEnd() throws Exception {
        LocalAuthority.open(folder, NOW);
        X509Certificate authority = PemFiles.certificate(folder.resolve("ca.pem"));
        X509Certificate server = PemFiles.certificate(folder.resolve("server.pem"));

        LocalAuthority.open(folder, NOW.plus(Duration.ofDays(300)));
        assertThat(PemFiles.certificate(folder.resolve("server.pem"))).isEqualTo(server);

        LocalAuthority.open(folder, NOW.plus(Duration.ofDays(390)));
        assertThat(PemFiles.certificate(folder.resolve("server.pem"))).isNotEqualTo(server);
        assertThat(PemFiles.certificate(folder.resolve("ca.pem"))).isEqualTo(authority);
    }
}
