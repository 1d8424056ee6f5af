package io.dorsal.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections for the publisher outside the pool, since its lock and its listening last as long as they do. */
@ApplicationScoped
public class OutboxDoor {
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final int SOCKET_TIMEOUT_SECONDS = 30;

    private final PGSimpleDataSource postgres = new PGSimpleDataSource();

    public OutboxDoor(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        postgres.setUrl(url);
        username.ifPresent(postgres::setUser);
        password.ifPresent(postgres::setPassword);
        postgres.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        postgres.setLoginTimeout(CONNECT_TIMEOUT_SECONDS);
        // A database that hangs must be noticed, too: the publisher then opens another connection.
        postgres.setSocketTimeout(SOCKET_TIMEOUT_SECONDS);
        postgres.setTcpKeepAlive(true);
        postgres.setLogServerErrorDetail(false);
        postgres.setApplicationName("dorsal-registry-outbox");
    }

    public OutboxSession open() throws SQLException {
        return new OutboxSession(postgres.getConnection());
    }
}
