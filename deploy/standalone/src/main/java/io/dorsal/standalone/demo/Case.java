package io.dorsal.standalone.demo;

import io.dorsal.model.ClinicId;
import io.dorsal.model.DeviceId;
import io.dorsal.model.PainScale;
import io.dorsal.model.TrialId;
import io.dorsal.model.event.Waveform;
import io.dorsal.model.trial.Therapy;
import io.dorsal.standalone.simulate.core.Cadence;
import io.dorsal.standalone.simulate.core.Delivery;
import io.dorsal.standalone.simulate.core.Diary;
import io.dorsal.standalone.simulate.core.Dice;
import io.dorsal.standalone.simulate.core.DrawnDiary;
import io.dorsal.standalone.simulate.core.Incident;
import io.dorsal.standalone.simulate.core.Pain;
import io.dorsal.standalone.simulate.core.StimulatorPlan;
import io.dorsal.standalone.simulate.core.TrialCourse;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.core.Waveforms;
import io.dorsal.standalone.simulate.core.WrittenDiary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One demo trial in the words of its author; {@link #plan} makes a plan of it. */
final class Case {
    private static final long SEED = 20_260_302;
    private static final LocalTime DIARY_TIME = LocalTime.of(20, 5);
    private static final Cadence LIVELY =
            new Cadence(Duration.ofSeconds(70), Duration.ofMinutes(15), Duration.ofMinutes(10));
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MMdd");

    private final String clinic;
    private final ZoneId timezone;
    private final String prefix;
    private final String subject;
    private final Waveform waveform;
    private final List<Amendment> amendments = new ArrayList<>();
    private PainScale scale = PainScale.NRS;
    private int placedDaysAgo;
    private int lengthDays = 8;
    private Pain pain = new Pain(7, 0.5, 0.5);
    private @Nullable WrittenDiary written;
    private double adherence = 1;
    private double outageChance;
    private Duration assignedLate = Duration.ZERO;
    private Map<Integer, Incident> incidents = Map.of();
    private Medication medication = new Medication();
    private Paperwork paperwork = Paperwork.NONE;
    private Aftermath aftermath = Aftermath.OPEN;

    Case(String clinic, String timezone, String prefix, String subject, Waveform waveform) {
        this.clinic = clinic;
        this.timezone = ZoneId.of(timezone);
        this.prefix = prefix;
        this.subject = subject;
        this.waveform = waveform;
    }

    Case placedDaysAgo(int days) {
        placedDaysAgo = days;
        return this;
    }

    /** From the placement to the lead's removal. */
    Case lasting(int days) {
        lengthDays = days;
        return this;
    }

    Case scale(PainScale scale) {
        this.scale = scale;
        return this;
    }

    Case pain(double baseline, double relief, double spread) {
        pain = new Pain(baseline, relief, spread);
        return this;
    }

    /** The diary's scores, parted by blanks; a dash is a day left out. */
    Case wrote(String baseline, String placement, String trial) {
        written = new WrittenDiary(scores(baseline), scores(placement).getFirst(), scores(trial), DIARY_TIME);
        return this;
    }

    /** The share of days that the patient answers. */
    Case adherence(double share) {
        adherence = share;
        return this;
    }

    Case outages(double chance) {
        outageChance = chance;
        return this;
    }

    Case assignedLate(Duration late) {
        assignedLate = late;
        return this;
    }

    Case incident(int day, Incident incident) {
        incidents = Map.of(day, incident);
        return this;
    }

    /** The entry of trial day {@code day} is corrected two days later. */
    Case correctedTo(int day, double score) {
        amendments.add(new Amendment.Correction(day, score));
        return this;
    }

    /** A second entry of trial day {@code day} is taken back the day after. */
    Case retracted(int day, double score) {
        amendments.add(new Amendment.Retraction(day, score));
        return this;
    }

    Case medication(Medication medication) {
        this.medication = medication;
        return this;
    }

    Case paperwork(Paperwork paperwork) {
        this.paperwork = paperwork;
        return this;
    }

    Case aftermath(Aftermath aftermath) {
        this.aftermath = aftermath;
        return this;
    }

    TrialPlan plan(LocalDate today) {
        String name = prefix + "-" + MONTH_DAY.format(today) + "-" + subject;
        TrialCourse course = course(name, today);
        Diary diary = written == null ? new DrawnDiary(SEED, subject, pain, adherence) : written;
        List<Delivery> extra = new ArrayList<>(medication.reports(course));
        amendments.forEach(amendment -> extra.addAll(amendment.reports(course, DIARY_TIME)));
        extra.addAll(aftermath.deliveries(course));
        return new TrialPlan(SEED, course, pain, diary, stimulator(course.device(), today), extra);
    }

    private TrialCourse course(String name, LocalDate today) {
        LocalDate placed = today.minusDays(placedDaysAgo);
        Instant placedAt = placed.atTime(10, 30).atZone(timezone).toInstant();
        Instant removalAt =
                placed.plusDays(lengthDays).atTime(10, 0).atZone(timezone).toInstant();
        return new TrialCourse(
                new TrialId(name),
                new ClinicId(clinic),
                "S-" + subject,
                therapy(),
                waveform == Waveform.PNS ? "G57.91" : waveform == Waveform.DRG ? "G57.71" : "M96.1",
                timezone,
                scale,
                placedAt,
                removalAt,
                new DeviceId("ETS-" + name),
                assignedLate,
                medication.regimen(placed),
                paperwork.papers(placed));
    }

    private StimulatorPlan stimulator(DeviceId device, LocalDate today) {
        Dice dice = Dice.of(SEED, subject, "stimulator");
        return new StimulatorPlan(
                device,
                Waveforms.programs(waveform, dice),
                Math.round(8_000 * dice.bell()),
                20 * dice.bell(),
                dice.chance(0.5),
                outageChance,
                0,
                incidents.isEmpty() ? 0.05 : 0,
                incidents,
                today,
                LIVELY);
    }

    private Therapy therapy() {
        return switch (waveform) {
            case TONIC, HIGH_FREQUENCY, BURST, CLOSED_LOOP -> Therapy.SCS;
            case DRG -> Therapy.DRG;
            case PNS -> Therapy.PNS;
        };
    }

    private static List<@Nullable Double> scores(String text) {
        List<@Nullable Double> scores = new ArrayList<>();
        Arrays.stream(text.split(" ", -1))
                .forEach(score -> scores.add(score.equals("-") ? null : Double.valueOf(score)));
        return scores;
    }
}
