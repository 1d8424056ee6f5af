package io.dorsal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FactDigestTest {

    @Test
    void theLanguageOfTheMachineLeavesNoTrace() {
        String digest = digest();
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(digest()).isEqualTo(digest);
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static String digest() {
        return new FactDigest()
                .trial(new TrialId("T-1"), 12, "{}")
                .report(new ReportId("p-1"), 34, "{}")
                .events(new DeviceId("ETS-1"), 5, SequenceRanges.of(0, 1, 2))
                .hex();
    }
}
