package io.dorsal.opioid.core;

import io.dorsal.opioid.core.Drug.Route;
import io.dorsal.opioid.core.Drug.Strength;
import io.dorsal.opioid.core.TableFile.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which opioid, form and strength an RxCUI stands for.
 *
 * @param edition of RxNorm
 */
public record DrugTable(String edition, String citation, Map<String, Drug> byRxcui) {
    public DrugTable {
        byRxcui = Map.copyOf(byRxcui);
    }

    /**
     * Reads the table of drugs and the table that says by which route each dose form is given.
     *
     * @throws BrokenTable naming file, line and what was expected
     */
    static DrugTable parse(TableFile drugs, TableFile doseForms) {
        Map<String, Route> routes = routes(doseForms);
        Map<String, Drug> byRxcui = new TreeMap<>();
        List<Row> rows = drugs.rows(
                "rxcui",
                "name",
                "dose_form_rxcui",
                "dose_form",
                "ingredient_rxcui",
                "ingredient",
                "strength_value",
                "strength_unit_ucum");
        for (Row row : rows) {
            Drug drug = drug(row, routes);
            Drug known = byRxcui.get(drug.rxcui());
            byRxcui.put(drug.rxcui(), known == null ? drug : joined(known, drug, row));
        }
        return new DrugTable(drugs.note("edition"), drugs.note("citation"), byRxcui);
    }

    @Nullable
    Drug find(String rxcui) {
        return byRxcui.get(rxcui);
    }

    private static Map<String, Route> routes(TableFile doseForms) {
        doseForms.note("citation");
        Map<String, Route> routes = new TreeMap<>();
        for (Row row : doseForms.rows("dose_form_rxcui", "dose_form", "route")) {
            String word = row.text("route");
            Route route = Arrays.stream(Route.values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> row.broken("route as one of " + Arrays.toString(Route.values()), word));
            if (routes.put(row.rxcui("dose_form_rxcui"), route) != null) {
                throw row.broken("each dose form once", row.text("dose_form_rxcui"));
            }
        }
        return routes;
    }

    private static Drug drug(Row row, Map<String, Route> routes) {
        String form = row.rxcui("dose_form_rxcui");
        Route route = routes.get(form);
        if (route == null) {
            throw row.broken("a dose form that the table of dose forms has", form);
        }
        String unit = row.text("strength_unit_ucum");
        StrengthUnit known = Arrays.stream(StrengthUnit.values())
                .filter(each -> each.word().equals(unit))
                .findFirst()
                .orElseThrow(() -> row.broken("strength_unit_ucum as one of mg, mg/mL, mg/h, mg/{actuat}", unit));
        Opioid opioid = new Opioid(row.rxcui("ingredient_rxcui"), row.text("ingredient"));
        Strength strength = new Strength(opioid, row.positive("strength_value"), known);
        return new Drug(row.rxcui("rxcui"), row.text("name"), form, route, List.of(strength));
    }

    /** A drug stands once per opioid in it, and once per salt of it: two salts of one opioid add up. */
    private static Drug joined(Drug known, Drug more, Row row) {
        Strength added = more.strengths().getFirst();
        List<Strength> strengths = new ArrayList<>(known.strengths());
        boolean sameDrug = known.name().equals(more.name()) && known.doseForm().equals(more.doseForm());
        boolean sameUnit = strengths.stream().allMatch(strength -> strength.unit() == added.unit());
        if (!sameDrug || !sameUnit) {
            throw row.broken("the name, dose form and unit of the other rows of this RxCUI", known.name());
        }
        for (int i = 0; i < strengths.size(); i++) {
            Strength strength = strengths.get(i);
            if (strength.opioid().equals(added.opioid())) {
                strengths.set(
                        i, new Strength(strength.opioid(), strength.value().plus(added.value()), added.unit()));
                return new Drug(known.rxcui(), known.name(), known.doseForm(), known.route(), strengths);
            }
        }
        strengths.add(added);
        return new Drug(known.rxcui(), known.name(), known.doseForm(), known.route(), strengths);
    }
}
