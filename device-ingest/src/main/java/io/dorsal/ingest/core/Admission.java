package io.dorsal.ingest.core;

import io.dorsal.model.DeviceId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.device.Registration;
import org.jspecify.annotations.Nullable;

/** Whether a client may come in. */
public sealed interface Admission {

    /** The client is the device that it says it is. */
    record Admitted(DeviceId device) implements Admission {}

    /**
     * The client stays out.
     *
     * @param mayChange true when a registration that is still on its way could change the decision
     */
    record Refused(Reason reason, boolean mayChange) implements Admission {}

    /**
     * What a client shows when it connects.
     *
     * @param commonName of a certificate that the TLS layer has verified; null without one
     */
    record Credentials(
            String clientId,
            @Nullable String userName,
            @Nullable String secret,
            @Nullable String commonName) {
        @Override
        public String toString() {
            return "Credentials[" + clientId + "]";
        }
    }

    /** A certificate proves by itself, but only a registered device may publish; a secret must fit the registration. */
    static Admission decide(Credentials shown, @Nullable Registration registration) {
        DeviceId device;
        try {
            device = new DeviceId(shown.clientId());
        } catch (Malformed e) {
            return new Refused(e.reason(), false);
        }
        if (!agrees(shown.userName(), shown.clientId()) || !agrees(shown.commonName(), shown.clientId())) {
            return new Refused(Reason.IDENTITY_MISMATCH, false);
        }
        boolean hasSecret = shown.userName() != null && shown.secret() != null;
        if (shown.commonName() == null && !hasSecret) {
            return new Refused(Reason.WRONG_SECRET, false);
        }
        if (registration == null) {
            return new Refused(Reason.UNKNOWN_DEVICE, true);
        }
        boolean proven = shown.commonName() != null || registration.accepts(String.valueOf(shown.secret()));
        return proven ? new Admitted(device) : new Refused(Reason.WRONG_SECRET, true);
    }

    private static boolean agrees(@Nullable String name, String clientId) {
        return name == null || name.equals(clientId);
    }
}
