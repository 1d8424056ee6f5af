package io.dorsal.opioid.core;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is looked up: the drugs, and the factor sets by id. */
public record OpioidTables(DrugTable drugs, Map<String, FactorSet> factorSets) {
    public OpioidTables {
        factorSets = Collections.unmodifiableMap(new TreeMap<>(factorSets));
    }

    /**
     * Reads the tables and checks that they speak of the same opioids.
     *
     * @throws BrokenTable naming file, line and what was expected
     */
    public static OpioidTables parse(TableFile drugs, TableFile doseForms, List<TableFile> factors) {
        DrugTable table = DrugTable.parse(drugs, doseForms);
        Map<String, FactorSet> sets = new TreeMap<>();
        for (TableFile file : factors) {
            FactorSet set = FactorSet.parse(file);
            requireKnown(set, table, file);
            if (sets.put(set.id(), set) != null) {
                throw new BrokenTable(file.file(), 1, "an id that no other set has", set.id());
            }
        }
        return new OpioidTables(table, sets);
    }

    /** What converts doses under one set; null for an id that is not among {@link #factorSets()}. */
    public @Nullable Conversions conversions(String factorSet) {
        FactorSet set = factorSets.get(factorSet);
        return set == null ? null : new Conversions(drugs, set);
    }

    private static void requireKnown(FactorSet set, DrugTable table, TableFile file) {
        for (Factor factor : set.factors().values()) {
            boolean known = table.byRxcui().values().stream()
                    .flatMap(drug -> drug.strengths().stream())
                    .anyMatch(strength -> strength.opioid().equals(factor.opioid()));
            if (!known) {
                throw new BrokenTable(
                        file.file(),
                        1,
                        "opioids of the drug table by RxCUI and name",
                        factor.opioid().toString());
            }
        }
    }
}
