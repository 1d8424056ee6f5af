package io.dorsal.opioid.tables;

import io.dorsal.opioid.core.BrokenTable;
import io.dorsal.opioid.core.OpioidTables;
import io.dorsal.opioid.core.TableFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables that lie beside the core as resources; each file names its source and edition. */
public final class ShippedTables {
    /** The set under which outcomes are published; the others exist to reproduce old reports. */
    public static final String DEFAULT_FACTOR_SET = "cdc-2022";

    private static final String FOLDER = "/opioid/";

    private ShippedTables() {}

    /**
     * Reads all of them.
     *
     * @throws BrokenTable naming file, line and what was expected
     */
    public static OpioidTables load() {
        return OpioidTables.parse(
                file("rxnorm-opioids.csv"),
                file("dose-forms.csv"),
                List.of(file("factors-cdc-2022.csv"), file("factors-cdc-2016.csv")));
    }

    private static TableFile file(String name) {
        try (InputStream in = ShippedTables.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new BrokenTable(FOLDER + name, 1, "this file on the class path", "nothing");
            }
            return new TableFile(
                    FOLDER + name,
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FOLDER + name, e);
        }
    }
}
