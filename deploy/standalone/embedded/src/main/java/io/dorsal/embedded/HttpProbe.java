package io.dorsal.embedded;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Asks for a path over HTTP: any answer, even a refusal, comes from somebody who lives. */
public final class HttpProbe {
    private static final byte[] BEGIN = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);

    private HttpProbe() {}

    /** Whether anything is answered on that port of this machine, within two seconds. */
    public static boolean answers(int port, String host, String path) {
        String question = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        return LoopbackQuestion.isAnswered(port, question.getBytes(StandardCharsets.US_ASCII), HttpProbe::isAnswer);
    }

    private static boolean isAnswer(DataInputStream answer) throws IOException {
        for (byte expected : BEGIN) {
            if (answer.readByte() != expected) {
                return false;
            }
        }
        return true;
    }
}
