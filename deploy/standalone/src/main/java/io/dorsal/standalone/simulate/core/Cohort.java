package io.dorsal.standalone.simulate.core;

import io.dorsal.model.ClinicId;
import io.dorsal.model.DeviceId;
import io.dorsal.model.PainScale;
import io.dorsal.model.TrialId;
import io.dorsal.model.event.Waveform;
import io.dorsal.model.trial.Therapy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Draws trials from a seed.
 *
 * @param days how long ago, before {@code until}, the leads were placed
 * @param until the date at which history ends
 * @param lossShare of the events that devices lose before sending
 */
public record Cohort(long seed, int days, LocalDate until, double lossShare) {
    private static final int LENGTH_DAYS_MAX = 58;
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Chicago"),
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Australia/Sydney"),
            ZoneId.of("Asia/Kolkata"));

    /** The plans of trials 1 to {@code trials}; each is drawn for itself, so more trials leave the first ones as they were. */
    public List<TrialPlan> plans(int trials) {
        return IntStream.rangeClosed(1, trials).mapToObj(this::plan).toList();
    }

    /** The plan of one trial, as it is among {@link #plans}. */
    public TrialPlan plan(int number) {
        String name = name(number);
        Dice dice = Dice.of(seed, "trial", number);
        Waveform waveform = oneOf(List.of(Waveform.values()), dice);
        TrialCourse course = course(number, name, therapy(waveform), dice);
        Pain pain = pain(dice);
        DrawnDiary diary = new DrawnDiary(seed, name, pain, adherence(dice));
        return new TrialPlan(seed, course, pain, diary, stimulator(course.device(), waveform, dice), List.of());
    }

    /**
     * Says all that the facts follow from: two runs that differ in any of it never meet in one trial, and the same run
     * once more is the same trial.
     */
    private String name(int number) {
        String loss = lossShare == 0 ? "" : "-l" + Math.round(lossShare * 1_000_000);
        return "%s-d%d%s-%d-%05d".formatted(until.format(DateTimeFormatter.BASIC_ISO_DATE), days, loss, seed, number);
    }

    private TrialCourse course(int number, String name, Therapy therapy, Dice dice) {
        ZoneId zone = oneOf(ZONES, dice);
        Instant placedAt = until.minusDays(days)
                .atTime(8 + dice.below(6), dice.below(60))
                .atZone(zone)
                .toInstant();
        int length = Math.min(LENGTH_DAYS_MAX, Math.max(days + 2, 7 + dice.below(4)));
        Instant removalAt = placedAt.atZone(ZoneOffset.UTC).plusDays(length).toInstant();
        return new TrialCourse(
                new TrialId("sim-" + name),
                new ClinicId("sim-clinic-" + (1 + number % 5)),
                "S-" + number,
                therapy,
                "M96.1",
                zone,
                dice.chance(0.8) ? PainScale.NRS : PainScale.VAS,
                placedAt,
                removalAt,
                new DeviceId("SIM-" + name),
                dice.chance(0.1) ? Duration.ofHours(5 + dice.below(30)) : Duration.ZERO,
                List.of(),
                Papers.NONE);
    }

    /** Two in three are true responders, about as in published screening trials; a few get worse. */
    private static Pain pain(Dice dice) {
        double relief = dice.chance(0.66) ? dice.between(0.5, 0.9) : dice.between(-0.1, 0.5);
        return new Pain(dice.between(5, 9), relief, dice.between(0.4, 1.3));
    }

    /** A third fill in less than half of the days [JMIR Hum Factors 2022;9:e35134]. */
    private static double adherence(Dice dice) {
        return dice.chance(1.0 / 3) ? dice.between(0.15, 0.5) : dice.between(0.6, 1);
    }

    private StimulatorPlan stimulator(DeviceId device, Waveform waveform, Dice dice) {
        return new StimulatorPlan(
                device,
                Waveforms.programs(waveform, dice),
                Math.round(20_000 * dice.bell()),
                40 * dice.bell(),
                dice.chance(0.4),
                0.25,
                lossShare,
                0.08,
                Map.of(),
                null,
                Cadence.USUAL);
    }

    private static Therapy therapy(Waveform waveform) {
        return switch (waveform) {
            case TONIC, HIGH_FREQUENCY, BURST, CLOSED_LOOP -> Therapy.SCS;
            case DRG -> Therapy.DRG;
            case PNS -> Therapy.PNS;
        };
    }

    private static <T> T oneOf(List<T> choices, Dice dice) {
        return choices.get(dice.below(choices.size()));
    }
}
