package io.dorsal.opioid.tables;

import io.dorsal.model.FactDigest;
import io.dorsal.opioid.core.BrokenTable;
import io.dorsal.opioid.core.OpioidTables;
import io.dorsal.opioid.core.TableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the tables that lie beside the core as resources; each file names its source and edition. */
public final class ShippedTables {
    /** The set under which outcomes are published; the others exist to reproduce old reports. */
    public static final String DEFAULT_FACTOR_SET = "cdc-2022";

    private static final String FOLDER = "/opioid/";
    private static final String DRUGS = "rxnorm-opioids.csv";
    private static final String DOSE_FORMS = "dose-forms.csv";
    private static final List<String> FACTORS = List.of("factors-cdc-2022.csv", "factors-cdc-2016.csv");

    private ShippedTables() {}

    /**
     * Reads all of them.
     *
     * @throws BrokenTable naming file, line and what was expected
     */
    public static OpioidTables load() {
        return OpioidTables.parse(
                file(DRUGS),
                file(DOSE_FORMS),
                FACTORS.stream().map(ShippedTables::file).toList());
    }

    /** SHA-256, hex, of each table by file name. */
    public static Map<String, String> digests() {
        return Stream.concat(Stream.of(DRUGS, DOSE_FORMS), FACTORS.stream())
                .collect(Collectors.toMap(name -> name, name -> FactDigest.sha256(bytes(name))));
    }

    private static TableFile file(String name) {
        return new TableFile(
                FOLDER + name,
                new String(bytes(name), StandardCharsets.UTF_8).lines().toList());
    }

    private static byte[] bytes(String name) {
        try (InputStream in = ShippedTables.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new BrokenTable(FOLDER + name, 1, "this file on the class path", "nothing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FOLDER + name, e);
        }
    }
}
