package io.dorsal.standalone.supervisor;

import io.dorsal.standalone.Refusal;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks an address whether what listens there is ready. */
public final class HealthCheck {
    private static final int TIMEOUT_MILLIS = 2000;
    private static final int OK = 200;

    private HealthCheck() {}

    /** Refuses where no front door answers: whoever goes on would only repeat into the void. */
    public static void requireStackAt(URI frontDoor) {
        if (!isUp(frontDoor.resolve("/q/health/live"))) {
            throw new Refusal("no stack answers at " + frontDoor
                    + "; start it (./dorsal up), or say with --port N where one runs");
        }
    }

    public static boolean isUp(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
