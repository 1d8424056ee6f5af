package io.dorsal.standalone.supervisor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks an address whether what listens there is ready. */
public final class HealthCheck {
    private static final int TIMEOUT_MILLIS = 2000;
    private static final int OK = 200;

    private HealthCheck() {}

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
