package io.dorsal.standalone.supervisor;

import io.dorsal.embedded.HttpProbe;
import io.dorsal.embedded.KafkaProbe;
import io.dorsal.embedded.PostgresProbe;
import java.net.URI;

/** How to find out whether a part that runs still answers anything at all. */
public sealed interface Liveness {
    String LOOPBACK = "127.0.0.1";

    /** Within two seconds. */
    boolean answers();

    /** For the record, so that another command can ask the same; empty where there is nothing to ask. */
    default String address() {
        return "";
    }

    /** What a record's address leads to; nothing to ask where it is empty. */
    static Liveness at(String address) {
        if (address.isEmpty()) {
            return new Unasked();
        }
        URI uri = URI.create(address);
        return switch (String.valueOf(uri.getScheme())) {
            case "kafka" -> new Kafka(uri.getPort());
            case "postgres" -> new Postgres(uri.getPort());
            default -> new Service(uri.getPort());
        };
    }

    /** A service says itself that it lives. */
    record Service(int port) implements Liveness {
        @Override
        public boolean answers() {
            return HttpProbe.answers(port, LOOPBACK, "/q/health/live");
        }
    }

    /** Asked by a name that it refuses at once: what it says of its own health, it must first ask all others. */
    record FrontDoor(int port) implements Liveness {
        @Override
        public boolean answers() {
            return HttpProbe.answers(port, "liveness.invalid", "/");
        }
    }

    record Kafka(int port) implements Liveness {
        @Override
        public boolean answers() {
            return KafkaProbe.answers(port);
        }

        @Override
        public String address() {
            return "kafka://" + LOOPBACK + ":" + port;
        }
    }

    record Postgres(int port) implements Liveness {
        @Override
        public boolean answers() {
            return PostgresProbe.answers(port);
        }

        @Override
        public String address() {
            return "postgres://" + LOOPBACK + ":" + port;
        }
    }

    /** It listens nowhere; it lives as long as its process. */
    record Unasked() implements Liveness {
        @Override
        public boolean answers() {
            return true;
        }
    }
}
