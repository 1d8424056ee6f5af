package io.dorsal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackQuestionTest {
    @ParameterizedTest
    @CsvSource({
        "KAFKA,000000040000000A646F72730000,false",
        "KAFKA,0000000A646F72730000,true",
        "KAFKA,0000000A646F72740000,false",
        "KAFKA,0000000A646F72730023,false",
        "KAFKA,485454502F312E3120343030,false",
        "POSTGRES,4E,true",
        "POSTGRES,53,true",
        "POSTGRES,45,false",
        "POSTGRES,'',false",
    })
    void onlyItsOwnAnswerCounts(Probe probe, String answer, boolean right) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(answer);
        assertThat(asked(probe, to -> to.write(bytes))).isEqualTo(right);
    }

    @Test
    void anAnswerThatTricklesHasTheSameBound() throws IOException {
        Instant begun = Instant.now();
        assertThat(asked(Probe.KAFKA, LoopbackQuestionTest::trickle)).isFalse();
        assertThat(Duration.between(begun, Instant.now()))
                .isLessThan(LoopbackQuestion.BOUND.plus(LoopbackQuestion.BOUND));
    }

    enum Probe {
        KAFKA,
        POSTGRES
    }

    private interface Answering {
        void answer(OutputStream to) throws IOException;
    }

    private static boolean asked(Probe probe, Answering server) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(socket, server));
            return switch (probe) {
                case KAFKA -> KafkaProbe.answers(socket.getLocalPort());
                case POSTGRES -> PostgresProbe.answers(socket.getLocalPort());
            };
        }
    }

    private static void serve(ServerSocket socket, Answering server) {
        try (Socket client = socket.accept()) {
            server.answer(client.getOutputStream());
        } catch (IOException e) {
            // The one who asked has gone.
        }
    }

    private static void trickle(OutputStream to) throws IOException {
        try {
            for (int i = 0; i < 10; i++) {
                to.write(0);
                // The pace of a slow sender, and no wait for anything.
                TimeUnit.MILLISECONDS.sleep(LoopbackQuestion.BOUND.toMillis() / 3);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
