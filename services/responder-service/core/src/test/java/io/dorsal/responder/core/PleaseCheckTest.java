package io.dorsal.responder.core;

import static io.dorsal.responder.core.Events.battery;
import static io.dorsal.responder.core.Events.ohms;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.event.Cause;
import io.dorsal.model.event.Happening.ClockAdjusted;
import io.dorsal.model.event.Happening.FaultRaised;
import io.dorsal.model.event.Happening.LeadDisconnected;
import io.dorsal.model.event.Happening.StimulationChanged;
import io.dorsal.model.event.Settings;
import io.dorsal.model.event.Waveform;
import io.dorsal.model.outcome.ClockTrust;
import io.dorsal.model.outcome.ResponderOutcome.Shown;
import io.dorsal.model.trial.Therapy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PleaseCheckTest {
    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");
    private final Sketch sketch = new Sketch().wears();

    @Test
    void impedanceThatDoublesOrHalvesIsShown() {
        impedances("500", "999", "1998", "1000", "999");

        assertThat(texts()).containsExactly("Contact 1: 999 to 1998 ohms");
    }

    @Test
    void impedanceFromAndToZeroIsAJumpButZeroToZeroIsNot() {
        impedances("0", "0", "500", "0.0");

        assertThat(texts()).containsExactly("Contact 1: 0 to 500 ohms", "Contact 1: 500 to 0 ohms");
    }

    @Test
    void contactsAreComparedEachWithItself() {
        sketch.event(0, 0, START, ohms("1", "500")).event(0, 1, START.plusSeconds(60), ohms("2", "5000"));

        assertThat(texts()).isEmpty();
    }

    @Test
    void disconnectionsFaultsAndClocksAreShownByTime() {
        sketch.event(0, 2, START.plusSeconds(9), new FaultRaised("E7", "major"))
                .event(0, 1, START.plusSeconds(5), new ClockAdjusted(START, START.plusSeconds(5)))
                .event(0, 0, START, new LeadDisconnected("L2"));

        assertThat(sketch.assess().shown())
                .extracting(Shown::kind)
                .containsExactly("lead-disconnected", "clock-adjusted", "fault");
        assertThat(texts()).containsExactly("Lead L2", "Clock set by PT5S", "E7 (major)");
    }

    @Test
    void usualSettingsAreNotShown() {
        changed(settings(Waveform.TONIC, "30"), settings(Waveform.TONIC, "120"));
        changed(settings(Waveform.HIGH_FREQUENCY, "10000"), settings(Waveform.CLOSED_LOOP, "3"), null);

        assertThat(texts()).isEmpty();
    }

    @Test
    void unusualSettingsAreShownWithTheirRange() {
        changed(settings(Waveform.TONIC, "29.5"), settings(Waveform.HIGH_FREQUENCY, "5000"));

        assertThat(texts())
                .containsExactly(
                        "Program A: frequency 29.5 Hz; usual for tonic stimulation is 30–120 Hz",
                        "Program A: frequency 5000 Hz; usual for high-frequency stimulation is 10000 Hz");
    }

    @Test
    void ofDrgTheAmplitudeAndThePulseWidthAreKnownToo() {
        sketch.therapy(Therapy.DRG);
        changed(new Settings(
                Waveform.DRG, new BigDecimal("6.5"), new BigDecimal("20"), new BigDecimal("1000"), null, null, null));

        assertThat(texts())
                .containsExactly(
                        "Program A: amplitude 6.5 mA; usual for DRG stimulation is 0–6 mA",
                        "Program A: pulse width 1000 µs; usual for DRG stimulation is 40–720 µs");
    }

    @Test
    void aBurstHasFivePulses() {
        changed(new Settings(Waveform.BURST, null, new BigDecimal("40"), null, new BigDecimal("500"), 4L, null));

        assertThat(texts()).containsExactly("Program A: pulses per burst 4; usual for burst stimulation is 5");
    }

    @Test
    void theNewestTwoHundredStay() {
        for (int i = 0; i < 300; i++) {
            sketch.event(0, i, START.plusSeconds(i), new FaultRaised("E" + i, "minor"));
        }

        List<Shown> shown = sketch.assess().shown();

        assertThat(shown).hasSize(200);
        assertThat(shown.getLast().text()).isEqualTo("E299 (minor)");
    }

    @Test
    void whatAnUntrustedBootShowsIsDatedByItsReceipt() {
        sketch.event("ETS-1", 0, 0, START.plusSeconds(200_000), START, new LeadDisconnected("L1"));

        assertThat(sketch.assess().shown()).containsExactly(new Shown(START, "ETS-1", "lead-disconnected", "Lead L1"));
    }

    @Test
    void impedanceJumpsOfAnUntrustedBootAreShownByTheirReceipt() {
        sketch.event("ETS-1", 0, 0, Instant.EPOCH, START, ohms("1", "500"))
                .event("ETS-1", 0, 1, Instant.EPOCH.plusSeconds(60), START.plusSeconds(9), ohms("1", "1500"));

        assertThat(sketch.assess().shown())
                .containsExactly(
                        new Shown(START.plusSeconds(9), "ETS-1", "impedance-jump", "Contact 1: 500 to 1500 ohms"));
    }

    @Test
    void aLostLeadWithAnImpossibleTimeIsShownByItsReceiptAlthoughTheBootIsTrusted() {
        for (int i = 0; i < 5; i++) {
            sketch.event(0, i, START.plusSeconds(i * 120L), battery());
        }
        Instant received = START.plusSeconds(600);
        sketch.event("ETS-1", 0, 5, received.plusSeconds(200_000), received, new LeadDisconnected("L1"));

        assertThat(sketch.assess().shown())
                .containsExactly(new Shown(received, "ETS-1", "lead-disconnected", "Lead L1"));
        assertThat(sketch.assess().clock().getFirst().trust()).isEqualTo(ClockTrust.TRUSTED);
    }

    private void impedances(String... ohms) {
        for (int i = 0; i < ohms.length; i++) {
            sketch.event(0, i, START.plusSeconds(i * 3600L), ohms("1", ohms[i]));
        }
    }

    private void changed(@Nullable Settings... settings) {
        long first = sketch.events().size();
        for (int i = 0; i < settings.length; i++) {
            long seq = first + i;
            sketch.event(
                    0, seq, START.plusSeconds(seq), new StimulationChanged(true, "A", Cause.CLINICIAN, settings[i]));
        }
    }

    private static Settings settings(Waveform waveform, String hertz) {
        return new Settings(waveform, null, new BigDecimal(hertz), null, null, null, null);
    }

    private List<String> texts() {
        return sketch.assess().shown().stream().map(Shown::text).toList();
    }
}
