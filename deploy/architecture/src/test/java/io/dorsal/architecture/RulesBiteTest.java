package io.dorsal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** A rule that cannot fail proves nothing: each must find its break in the sample module. */
class RulesBiteTest {
    private static final JavaClasses SAMPLE = new ClassFileImporter().importPackages("io.dorsal.sample");

    @Test
    void inputInACoreIsFound() {
        assertThat(broken(Rules.CORE_IMPORTS_ONLY_VALUES)).contains("java.nio.file.Files", "move I/O");
    }

    @Test
    void aClockInACoreIsFound() {
        assertThat(broken(Rules.CORE_AND_MODEL_ARE_PURE))
                .contains("Instant.now()", "System.nanoTime()", "as a parameter");
    }

    @Test
    void anEdgeThatImportsAnEdgeIsFound() {
        assertThat(broken(Rules.EDGES_DO_NOT_MEET)).contains("Page", "Row");
    }

    @Test
    void anEdgeThatImportsTheWiringIsFound() {
        assertThat(broken(Rules.IMPORTS_RUN_ONE_WAY)).contains("Page", "SampleManager");
    }

    @Test
    void aModuleThatImportsAnotherIsFound() {
        assertThat(broken(Rules.MODULES_DO_NOT_MEET)).contains("SampleManager", "Neighbour", "services/fact-merge");
    }

    @Test
    void anEmptyNameIsFound() {
        assertThat(broken(Rules.NAMES_SAY_SOMETHING)).contains("SampleManager").doesNotContain("Page");
    }

    private static String broken(ArchRule rule) {
        var result = rule.evaluate(SAMPLE);
        assertThat(result.hasViolation()).as(rule.getDescription()).isTrue();
        return result.getFailureReport().toString();
    }
}
