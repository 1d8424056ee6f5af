package io.dorsal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void eachIsHandedOutOnceAndLiesBelowTheKernelsOwn() {
        List<Integer> ports =
                IntStream.range(0, 200).mapToObj(one -> FreePorts.next()).toList();
        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 15_000 && port < 32_000);
    }

    @Test
    void aPortInUseIsNotFree() throws IOException {
        int port = FreePorts.next();
        assertThat(FreePorts.isFree(port)).isTrue();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isFree(taken.getLocalPort())).isFalse();
        }
    }
}
