package io.dorsal.standalone.demo;

/** The courses of medication at the demo clinic, so that each answer about opioids occurs. */
final class Medicines {
    /** 60 MME a day before, less than half of it in the trial. */
    static final Medication CLEARLY_LESS = new Medication()
            .prescribed(Drug.OXYCODONE_10, 4)
            .took(Drug.OXYCODONE_10, "4 4 4 4 4 4 4", "3", "2 2 1 1 1 1 1");

    /** Some before, as needed, and since the placement "nothing taken" on every day. */
    static final Medication NONE_ANY_MORE = new Medication()
            .asNeeded(Drug.HYDROCODONE_10, 3)
            .took(Drug.HYDROCODONE_10, "2 3 2 2 1 3 2", "1", "0 0 0 0 0 0 0");

    /** The same before and after: nothing reached. */
    static final Medication AS_BEFORE = new Medication()
            .prescribed(Drug.OXYCODONE_10, 4)
            .took(Drug.OXYCODONE_10, "4 4 4 4 4 4 4", "4", "4 4 4 4 4 4 4");

    /** From morphine to oxycodone: about as much in total, and another drug. */
    static final Medication ROTATED = new Medication()
            .changed(Drug.MORPHINE_15, 4, Drug.OXYCODONE_5, 6)
            .took(Drug.MORPHINE_15, "4 4 4 4 4 4 4", "2", "- - - - - - -")
            .took(Drug.OXYCODONE_5, "- - - - - - -", "2", "6 6 6 6 6 6 6");

    /** A patch that has no factor beside tablets that have one: every day is partial. */
    static final Medication WITH_A_PATCH_WITHOUT_FACTOR = new Medication()
            .prescribed(Drug.BUPRENORPHINE_20_PATCH, 1)
            .asNeeded(Drug.OXYCODONE_5, 4)
            .wore(Drug.BUPRENORPHINE_20_PATCH, -8, 8)
            .took(Drug.OXYCODONE_5, "2 2 3 2 2 1 2", "2", "1 1 0 1 0 0 0");

    /** The same twice a day throughout, and less and less of what is taken as needed. */
    static final Medication FEWER_AS_NEEDED = new Medication()
            .prescribed(Drug.OXYCODONE_20_EXTENDED, 2)
            .asNeeded(Drug.OXYCODONE_5, 4)
            .took(Drug.OXYCODONE_20_EXTENDED, "2 2 2 2 2 2 2", "2", "2 2 2 2 2 2 2")
            .took(Drug.OXYCODONE_5, "3 4 2 3 5 1 3", "2", "2 1 0 0 0 0 0");

    /** A patch of half the strength since the placement; it counts on every day that it is worn. */
    static final Medication SMALLER_PATCH = new Medication()
            .changed(Drug.FENTANYL_50_PATCH, 1, Drug.FENTANYL_25_PATCH, 1)
            .wore(Drug.FENTANYL_50_PATCH, -8, 0)
            .wore(Drug.FENTANYL_25_PATCH, 0, 9);

    /** A list of medicines that was rarely filled in: too few days to say anything. */
    static final Medication MOSTLY_UNKNOWN = new Medication()
            .prescribed(Drug.OXYCODONE_10, 4)
            .took(Drug.OXYCODONE_10, "4 4 - 4 4 - 4", "-", "3 - - - - 2 - -");

    /** Some days without list, in both windows; enough are left. */
    static final Medication SOME_DAYS_UNKNOWN = new Medication()
            .prescribed(Drug.TRAMADOL_50, 4)
            .took(Drug.TRAMADOL_50, "4 4 - 4 4 4 4", "-", "3 - 3 3 2 2");

    /** Prescribed, and nothing was ever reported as taken. */
    static final Medication PRESCRIBED_ONLY = new Medication().prescribed(Drug.OXYCODONE_10, 4);

    /** Pain got worse, and more was taken than before. */
    static final Medication MORE = new Medication()
            .asNeeded(Drug.OXYCODONE_5, 6)
            .took(Drug.OXYCODONE_5, "3 3 3 3 3 3 3", "4", "4 5 6 6 6 6 6");

    /** "Nothing taken" on every day of the baseline: nothing to reduce. */
    static final Medication NEVER_ANY = new Medication().took(Drug.TRAMADOL_50, "0 0 0 0 0 0 0", "0", "0 0 0 0 0 0 0");

    private Medicines() {}
}
