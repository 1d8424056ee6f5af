package io.dorsal.opioid.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table with a mistake is refused with file, line and what was expected. */
class BrokenTableTest {
    private static final String DRUGS = """
            # citation: c
            # edition: e
            rxcui,name,dose_form_rxcui,dose_form,ingredient_rxcui,ingredient,strength_value,strength_unit_ucum
            1,one,10,Oral Tablet,6813,methadone,5,mg
            2,two,10,Oral Tablet,7052,morphine,5,mg
            2,two,10,Oral Tablet,7052,morphine,2.5,mg
            2,two,10,Oral Tablet,6813,methadone,1,mg""";
    private static final String FORMS = """
            # citation: c
            dose_form_rxcui,dose_form,route
            10,Oral Tablet,enteral""";
    private static final String FACTORS = """
            # set: s
            # citation: c
            # edition: e
            ingredient_rxcui,ingredient,dose_unit,dose_form_rxcui,daily_dose_up_to,factor
            6813,methadone,mg/d,,20,4
            6813,methadone,mg/d,,,8
            7052,morphine,mg/d,,,1""";

    @Test
    void saltsOfOneOpioidAddUpAndOpioidsOfOneDrugStandApart() {
        Drug two = tables(DRUGS, FORMS, FACTORS).drugs().find("2");

        assertThat(two.strengths()).hasSize(2);
        assertThat(two.strengths().getFirst().value()).hasToString("15/2");
        assertThat(tables(DRUGS, FORMS, FACTORS).conversions("x")).isNull();
    }

    @Test
    void aMassOfADrugWithTwoOpioidsBelongsToNeither() {
        Conversions conversions = tables(DRUGS, FORMS, FACTORS).conversions("s");

        assertThat(conversions.taken("2", io.dorsal.model.Rational.of(5), "mg"))
                .hasSize(2)
                .allMatch(Conversion.Unconverted.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drugs   | # edition: e              | #              | drugs:1: expected a line '# edition: …'",
                "drugs   | rxcui,name                | rxcui,nom      | drugs:3: expected rxcui,name,",
                "drugs   | 1,one,10                  | 1,one          | drugs:4: expected 8 cells",
                "drugs   | 1,one,10                  | x,one,10       | drugs:4: expected rxcui as an RxCUI of digits, got 'x'",
                "drugs   | 1,one,10                  | 1, one,10      | drugs:4: expected name as text",
                "drugs   | 1,one,10                  | 1,one,11       | drugs:4: expected a dose form that",
                "drugs   | methadone,5,mg            | methadone,5,kg | drugs:4: expected strength_unit_ucum as one of",
                "drugs   | methadone,5,mg            | methadone,0,mg | drugs:4: expected strength_value as a decimal above 0",
                "drugs   | methadone,5,mg            | methadone,-5,mg | drugs:4: expected strength_value as a decimal above 0",
                "drugs   | morphine,2.5,mg           | morphine,2.5,mg/mL | drugs:6: expected the name, dose form and unit",
                "forms   | enteral                   | oral           | forms:3: expected route as one of",
                "forms   | Tablet,enteral            | Tablet,enteral\\n10,Oral Tablet,enteral | forms:4: expected each dose form once",
                "forms   | 10,Oral Tablet,enteral    | #              | forms:3: expected at least one row below",
                "factors | # set: s                  | # sets         | factors:1: expected a line '# set: …'",
                "factors | methadone,mg/d,,20,4      | methadone,mg,,20,4   | factors:5: expected dose_unit as mg/d or ug/h",
                "factors | methadone,mg/d,,20,4      | methadone,mg/d,,20,x | factors:5: expected factor as a decimal above 0",
                "factors | methadone,mg/d,,,8        | methadone,mg/d,,10,8 | factors:6: expected rows of one opioid with rising",
                "factors | methadone,mg/d,,,8        | methadone,mg/d,,40,8 | factors:7: expected a last row of methadone",
                "factors | 7052,morphine             | 7052,morphium  | factors:1: expected opioids of the drug table"
            })
    void theComplaintNamesFileLineAndWhatWasExpected(String file, String of, String to, String complaint) {
        String from = of.strip();
        String by = to.strip().replace("\\n", "\n");

        assertThatThrownBy(() -> tables(
                        file.equals("drugs") ? DRUGS.replace(from, by) : DRUGS,
                        file.equals("forms") ? FORMS.replace(from, by) : FORMS,
                        file.equals("factors") ? FACTORS.replace(from, by) : FACTORS))
                .isInstanceOf(BrokenTable.class)
                .hasMessageStartingWith(complaint);
    }

    @Test
    void twoSetsOfOneNameAreRefused() {
        TableFile factors = file("factors", FACTORS);
        List<TableFile> twice = new ArrayList<>(List.of(factors, factors));

        assertThatThrownBy(() -> OpioidTables.parse(file("drugs", DRUGS), file("forms", FORMS), twice))
                .hasMessageContaining("an id that no other set has");
    }

    private static OpioidTables tables(String drugs, String forms, String factors) {
        return OpioidTables.parse(file("drugs", drugs), file("forms", forms), List.of(file("factors", factors)));
    }

    private static TableFile file(String name, String text) {
        return new TableFile(name, text.lines().toList());
    }
}
