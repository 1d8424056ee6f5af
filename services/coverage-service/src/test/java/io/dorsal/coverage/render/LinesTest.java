package io.dorsal.coverage.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.coverage.render.PacketView.LedgerLine;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.wire.ResponderOutcomeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final Path SAMPLE =
            Path.of("../../shared-model/src/test/resources/wire/responder-outcome.conflicts.v1.json");

    @Test
    void theLedgerSaysWhichNumbersStandForDifferentEvents() throws IOException {
        ResponderOutcome outcome = ResponderOutcomeReader.parse(Files.readAllBytes(SAMPLE));

        assertThat(Lines.ledger(outcome))
                .extracting(LedgerLine::missing)
                .containsExactly("missing: 6", "none missing; used for different events: 0, 4-5");
    }

    @Test
    void aClockThatWasSetSaysFromWhichEventOn() throws IOException {
        ResponderOutcome outcome = ResponderOutcomeReader.parse(Files.readAllBytes(SAMPLE));

        assertThat(Lines.ledger(outcome).getFirst().clock()).startsWith("set, from event 4 on: trusted");
    }
}
