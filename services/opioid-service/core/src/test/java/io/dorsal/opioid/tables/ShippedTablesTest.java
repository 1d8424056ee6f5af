package io.dorsal.opioid.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.opioid.core.FactorSet;
import io.dorsal.opioid.core.OpioidTables;
import org.junit.jupiter.api.Test;

/** What is shipped: both sets, with their sources. */
class ShippedTablesTest {
    private final OpioidTables tables = ShippedTables.load();

    @Test
    void theDrugTableNamesItsEdition() {
        assertThat(tables.drugs().edition()).isEqualTo("rxnorm/2020-10-20");
        assertThat(tables.drugs().citation()).contains("National Library of Medicine");
        assertThat(tables.drugs().byRxcui()).hasSize(910);
    }

    @Test
    void bothFactorSetsNameTheirGuideline() {
        assertThat(tables.factorSets().keySet()).containsExactly("cdc-2016", "cdc-2022");
        assertThat(tables.factorSets().get("cdc-2022").citation()).contains("MMWR Recomm Rep 2022;71(RR-3)");
        assertThat(tables.factorSets().get("cdc-2016").citation()).contains("MMWR Recomm Rep 2016;65(RR-1)");
        assertThat(tables.factorSets().values())
                .extracting(FactorSet::factors)
                .allMatch(factors -> factors.size() == 10);
    }

    @Test
    void theDefaultSetIsThere() {
        assertThat(tables.conversions(ShippedTables.DEFAULT_FACTOR_SET)).isNotNull();
    }
}
