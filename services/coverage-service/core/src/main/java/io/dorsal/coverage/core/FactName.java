package io.dorsal.coverage.core;

import io.dorsal.coverage.core.FactType.Code;
import io.dorsal.coverage.core.FactType.Day;
import io.dorsal.coverage.core.FactType.Quantity;
import io.dorsal.model.Word;
import io.dorsal.model.outcome.Supplier;

/** The closed vocabulary of facts that a policy may read; {@code docs/policies.md} has the same list. */
public enum FactName implements Word {
    PAIN_RELIEF(
            "painRelief",
            new Quantity(Unit.PERCENT, false),
            Supplier.PATIENT,
            Collectable.DURING_TRIAL,
            "pain relief over the trial days, pain-relief/1"),
    BASELINE_PAIN(
            "baselinePain",
            new Quantity(Unit.POINTS, false),
            Supplier.PATIENT,
            Collectable.BEFORE_PLACEMENT,
            "mean pain before the trial on a scale of 0 to 10, pain-relief/1; 100 mm VAS count as 10 points"),
    ANALGESIC_REDUCTION(
            "analgesicReduction",
            new Quantity(Unit.PERCENT, false),
            Supplier.CLINICIAN,
            Collectable.BEFORE_IMPLANT,
            "reduction of analgesic medications, attested; the latest attestation since the placement"),
    OPIOID_REDUCTION(
            "opioidReduction",
            new Quantity(Unit.PERCENT, false),
            Supplier.PATIENT,
            Collectable.DURING_TRIAL,
            "reduction of taken MME per day, last trial day against baseline, opioid/1"),
    ODI_BASELINE(
            "odiBaseline",
            new Quantity(Unit.PERCENT, false),
            Supplier.PATIENT,
            Collectable.BEFORE_PLACEMENT,
            "Oswestry Disability Index, the last one before the placement"),
    ODI_IMPROVEMENT(
            "odiImprovement",
            new Quantity(Unit.POINTS, false),
            Supplier.PATIENT,
            Collectable.DURING_TRIAL,
            "Oswestry Disability Index before the placement minus the last one since"),
    TRIAL_DAYS(
            "trialDays",
            new Quantity(Unit.DAYS, false),
            Supplier.CLINIC,
            Collectable.AT_ANY_TIME,
            "days from the date of placement to the date of removal of the trial lead"),
    TRIAL_HOURS(
            "trialHours",
            new Quantity(Unit.HOURS, false),
            Supplier.CLINIC,
            Collectable.AT_ANY_TIME,
            "time from placement to removal of the trial lead"),
    PAIN_DURATION(
            "painDuration",
            new Quantity(Unit.MONTHS, false),
            Supplier.CLINIC,
            Collectable.BEFORE_IMPLANT,
            "whole months from the onset of the pain to the date of service"),
    CONSERVATIVE_CARE(
            "conservativeCare",
            new Quantity(Unit.MONTHS, true),
            Supplier.CLINIC,
            Collectable.BEFORE_IMPLANT,
            "whole months of the longest unbroken stretch of listed drug, physical and psychological therapy before the"
                    + " date of service"),
    THERAPY("therapy", Code.of("SCS|DRG|PNS", "SCS, DRG or PNS"), Supplier.CLINIC, "the therapy on trial"),
    WAVEFORM(
            "waveform",
            Code.of(
                    "tonic|high-frequency|burst|closed-loop|drg|pns",
                    "tonic, high-frequency, burst, closed-loop, drg or pns"),
            Supplier.DEVICE,
            "every waveform that the stimulator logged while it was on, stimulation/1"),
    INDICATION(
            "indication",
            Code.of("[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{0,4})?\\*?", "an ICD-10-CM code such as M96.1 or G90.5*"),
            Supplier.CLINICIAN,
            "the diagnosis, ICD-10-CM"),
    PROCEDURE(
            "procedure",
            Code.of("[0-9A-Z][0-9]{4}\\*?", "a CPT or HCPCS code such as 63650"),
            Supplier.CLINIC,
            "the procedure of the claim, CPT or HCPCS"),
    PLACE_OF_SERVICE(
            "placeOfService",
            Code.of("[0-9]{2}", "a two-digit place of service such as 22"),
            Supplier.FACILITY,
            "where the procedure of the claim takes place, CMS place of service"),
    STATE("state", Code.of("[A-Z]{2}", "a state such as NY"), Supplier.CLINIC, "the state of the place of service"),
    UTN(
            "utn",
            Code.of("[0-9A-Z]{1,64}", "a unique tracking number"),
            Supplier.PAYER,
            "the unique tracking number of the trial's prior authorization"),
    TRIAL_STATE(
            "trialState",
            Code.of("PLANNED|RUNNING|ENDED", "PLANNED, RUNNING or ENDED"),
            Supplier.CLINIC,
            "whether the trial lead is not yet in, in, or out"),
    PLACEMENT("placement", new Day(), Supplier.CLINIC, Collectable.AT_ANY_TIME, "the date the trial lead was placed");

    private final String word;

    @SuppressWarnings(
            "ImmutableEnumChecker") // Records of enums, numbers and patterns are immutable; they just cannot say so.
    private final FactType type;

    private final Supplier supplier;
    private final Collectable collectable;
    private final String definition;

    FactName(String word, FactType type, Supplier supplier, String definition) {
        this(word, type, supplier, Collectable.BEFORE_IMPLANT, definition);
    }

    FactName(String word, FactType type, Supplier supplier, Collectable collectable, String definition) {
        this.word = word;
        this.type = type;
        this.supplier = supplier;
        this.collectable = collectable;
        this.definition = definition;
    }

    @Override
    public String word() {
        return word;
    }

    public FactType type() {
        return type;
    }

    public Supplier supplier() {
        return supplier;
    }

    public Collectable collectable() {
        return collectable;
    }

    public String definition() {
        return definition;
    }

    /** From the patient's pain diary, day by day. */
    boolean isFromDiary() {
        return this == PAIN_RELIEF || this == BASELINE_PAIN;
    }
}
