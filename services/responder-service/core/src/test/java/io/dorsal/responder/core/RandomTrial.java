package io.dorsal.responder.core;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.event.Cause;
import io.dorsal.model.event.Happening;
import io.dorsal.model.event.Happening.ClockAdjusted;
import io.dorsal.model.event.Happening.FaultRaised;
import io.dorsal.model.event.Happening.LeadDisconnected;
import io.dorsal.model.event.Happening.StimulationChanged;
import io.dorsal.model.event.Settings;
import io.dorsal.model.event.Waveform;
import io.dorsal.model.report.CodingDirection;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement.Function;
import io.dorsal.model.report.Statement.NoIntake;
import io.dorsal.model.report.Statement.PerceivedRelief;
import io.dorsal.model.report.Statement.Retraction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

/** A trial as untidy as they come: holes, corrections, retractions, lost events, restarts, replays, clocks that are off, set or reset. */
final class RandomTrial {
    private static final String[] ZONES = {"America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC"};
    private static final String[] PROGRAMS = {"A", "B", "C"};
    private final Random random;
    private final Sketch sketch = new Sketch();

    private RandomTrial(Random random) {
        this.random = random;
    }

    static Sketch sketch(Random random) {
        RandomTrial trial = new RandomTrial(random);
        trial.document();
        trial.reports();
        trial.device("ETS-1");
        trial.device("ETS-2");
        return trial.sketch;
    }

    private void document() {
        sketch.zone(ZONES[random.nextInt(ZONES.length)]);
        if (random.nextInt(3) == 0) {
            sketch.running();
        }
        sketch.wears("ETS-1", "2026-03-02T16:00:00Z", random.nextBoolean() ? null : "2026-03-06T12:00:00Z");
        if (random.nextInt(3) > 0) {
            sketch.wears("ETS-2", "2026-03-05T12:00:00Z", null);
        }
    }

    private void reports() {
        int days = 18;
        for (int i = 0; i < days; i++) {
            LocalDate date = Sketch.PLACEMENT.minusDays(8).plusDays(i);
            int entries = random.nextInt(4);
            for (int j = 0; j < entries; j++) {
                painReport("p-" + i + "-" + j, date);
            }
        }
        if (random.nextBoolean()) {
            sketch.report("r-1", 1, new PerceivedRelief(instant(), BigDecimal.valueOf(random.nextInt(101))));
        }
        sketch.report("n-1", 1, new NoIntake(LocalDate.of(2026, 3, 4)));
        for (Instrument instrument : Instrument.values()) {
            functionReports(instrument);
        }
    }

    private void functionReports(Instrument instrument) {
        int answers = random.nextInt(4);
        for (int i = 0; i < answers; i++) {
            String id = instrument.word() + "-" + i;
            Duration ago = Duration.ofHours(random.nextInt(24 * 24) - 12 * 24L);
            sketch.report(id, 1, answer(instrument, Sketch.PLACED_AT.plus(ago)));
            if (random.nextInt(4) == 0) {
                sketch.report(id, 2, answer(instrument, Sketch.PLACED_AT.plus(ago)));
            } else if (random.nextInt(8) == 0) {
                sketch.report(id, 2, new Retraction(ReportKind.FUNCTION, "mistyped"));
            }
        }
    }

    private Function answer(Instrument instrument, Instant at) {
        int tenths = 10 * (instrument.max() - instrument.min());
        BigDecimal score = BigDecimal.valueOf(10L * instrument.min() + random.nextInt(tenths + 1), 1);
        CodingDirection direction = CodingDirection.values()[random.nextInt(2)];
        return new Function(at, instrument, score, instrument == Instrument.PGIC ? direction : null);
    }

    private void painReport(String id, LocalDate date) {
        int revisions = 1 + random.nextInt(3);
        for (int revision = 1; revision <= revisions; revision++) {
            if (random.nextInt(12) == 0) {
                sketch.report(id, revision, new Retraction(ReportKind.PAIN, "mistyped"));
            } else {
                Instant at = sketch.at(date, "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60)));
                sketch.pain(id, revision, at, random.nextInt(21) / 2.0, PainScale.NRS, construct());
            }
        }
    }

    private PainConstruct construct() {
        return random.nextInt(4) == 0 ? PainConstruct.CURRENT : PainConstruct.AVERAGE;
    }

    private void device(String device) {
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        for (int boot = 0; boot < 3; boot++) {
            boolean reset = random.nextInt(5) == 0;
            boolean replayed = random.nextInt(3) == 0;
            Duration slow = slow();
            Instant end = at.plus(Duration.ofDays(3));
            int events = random.nextInt(60);
            for (int seq = 0; seq < events; seq++) {
                at = at.plus(Duration.ofMinutes(1 + random.nextInt(120)));
                Instant said =
                        reset ? Instant.EPOCH.plus(Duration.between(end, at)).plus(Duration.ofDays(9)) : at.minus(slow);
                Instant received = replayed ? end.plusMillis(seq) : at.plusSeconds(random.nextInt(20));
                if (random.nextInt(100) == 0) {
                    sketch.event(device, boot, seq, said.plus(Duration.ofDays(3)), received, happening(said));
                } else if (random.nextInt(50) == 0) {
                    slow = slow();
                    Happening set = new ClockAdjusted(said, at.minus(slow));
                    sketch.event(device, boot, seq, at.minus(slow), received, set);
                } else if (random.nextInt(10) > 0) {
                    sketch.event(device, boot, seq, said, received, happening(said));
                }
            }
        }
    }

    /** Negative for a fast clock; whole minutes, so that no two events of a boot share a minute of its clock by chance. */
    private Duration slow() {
        return random.nextInt(3) > 0 ? Duration.ZERO : Duration.ofMinutes(random.nextInt(400) - 200);
    }

    private Happening happening(Instant at) {
        String program = PROGRAMS[random.nextInt(PROGRAMS.length)];
        return switch (random.nextInt(10)) {
            case 0, 1 -> new StimulationChanged(true, program, Cause.PATIENT, settings());
            case 2 -> Events.off();
            case 3, 4 -> Events.usedOn(program, at.minus(Duration.ofMinutes(1 + random.nextInt(300))), at);
            case 5 -> Events.usedOff(at.minus(Duration.ofMinutes(1 + random.nextInt(120))), at);
            case 6 -> Events.button(random.nextInt(11), construct());
            case 7 -> Events.ohms("1", Integer.toString(200 + random.nextInt(2_000)));
            case 8 -> random.nextBoolean() ? Events.battery() : new LeadDisconnected("L1");
            default ->
                random.nextBoolean()
                        ? new FaultRaised("E1", "minor")
                        : new ClockAdjusted(at.minusSeconds(random.nextInt(600)), at);
        };
    }

    private Settings settings() {
        return new Settings(Waveform.TONIC, null, BigDecimal.valueOf(20 + random.nextInt(120)), null, null, null, null);
    }

    private Instant instant() {
        return Sketch.PLACED_AT.plus(Duration.ofMinutes(random.nextInt(10 * 24 * 60)));
    }
}
