package io.dorsal.standalone.demo;

import io.dorsal.model.ClinicId;
import io.dorsal.standalone.simulate.core.Cohort;
import io.dorsal.standalone.simulate.core.Delivery;
import io.dorsal.standalone.simulate.core.Dice;
import io.dorsal.standalone.simulate.core.TrialCourse;
import io.dorsal.standalone.simulate.core.TrialPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A year of many clinics: the patients of a {@link Cohort}, with the papers and medicines of the demo clinic. Drawn from
 * a seed, each trial for itself.
 *
 * @param today the year ends shortly after: some leads are in, some are still to be placed
 */
public record Population(long seed, LocalDate today, int clinics) {
    private static final int YEAR_DAYS = 360;
    private static final int PLANNED_DAYS = 8;
    private static final int PLACED_BEFORE_DAYS = 5;

    private static final List<Medication> MEDICINES = List.of(
            Medicines.CLEARLY_LESS,
            Medicines.NONE_ANY_MORE,
            Medicines.AS_BEFORE,
            Medicines.ROTATED,
            Medicines.WITH_A_PATCH_WITHOUT_FACTOR,
            Medicines.FEWER_AS_NEEDED,
            Medicines.SMALLER_PATCH,
            Medicines.MOSTLY_UNKNOWN,
            Medicines.SOME_DAYS_UNKNOWN,
            Medicines.PRESCRIBED_ONLY,
            Medicines.MORE,
            Medicines.NEVER_ANY);

    /** Clinic 1 is the largest: it has about a sixth of forty clinics' trials. */
    public ClinicId clinic(int number) {
        return new ClinicId("bench-clinic-%02d".formatted(number));
    }

    /** Of which the clinic has written a first document by now. */
    public TrialPlan plan(int number) {
        Dice dice = Dice.of(seed, "population", number);
        LocalDate placed = today.plusDays(PLANNED_DAYS - (long) dice.below(YEAR_DAYS));
        TrialPlan drawn = new Cohort(seed, PLACED_BEFORE_DAYS, placed.plusDays(PLACED_BEFORE_DAYS), 0).plan(number);
        Medication medication = dice.chance(0.45) ? MEDICINES.get(dice.below(MEDICINES.size())) : new Medication();
        Paperwork paperwork = paperwork(dice);
        TrialCourse course = course(drawn.course(), medication, paperwork, dice);
        List<Delivery> extra = Stream.concat(
                        medication.reports(course).stream(), aftermath(paperwork, dice).deliveries(course).stream())
                .toList();
        return new TrialPlan(drawn.seed(), course, drawn.pain(), drawn.diary(), drawn.stimulator(), extra);
    }

    private TrialCourse course(TrialCourse drawn, Medication medication, Paperwork paperwork, Dice dice) {
        double place = dice.uniform();
        return new TrialCourse(
                drawn.trial(),
                clinic(1 + (int) (clinics * place * place)),
                drawn.subject(),
                drawn.therapy(),
                drawn.indication(),
                drawn.timezone(),
                drawn.scale(),
                drawn.placedAt(),
                drawn.removalAt(),
                drawn.device(),
                drawn.assignedLate(),
                medication.regimen(drawn.placementDate()),
                paperwork.papers(drawn.placementDate()));
    }

    private static Paperwork paperwork(Dice dice) {
        double share = dice.uniform();
        if (share < 0.1) {
            return Paperwork.NONE;
        }
        if (share < 0.4) {
            return Paperwork.MEDICARE_COMPLETE;
        }
        return share < 0.7 ? Paperwork.MEDICARE_WITHOUT_PSYCHOLOGIST : Paperwork.COMMERCIAL_COMPLETE;
    }

    /** Nobody answers where no payer is named. */
    private static Aftermath aftermath(Paperwork paperwork, Dice dice) {
        double share = dice.uniform();
        if (paperwork == Paperwork.NONE || share < 0.2) {
            return Aftermath.OPEN;
        }
        if (share < 0.7) {
            return Aftermath.IMPLANTED;
        }
        return share < 0.85 ? Aftermath.NOT_IMPLANTED : Aftermath.DENIED;
    }
}
