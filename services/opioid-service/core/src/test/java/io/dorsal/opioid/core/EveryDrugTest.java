package io.dorsal.opioid.core;

import static io.dorsal.opioid.core.Sketch.DAY_1;
import static io.dorsal.opioid.core.Sketch.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every row of the drug table, converted a second time: strength × factor in plain decimals, straight from the text,
 * without any class of the core. The factors are those of the definition, copied here by hand.
 */
class EveryDrugTest {
    private static final Map<String, String> CDC_2022 = Map.of(
            "2670", "0.15", "4337", "2.4", "5489", "1.0", "3423", "5.0", "6813", "4.7", "7052", "1.0", "7804", "1.5",
            "7814", "3.0", "787390", "0.4", "10689", "0.2");
    private static final Set<String> INJECTED_OR_IMPLANTED = Set.of(
            "Auto-Injector", "Cartridge", "Injectable Solution", "Injection", "Prefilled Syringe", "Drug Implant");
    private static final Map<String, String> ONE =
            Map.of("mg", "{tab}", "mg/mL", "mL", "mg/h", "{patch}", "mg/{actuat}", "{spray}");

    @ParameterizedTest
    @ValueSource(strings = {"cdc-2022", "cdc-2016"})
    void strengthTimesFactorIsTheMmeOfEveryDrugWithAFactor(String factorSet) throws IOException {
        int converted = 0;
        for (List<String[]> drug : drugs().values()) {
            Day day = dayOf(drug.getFirst(), factorSet);
            if (hasFactor(drug.getFirst())) {
                assertThat(day.partial()).as(drug.getFirst()[1]).isFalse();
                BigDecimal expected =
                        mme(drug, factorSet).multiply(new BigDecimal(day.mme().denominator()));
                assertThat(expected)
                        .as(drug.getFirst()[1])
                        .isEqualByComparingTo(new BigDecimal(day.mme().numerator()));
                converted += drug.size();
            }
        }

        assertThat(converted).isEqualTo(612);
    }

    @Test
    void everyOtherRowIsPresentAndNotConverted() throws IOException {
        int unconverted = 0;
        for (List<String[]> drug : drugs().values()) {
            if (!hasFactor(drug.getFirst())) {
                Day day = dayOf(drug.getFirst(), "cdc-2022");
                assertThat(day.known()).isTrue();
                assertThat(day.partial()).as(drug.getFirst()[1]).isTrue();
                assertThat(day.notConverted()).containsExactly(drug.getFirst()[0]);
                assertThat(day.byDrug()).isEmpty();
                unconverted += drug.size();
            }
        }

        assertThat(unconverted).isEqualTo(912 - 612);
    }

    /** One unit of the drug on day 1, or the patch all day. */
    private static Day dayOf(String[] row, String factorSet) {
        Sketch sketch = new Sketch();
        if (row[7].equals("mg/h")) {
            sketch.wears(row[0], "2026-03-01T00:00:00Z", null);
        } else {
            sketch.takes(DAY_1, row[0], 1, ONE.get(row[7]));
        }
        OpioidOutcome outcome = sketch.assess(factorSet);
        return day(outcome, DAY_1);
    }

    private static boolean hasFactor(String[] row) {
        boolean patch = row[2].equals("316987") && row[7].equals("mg/h");
        return CDC_2022.containsKey(row[4])
                && !INJECTED_OR_IMPLANTED.contains(row[3])
                && (!row[4].equals("4337") || patch);
    }

    /** The rows of one RxCUI are salts of one opioid: their strengths add up. */
    private static BigDecimal mme(List<String[]> drug, String factorSet) {
        BigDecimal strength = drug.stream().map(row -> new BigDecimal(row[6])).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (drug.getFirst()[7].equals("mg/h")) {
            strength = strength.movePointRight(3);
        }
        return strength.multiply(new BigDecimal(factor(drug.getFirst()[4], strength, factorSet)));
    }

    private static String factor(String ingredient, BigDecimal dose, String factorSet) {
        if (factorSet.equals("cdc-2022")) {
            return CDC_2022.get(ingredient);
        }
        return switch (ingredient) {
            case "3423" -> "4";
            case "10689" -> "0.1";
            case "6813" -> dose.intValueExact() <= 20 ? "4" : dose.intValueExact() <= 40 ? "8" : "10";
            default -> CDC_2022.get(ingredient);
        };
    }

    private static Map<String, List<String[]>> drugs() throws IOException {
        Map<String, List<String[]>> byRxcui = new TreeMap<>();
        try (var in = EveryDrugTest.class.getResourceAsStream("/opioid/rxnorm-opioids.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> Character.isDigit(line.charAt(0)))
                    .map(line -> line.split(","))
                    .forEach(row -> byRxcui.computeIfAbsent(row[0], any -> new ArrayList<>())
                            .add(row));
        }
        return byRxcui;
    }
}
