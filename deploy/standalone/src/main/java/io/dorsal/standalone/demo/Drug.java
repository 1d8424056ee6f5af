package io.dorsal.standalone.demo;

/** The drugs of the demo clinic, by their RxCUI. */
enum Drug {
    OXYCODONE_5("1049621", "{tab}", 0),
    OXYCODONE_10("1049683", "{tab}", 0),
    OXYCODONE_20_EXTENDED("1860129", "{tab}", 0),
    MORPHINE_15("892582", "{tab}", 0),
    HYDROCODONE_10("856999", "{tab}", 0),
    TRAMADOL_50("835603", "{tab}", 0),
    FENTANYL_25_PATCH("245134", "{patch}", 3),
    FENTANYL_50_PATCH("245135", "{patch}", 3),
    BUPRENORPHINE_20_PATCH("904876", "{patch}", 7);

    private final String rxcui;
    private final String unit;
    private final int wornDays;

    Drug(String rxcui, String unit, int wornDays) {
        this.rxcui = rxcui;
        this.unit = unit;
        this.wornDays = wornDays;
    }

    String rxcui() {
        return rxcui;
    }

    String unit() {
        return unit;
    }

    /** After how many days a patch is changed; 0 for what is swallowed. */
    int wornDays() {
        return wornDays;
    }
}
