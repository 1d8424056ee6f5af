package io.dorsal.fhir;

import io.dorsal.model.Word;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** The codes of {@link Systems#LOCAL}: what no public code is confirmed for. Never renamed. */
public enum LocalCode implements Word {
    EVIDENCE_PACKET("Evidence of a neuromodulation trial"),
    PRIOR_AUTHORIZATION_EVIDENCE("Evidence for a prior authorization request"),

    PAIN("Pain"),
    STIMULATION("Stimulation and usage"),
    OPIOIDS("Opioids taken"),
    FUNCTION("Function"),
    PAPERS("Documents and earlier treatments"),
    DETERMINATION("Policy criteria on these facts"),

    PAIN_DAY("Mean pain of one local date"),
    PAIN_BASELINE("Mean pain of the baseline days"),
    PAIN_TRIAL("Mean pain of the trial days"),
    PAIN_LAST_DAYS("Mean pain of the last trial days"),
    PAIN_RELIEF("Pain relief from baseline to trial"),
    PAIN_RELIEF_LAST_DAYS("Pain relief from baseline to the last trial days"),
    RELIEF_WORST("Relief if unanswered days were the worst score"),
    RELIEF_BEST("Relief if unanswered days were 0"),
    RELIEF_BOCF("Relief with unanswered days set to the baseline"),
    RELIEF_LOW("Lower bound of the 95 % interval of relief"),
    RELIEF_HIGH("Upper bound of the 95 % interval of relief"),
    STATUS("Status"),
    REASON("Reason of the status"),
    GRADE("Grade of relief"),
    REMISSION("Remission"),
    SETTLED("The verdict is the same at both bounds"),
    FRAGILE("The verdict differs with unanswered days set to the baseline"),
    LOW_BASELINE("The baseline is low, so that relief has a floor"),
    PAIN_AVERAGE("Average pain"),
    PAIN_WORST("Worst pain"),
    PAIN_LEAST("Least pain"),
    PAIN_CURRENT("Current pain"),
    PERCEIVED_RELIEF("Relief that the patient states when asked for a percentage"),
    PERCEIVED_GAP("Perceived minus calculated relief"),
    ANALGESIC_REDUCTION("Reduction of analgesic medications, attested"),
    ENTRIES("Counting diary entries"),
    ANSWERED_DAYS("Answered days"),
    KNOWN_DAYS("Days with a medication report"),
    PARTIAL_DAYS("Known days with something that has no MME"),
    DAYS("Days of the window"),

    USAGE("Time with stimulation on in percent of the local date"),
    TIME_ON("Time on"),
    TIME_OFF("Time off"),
    TIME_UNKNOWN("Time without any device log"),
    WAVEFORMS("Waveforms that the stimulator logged while it was on"),
    EVENT_LEDGER("Received events of one device boot"),
    EVENTS_SENT("Events sent, as far as the highest sequence number tells"),
    MISSING_RANGES("Missing ranges of sequence numbers"),
    TRIAL_STIMULATOR("Stimulator of the trial"),

    MME_DAY("MME taken on one local date"),
    MME_BASELINE("Mean MME per day of the baseline days"),
    MME_TRIAL("Mean MME per day of the trial days"),
    MME_LAST_DAYS("Mean MME per day of the last trial days"),
    MME_END("MME of the last trial day"),
    MME_CHANGE("Change of MME per day from baseline to trial"),
    MME_CHANGE_LAST_DAYS("Change of MME per day from baseline to the last trial days"),
    MME_CHANGE_END("Change of MME per day from baseline to the last trial day"),
    MME_REACHED("Reduction reached"),
    MME_TIER_BEFORE("Band of MME per day before"),
    MME_TIER_AFTER("Band of MME per day after"),
    MME_PARTIAL("Something taken has no MME"),
    FACTOR_SET("Factor set of the MME"),
    NOT_CONVERTED("Present, without MME"),
    ANY_OPIOID("Any opioid"),

    ODI("Oswestry Disability Index"),
    EQ_5D_5L("EQ-5D-5L index"),
    PROMIS_PHYSICAL_FUNCTION("PROMIS physical function, T-score"),
    PROMIS_PAIN_INTERFERENCE("PROMIS pain interference, T-score"),
    PROMIS_SLEEP_DISTURBANCE("PROMIS sleep disturbance, T-score"),
    PGIC("Patient Global Impression of Change"),
    SLEEP("Sleep quality, 0 to 10"),
    IMPROVEMENT("Improvement in points of the scale"),
    MCIDS("Improvement in minimal clinically important differences"),
    HOLISTIC_RESPONSE("Improvement in all domains that were impaired at baseline"),

    LEAD_PLACEMENT("Placement of the trial lead"),
    LEAD_REMOVAL("Removal of the trial lead"),
    COVERAGE_DETERMINATION("What a policy's criteria amount to on these facts");

    private final String display;

    LocalCode(String display) {
        this.display = display;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String display() {
        return display;
    }

    public Coding coding() {
        return new Coding(Systems.LOCAL, word(), display);
    }

    public CodeableConcept concept() {
        return new CodeableConcept(coding());
    }
}
