package io.dorsal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProcessTest {
    private static PostgresBinaries binaries;

    @TempDir
    Path folder;

    @BeforeAll
    static void unpack() throws Exception {
        binaries = PostgresBinaries.unpack(DorsalHome.find().resolve("target/postgres-18.3.0"));
    }

    @Test
    void committedRowsSurviveAStopAndAKill() throws Exception {
        PostgresSettings settings = PostgresSettings.forTest(folder.resolve("postgres"), "registry", "responder")
                .madeDurable();
        try (PostgresProcess first = PostgresProcess.start(settings, binaries)) {
            execute(first, "create table fact (id int)");
            execute(first, "insert into fact values (1)");
        }
        PostgresProcess second = PostgresProcess.start(settings, binaries);
        execute(second, "insert into fact values (2)");
        second.kill();
        assertThat(second.isAlive()).isFalse();
        try (PostgresProcess third = PostgresProcess.start(settings, binaries)) {
            assertThat(count(third)).isEqualTo(2);
            assertThat(setting(third, "fsync")).isEqualTo("on");
            assertThat(setting(third, "synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void aServerThatOutlivedItsStarterIsStoppedFirst() throws Exception {
        PostgresSettings settings = PostgresSettings.forTest(folder.resolve("postgres"), "registry");
        PostgresProcess orphan = PostgresProcess.start(settings, binaries);
        try (PostgresProcess next = PostgresProcess.start(settings, binaries)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(next.isAlive()).isTrue();
        }
        assertThat(PostgresFolder.runningServer(settings.data())).isEmpty();
    }

    @Test
    void aServerOnACopyLeavesTheOriginalsServerAlone() throws Exception {
        PostgresSettings settings = PostgresSettings.forTest(folder.resolve("postgres"), "registry");
        PostgresSettings there = PostgresSettings.forTest(folder.resolve("copy"), "registry");
        try (PostgresProcess original = PostgresProcess.start(settings, binaries)) {
            execute(original, "create table fact (id int)");
            execute(original, "checkpoint");
            copy(settings.data(), there.data());
            try (PostgresProcess copy = PostgresProcess.start(there, binaries)) {
                execute(copy, "insert into fact values (1)");
                assertThat(original.isAlive()).isTrue();
                assertThat(count(original)).isZero();
            }
            assertThat(original.isAlive()).isTrue();
        }
    }

    @Test
    void aServerIsStillFoundAfterItsFolderWasMoved() throws Exception {
        PostgresSettings settings = PostgresSettings.forTest(folder.resolve("postgres"), "registry");
        PostgresProcess server = PostgresProcess.start(settings, binaries);
        Path moved = Files.move(settings.data(), folder.resolve("moved"));
        assertThat(PostgresFolder.runningServer(moved)).isPresent();
        PostgresProcess.stopOrphan(moved);
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void aFrozenServerDoesNotAnswerAndAThawedOneDoes() throws Exception {
        PostgresSettings settings = PostgresSettings.forTest(folder.resolve("postgres"), "registry");
        try (PostgresProcess server = PostgresProcess.start(settings, binaries)) {
            assertThat(PostgresProbe.answers(settings.port())).isTrue();
            long pid =
                    PostgresFolder.runningServer(settings.data()).orElseThrow().pid();
            Signal.STOP.send(pid);
            assertThat(PostgresProbe.answers(settings.port())).isFalse();
            Signal.CONT.send(pid);
            assertThat(PostgresProbe.answers(settings.port())).isTrue();
            assertThat(server.isAlive()).isTrue();
        }
        assertThat(PostgresProbe.answers(settings.port())).isFalse();
    }

    private static void copy(Path from, Path to) throws Exception {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    private static Connection connect(PostgresProcess postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl("registry"),
                PostgresSettings.USER,
                postgres.settings().password());
    }

    private static void execute(PostgresProcess postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(PostgresProcess postgres) throws SQLException {
        return Integer.parseInt(query(postgres, "select count(*) from fact"));
    }

    private static String setting(PostgresProcess postgres, String name) throws SQLException {
        return query(postgres, "show " + name);
    }

    private static String query(PostgresProcess postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
