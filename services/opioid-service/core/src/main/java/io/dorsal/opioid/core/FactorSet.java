package io.dorsal.opioid.core;

import io.dorsal.opioid.core.Factor.Step;
import io.dorsal.opioid.core.Factor.Unit;
import io.dorsal.opioid.core.TableFile.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The conversion factors of one guideline.
 *
 * @param id such as {@code cdc-2022}; on every result
 * @param factors by RxCUI of the opioid
 */
public record FactorSet(String id, String edition, String citation, Map<String, Factor> factors) {
    public FactorSet {
        factors = Map.copyOf(factors);
    }

    /**
     * Reads one set.
     *
     * @throws BrokenTable naming file, line and what was expected
     */
    static FactorSet parse(TableFile file) {
        Map<String, Factor> factors = new TreeMap<>();
        List<Row> rows = file.rows(
                "ingredient_rxcui", "ingredient", "dose_unit", "dose_form_rxcui", "daily_dose_up_to", "factor");
        for (Row row : rows) {
            Factor factor = factor(row);
            Factor known = factors.get(factor.opioid().rxcui());
            factors.put(factor.opioid().rxcui(), known == null ? factor : slid(known, factor, row));
        }
        factors.values().stream()
                .filter(factor -> factor.steps().getLast().upTo() != null)
                .findFirst()
                .ifPresent(open -> {
                    throw new BrokenTable(
                            file.file(),
                            file.lines().size(),
                            "a last row of " + open.opioid().name() + " without daily_dose_up_to",
                            "the end");
                });
        return new FactorSet(file.note("set"), file.note("edition"), file.note("citation"), factors);
    }

    @Nullable
    Factor of(Opioid opioid) {
        return factors.get(opioid.rxcui());
    }

    private static Factor factor(Row row) {
        String word = row.text("dose_unit");
        Unit unit = Arrays.stream(Unit.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> row.broken("dose_unit as mg/d or ug/h", word));
        Step step = new Step(
                row.isEmpty("daily_dose_up_to") ? null : row.positive("daily_dose_up_to"), row.positive("factor"));
        return new Factor(
                new Opioid(row.rxcui("ingredient_rxcui"), row.text("ingredient")),
                unit,
                row.isEmpty("dose_form_rxcui") ? null : row.rxcui("dose_form_rxcui"),
                List.of(step));
    }

    /** A further row of one opioid slides: it holds above the row before. */
    private static Factor slid(Factor known, Factor more, Row row) {
        Step last = known.steps().getLast();
        Step next = more.steps().getFirst();
        boolean rises =
                last.upTo() != null && (next.upTo() == null || last.upTo().isBelow(next.upTo()));
        if (!rises || !known.opioid().equals(more.opioid()) || known.unit() != more.unit()) {
            throw row.broken(
                    "rows of one opioid with rising daily_dose_up_to, the last without",
                    more.opioid().name());
        }
        List<Step> steps = new ArrayList<>(known.steps());
        steps.add(next);
        return new Factor(known.opioid(), known.unit(), known.doseForm(), steps);
    }
}
