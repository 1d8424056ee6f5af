package io.dorsal.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.ingest.core.Admission.Admitted;
import io.dorsal.ingest.core.Admission.Credentials;
import io.dorsal.ingest.core.Admission.Refused;
import io.dorsal.model.DeviceId;
import io.dorsal.model.Reason;
import io.dorsal.model.device.Registration;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final DeviceId DEVICE = new DeviceId("ETS-1");
    private static final Registration REGISTERED = Registration.of(DEVICE, 1, "00ff", "secret");

    @Test
    void theRightSecretComesIn() {
        assertThat(decide("ETS-1", "ETS-1", "secret", null)).isEqualTo(new Admitted(DEVICE));
    }

    @Test
    void aCertificateComesInWithoutASecret() {
        assertThat(decide("ETS-1", null, null, "ETS-1")).isEqualTo(new Admitted(DEVICE));
    }

    @Test
    void aWrongSecretStaysOutUnlessANewOneArrives() {
        assertThat(decide("ETS-1", "ETS-1", "wrong", null)).isEqualTo(new Refused(Reason.WRONG_SECRET, true));
    }

    @Test
    void nothingToShowStaysOut() {
        assertThat(decide("ETS-1", null, null, null)).isEqualTo(new Refused(Reason.WRONG_SECRET, false));
        assertThat(decide("ETS-1", "ETS-1", null, null)).isEqualTo(new Refused(Reason.WRONG_SECRET, false));
    }

    @Test
    void clientIdUserNameAndCertificateMustBeOneDevice() {
        Refused mismatch = new Refused(Reason.IDENTITY_MISMATCH, false);
        assertThat(decide("ETS-1", "ETS-2", "secret", null)).isEqualTo(mismatch);
        assertThat(decide("ETS-1", null, null, "ETS-2")).isEqualTo(mismatch);
        assertThat(decide("ETS-1", "ETS-2", "secret", "ETS-1")).isEqualTo(mismatch);
    }

    @Test
    void anUnknownDeviceStaysOutEvenWithACertificate() {
        Credentials shown = new Credentials("ETS-1", null, null, "ETS-1");
        assertThat(Admission.decide(shown, null)).isEqualTo(new Refused(Reason.UNKNOWN_DEVICE, true));
    }

    @Test
    void whatIsNoIdIsRefusedAtOnce() {
        assertThat(decide("", "", "secret", null)).isEqualTo(new Refused(Reason.BAD_IDENTIFIER, false));
        assertThat(decide("a/b", "a/b", "secret", null)).isEqualTo(new Refused(Reason.BAD_IDENTIFIER, false));
    }

    @Test
    void credentialsNeverPrintTheSecret() {
        assertThat(new Credentials("ETS-1", "ETS-1", "secret", null)).hasToString("Credentials[ETS-1]");
    }

    private static Admission decide(String clientId, String userName, String secret, String commonName) {
        return Admission.decide(new Credentials(clientId, userName, secret, commonName), REGISTERED);
    }
}
