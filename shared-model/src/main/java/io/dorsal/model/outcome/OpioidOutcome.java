package io.dorsal.model.outcome;

import io.dorsal.model.Rational;
import io.dorsal.model.TrialId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one trial's medication facts as of an instant; definition {@code opioid/1}. Figures are MME per day
 * under one factor set and never compared with those of another. Descriptive: no dosing advice.
 *
 * @param factorSet such as {@code cdc-2022}
 * @param drugTable edition of the table that names the drugs
 * @param asOf only facts dated up to it count
 * @param complete the lead is out and the as-of instant lies after it: only a correction changes it still
 * @param status of the taken series; the prescribed one never stands in for it
 * @param prescribed the regimen at its maximum, over the same days as taken
 * @param factDigest SHA-256, hex, of the trial document and the reports
 */
public record OpioidOutcome(
        TrialId trialId,
        String definition,
        String factorSet,
        String drugTable,
        Instant asOf,
        boolean complete,
        OpioidStatus status,
        @Nullable OpioidReason reason,
        Series taken,
        Series prescribed,
        List<Day> days,
        String factDigest) {

    /** The digest that a trial's outcomes have in common: medication rests on nothing but what was stated. */
    public String statedDigest() {
        return factDigest;
    }

    /**
     * One series over the windows of the trial.
     *
     * @param end the last trial day
     * @param change null unless the baseline has enough days and, with anything taken, the trial too
     * @param byDrug by name of the opioid
     */
    public record Series(
            WindowMme baseline,
            WindowMme trial,
            WindowMme lastThree,
            WindowMme end,
            @Nullable Change change,
            List<DrugMme> byDrug,
            List<NotConverted> notConverted) {}

    /**
     * The mean of daily totals over a window of local dates, both included.
     *
     * @param from null when the window does not exist yet
     * @param mean null when no day is known
     * @param knownDays with a medication report; the others are unknown, not zero
     * @param days how many days count: a day still to come does not
     * @param partialDays known days with something that has no MME
     */
    public record WindowMme(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Rational mean,
            int knownDays,
            int days,
            int partialDays) {}

    /**
     * From the baseline to the trial.
     *
     * @param percent negative when less; null when the baseline is 0
     * @param lastThreePercent the same to the last three trial days
     * @param endPercent the same to the last trial day
     * @param tierAfter null while the trial has too few days
     * @param partial a day behind it has something that has no MME, so that this is the change of the rest
     */
    public record Change(
            @Nullable Rational percent,
            @Nullable Rational lastThreePercent,
            @Nullable Rational endPercent,
            List<Reduction> reached,
            MmeTier tierBefore,
            @Nullable MmeTier tierAfter,
            boolean partial) {}

    /**
     * One opioid's part of the window means.
     *
     * @param drug RxCUI of the ingredient
     */
    public record DrugMme(
            String drug,
            String name,
            @Nullable Rational baseline,
            @Nullable Rational trial,
            @Nullable Rational lastThree,
            @Nullable Rational end) {}

    /**
     * Present, not converted.
     *
     * @param name null for an unknown RxCUI
     * @param opioid the ingredient's name; null for an unknown RxCUI
     * @param baselineDays on how many baseline days
     * @param trialDays on how many trial days
     */
    public record NotConverted(
            String rxcui,
            @Nullable String name,
            @Nullable String opioid,
            NotConvertedReason reason,
            int baselineDays,
            int trialDays) {}

    /**
     * One local date.
     *
     * @param known has a medication report
     * @param mme of what was taken and has a factor; null for an unknown day
     * @param partial something taken has no MME
     * @param contradicted "nothing taken" and an intake were both reported; the intake counts
     * @param notConverted RxCUIs
     * @param prescribed null when no regimen is known
     */
    public record Day(
            LocalDate date,
            DayWindow window,
            boolean known,
            @Nullable Rational mme,
            boolean partial,
            boolean contradicted,
            List<DayDrug> byDrug,
            List<String> notConverted,
            @Nullable Rational prescribed) {}

    /** One opioid's part of a day's total. */
    public record DayDrug(String drug, String name, Rational mme) {}
}
