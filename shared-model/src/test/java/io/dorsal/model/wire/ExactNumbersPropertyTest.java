package io.dorsal.model.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.event.Happening.BatteryMeasured;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.Pain;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What any language prints for a number inside the bounds is taken, digit for digit, and comes back the same. */
class ExactNumbersPropertyTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = 3_000;
    private static final DeviceId DEVICE = new DeviceId("ETS-1");
    private static final Instant NOW = Instant.parse("2026-03-03T10:15:02.125Z");

    private final Random random = new Random(SEED);

    @Test
    void aNumberOfADeviceKeepsEveryDigit() {
        System.out.println("ExactNumbersPropertyTest -Dseed=" + SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String written = number(100);
            byte[] sent = """
                    {"type":"battery.measured","boot":0,"seq":0,"at":"2026-03-03T10:00:00Z","percent":%s}""".formatted(written).getBytes(UTF_8);

            DeviceEvent event = DeviceEventCodec.parse(DEVICE, NOW, sent, 0, sent.length);

            assertThat(((BatteryMeasured) event.what()).percent()).isEqualByComparingTo(written);
            assertThat(DeviceEventCodec.parseStored(DeviceEventCodec.stored(event, sent, 0, sent.length)))
                    .isEqualTo(event);
        }
    }

    @Test
    void aScoreOfAReportKeepsEveryDigit() {
        for (int round = 0; round < ROUNDS; round++) {
            String written = number(10);
            byte[] sent = """
                    {"report":"p-1","revision":1e0,"kind":"PAIN","at":"2026-03-03T10:00:00Z","scale":"NRS",
                     "construct":"AVERAGE","score":%s}""".formatted(written).getBytes(UTF_8);

            PatientReport report = ReportCodec.parse(new TrialId("T-1"), NOW, null, Json.parse(sent));
            PatientReport again = ReportCodec.parseStored(ReportCodec.stored(report));

            assertThat(((Pain) report.states()).score()).isEqualByComparingTo(written);
            assertThat(((Pain) again.states()).score()).isEqualByComparingTo(written);
            assertThat(ReportCodec.canonical(again)).isEqualTo(ReportCodec.canonical(report));
        }
    }

    /** From 0 to {@code max}, in one of the forms in which computers write numbers. */
    private String number(int max) {
        double any = random.nextInt(4) == 0
                ? max * Math.pow(2, -random.nextInt(1_070)) * random.nextDouble()
                : max * random.nextDouble();
        return switch (random.nextInt(7)) {
            case 0 -> Double.toString(any);
            // Noise of steps, a third, and a float that was widened.
            case 1 -> Double.toString(random.nextInt(max * 10) / 10.0 + 0.1 - 0.1);
            case 2 -> Double.toString(random.nextInt(max * 3) / 3.0);
            case 3 -> Double.toString((float) any);
            case 4 -> new BigDecimal(max * random.nextDouble()).toString();
            case 5 -> random.nextInt(max) + "." + "0".repeat(1 + random.nextInt(900));
            default ->
                BigDecimal.valueOf(any)
                        .round(new java.math.MathContext(1 + random.nextInt(17)))
                        .toString();
        };
    }
}
