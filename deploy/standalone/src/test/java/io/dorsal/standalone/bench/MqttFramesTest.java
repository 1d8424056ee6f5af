package io.dorsal.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MqttFramesTest {
    @Test
    void connectNamesClientUserAndPassword() {
        assertThat(hex(MqttFrames.connect("D-1", "s3")))
                .isEqualTo("1018" + "00044d515454" + "04" + "c2" + "0000" + "0003442d31" + "0003442d31" + "00027333");
    }

    @Test
    void publishHasItsLengthInFront() {
        assertThat(hex(MqttFrames.publishHead("t/1", 3))).isEqualTo("320a" + "0003742f31");
    }

    @Test
    void aLengthFrom128OnTakesTwoBytes() {
        assertThat(hex(MqttFrames.publishHead("t/1", 200))).isEqualTo("32cf01" + "0003742f31");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
