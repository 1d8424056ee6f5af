package io.dorsal.embedded;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Asks PostgreSQL whether it speaks TLS, the one question that it answers before it knows who asks. */
public final class PostgresProbe {
    private static final int SSL_REQUEST = 80_877_103;

    private PostgresProbe() {}

    /** Whether PostgreSQL answers on that port of this machine, within two seconds. */
    public static boolean answers(int port) {
        byte[] question = ByteBuffer.allocate(8).putInt(8).putInt(SSL_REQUEST).array();
        return LoopbackQuestion.isAnswered(port, question, PostgresProbe::isAnswer);
    }

    private static boolean isAnswer(DataInputStream answer) throws IOException {
        byte said = answer.readByte();
        return said == 'N' || said == 'S';
    }
}
