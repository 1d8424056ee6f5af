package io.dorsal.standalone.demo;

import io.dorsal.model.PainScale;
import io.dorsal.model.event.Waveform;
import io.dorsal.standalone.simulate.core.Incident;
import io.dorsal.standalone.simulate.core.TrialPlan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Who is on trial at the demo's two clinics, and why each of them is worth a look. */
final class DemoClinic {
    private DemoClinic() {}

    /** The trials as they stand on {@code today}: most leads are in, three are out, one goes in the day after tomorrow. */
    static List<TrialPlan> plans(LocalDate today) {
        return Stream.of(therapies(), diaries(), incidents(), ended())
                .flatMap(List::stream)
                .map(one -> one.plan(today))
                .toList();
    }

    private static List<Case> therapies() {
        return List.of(
                // A plain responder: tonic stimulation, a full diary.
                harbor("0417", Waveform.TONIC)
                        .placedDaysAgo(5)
                        .pain(7.4, 0.68, 0.6)
                        .medication(Medicines.CLEARLY_LESS)
                        .paperwork(Paperwork.MEDICARE_COMPLETE),
                // More than 80 % relief, paresthesia-free.
                lakeside("2203", Waveform.HIGH_FREQUENCY)
                        .placedDaysAgo(6)
                        .pain(8.1, 0.88, 0.5)
                        .adherence(0.8)
                        .medication(Medicines.NONE_ANY_MORE),
                // Bursts that do not help enough.
                harbor("0421", Waveform.BURST)
                        .placedDaysAgo(5)
                        .pain(7.2, 0.2, 0.8)
                        .medication(Medicines.AS_BEFORE)
                        .paperwork(Paperwork.COMMERCIAL_COMPLETE),
                // Closed loop; every night away from the gateway, so that batches arrive in the morning.
                harbor("0423", Waveform.CLOSED_LOOP)
                        .placedDaysAgo(4)
                        .pain(7.0, 0.66, 0.7)
                        .outages(0.9)
                        .medication(Medicines.ROTATED)
                        .paperwork(Paperwork.MEDICARE_WITHOUT_PSYCHOLOGIST),
                // Dorsal root ganglion, on the 100 mm scale.
                lakeside("2207", Waveform.DRG)
                        .placedDaysAgo(5)
                        .pain(7.8, 0.7, 0.7)
                        .adherence(0.8)
                        .scale(PainScale.VAS)
                        .medication(Medicines.WITH_A_PATCH_WITHOUT_FACTOR),
                // Peripheral nerve, no responder so far.
                harbor("0425", Waveform.PNS)
                        .placedDaysAgo(4)
                        .pain(6.6, 0.3, 0.9)
                        .medication(Medicines.FEWER_AS_NEEDED));
    }

    private static List<Case> diaries() {
        return List.of(
                // Exactly 50 %: passes, and not one answer more is needed to see how thin that is.
                harbor("0428", Waveform.TONIC)
                        .placedDaysAgo(6)
                        .pain(8, 0.5, 0.6)
                        .wrote("8 8 7 8 9 8 8", "3", "4 4 5 4 3 4 4")
                        .medication(Medicines.SMALLER_PATCH)
                        .paperwork(Paperwork.MEDICARE_COMPLETE),
                // Holes in the diary: a responder on what is there, not one if the missing days were like before.
                harbor("0430", Waveform.HIGH_FREQUENCY)
                        .placedDaysAgo(7)
                        .lasting(9)
                        .pain(8, 0.6, 0.8)
                        .wrote("8 8 7 9 8 8 8", "6", "3 - 4 3 - - 2 -")
                        .medication(Medicines.MOSTLY_UNKNOWN)
                        .paperwork(Paperwork.MEDICARE_COMPLETE),
                // Too few days to say anything yet.
                harbor("0433", Waveform.BURST)
                        .placedDaysAgo(2)
                        .pain(7.7, 0.6, 0.6)
                        .medication(Medicines.AS_BEFORE));
    }

    private static List<Case> incidents() {
        return List.of(
                // The stimulator's events came more than a day before anybody wrote down whose it was.
                harbor("0419", Waveform.TONIC)
                        .placedDaysAgo(5)
                        .pain(6.9, 0.6, 0.6)
                        .assignedLate(Duration.ofHours(31))
                        .medication(Medicines.PRESCRIBED_ONLY)
                        .paperwork(Paperwork.MEDICARE_WITHOUT_PSYCHOLOGIST),
                // Day 3 was typed wrong and corrected; an entry of day 2 belonged to another day and was taken back.
                harbor("0426", Waveform.CLOSED_LOOP)
                        .placedDaysAgo(6)
                        .pain(6, 0.5, 0.5)
                        .wrote("6 6 5 7 6 6 6", "4", "3 3 8 3 3 3 3")
                        .correctedTo(3, 3)
                        .retracted(2, 9),
                // A battery change after which the stimulator believed it was 1970.
                harbor("0429", Waveform.TONIC)
                        .placedDaysAgo(4)
                        .pain(7.5, 0.58, 0.6)
                        .incident(3, Incident.CLOCK_RESET),
                // It got worse, and a lead came loose.
                harbor("0431", Waveform.DRG)
                        .placedDaysAgo(4)
                        .pain(6.2, -0.2, 0.6)
                        .incident(2, Incident.LEAD_DISCONNECTED)
                        .medication(Medicines.MORE),
                // No pain before the trial: nothing to relieve, nothing to divide by.
                lakeside("2210", Waveform.PNS)
                        .placedDaysAgo(4)
                        .pain(0, 0, 0.1)
                        .wrote("0 0 0 0 0 0 0", "0", "0 1 0 0 1 0 0")
                        .medication(Medicines.NEVER_ANY),
                // The baseline diary runs, the lead goes in the day after tomorrow.
                harbor("0435", Waveform.TONIC).placedDaysAgo(-2).pain(7.1, 0.6, 0.7));
    }

    private static List<Case> ended() {
        return List.of(
                // Over and done: implanted, and the payer has granted it.
                lakeside("2199", Waveform.HIGH_FREQUENCY)
                        .placedDaysAgo(14)
                        .lasting(7)
                        .pain(7.9, 0.74, 0.6)
                        .medication(Medicines.SOME_DAYS_UNKNOWN)
                        .paperwork(Paperwork.COMMERCIAL_COMPLETE)
                        .aftermath(Aftermath.IMPLANTED),
                // The relief was there, the psychologist's evaluation was not: the payer refused.
                harbor("0411", Waveform.TONIC)
                        .placedDaysAgo(12)
                        .lasting(5)
                        .pain(7.3, 0.65, 0.6)
                        .medication(Medicines.CLEARLY_LESS)
                        .paperwork(Paperwork.MEDICARE_WITHOUT_PSYCHOLOGIST)
                        .aftermath(Aftermath.DENIED),
                // Too little relief to go on.
                harbor("0413", Waveform.BURST)
                        .placedDaysAgo(10)
                        .lasting(5)
                        .pain(7, 0.15, 0.7)
                        .medication(Medicines.AS_BEFORE)
                        .paperwork(Paperwork.MEDICARE_COMPLETE)
                        .aftermath(Aftermath.NOT_IMPLANTED));
    }

    private static Case harbor(String subject, Waveform waveform) {
        return new Case("harbor-pain", "America/New_York", "HP", subject, waveform);
    }

    private static Case lakeside(String subject, Waveform waveform) {
        return new Case("lakeside-spine", "America/Chicago", "LS", subject, waveform);
    }
}
