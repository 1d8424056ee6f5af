package io.dorsal.embedded;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Asks Kafka which requests it knows, the first question of every client: it takes no rights and reads nothing. */
public final class KafkaProbe {
    private static final short API_VERSIONS = 18;
    private static final int CORRELATION = 0x646F_7273;

    private KafkaProbe() {}

    /** Whether Kafka answers on that port of this machine, within two seconds. */
    public static boolean answers(int port) {
        return LoopbackQuestion.isAnswered(port, question(), KafkaProbe::isAnswer);
    }

    /** Version 0: a length, then the header: which request, its version, its number, and no name of a client. */
    private static byte[] question() {
        ByteBuffer header = ByteBuffer.allocate(4 + 10);
        header.putInt(10).putShort(API_VERSIONS).putShort((short) 0).putInt(CORRELATION);
        return header.putShort((short) -1).array();
    }

    private static boolean isAnswer(DataInputStream answer) throws IOException {
        answer.readInt();
        return answer.readInt() == CORRELATION && answer.readShort() == 0;
    }
}
