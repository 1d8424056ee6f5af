package io.dorsal.coverage.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.coverage.core.DocumentKind;
import io.dorsal.coverage.core.FactName;
import io.dorsal.coverage.core.Policy;
import io.dorsal.coverage.core.TreatmentKind;
import io.dorsal.model.Word;
import io.dorsal.model.outcome.SourceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy files that ship. */
class ShippedPoliciesTest {
    private static final Path FOLDER = Path.of("src/main/resources/policies");
    private static final PolicyShelf SHELF = PolicyShelf.shipped();

    @Test
    void theIndexNamesEveryFileOfTheFolder() {
        assertThat(ShippedFiles.policies()).containsExactlyElementsOf(ShippedFiles.below(FOLDER));
    }

    /** The list of coverage.md §2, with the source status given there. */
    @ParameterizedTest
    @CsvSource({
        "cms-ncd-160.7, secondary",
        "mac-scs-ngs, primary",
        "mac-scs-noridian, primary",
        "mac-scs-cgs, primary",
        "mac-scs-palmetto, primary",
        "lcd-scs-common, secondary",
        "opd-prior-authorization, primary",
        "aetna-cpb-0194, secondary",
        "evicore-cmm-211, secondary",
        "uhc-2026T0567, secondary",
        "humana-ma, secondary",
        "bcbs-nd, primary",
        "bcbs-mp-328, primary",
        "mac-pns-l34328, secondary",
        "bcbs-mp-623, primary"
    })
    void everyPolicyShipsWithItsSourceStatus(String id, String status) {
        assertThat(SHELF.policies().versionsOf(id))
                .isNotEmpty()
                .allMatch(policy -> policy.sourceStatus().word().equals(status));
    }

    @Test
    void theContractorsIncludeTheNationalRuleAsSecondary() {
        Policy ngs = SHELF.policies().versionsOf("mac-scs-ngs").getFirst();

        assertThat(ngs.criteria())
                .extracting("id")
                .containsExactly(
                        "N1", "N2", "N3", "N4", "N5", "L3", "failed-treatments", "examination", "condition", "L6");
        assertThat(ngs.criteria().getFirst().sourceStatus()).isEqualTo(SourceStatus.SECONDARY);
        assertThat(ngs.criteria().getLast().sourceStatus()).isEqualTo(SourceStatus.PRIMARY);
    }

    @Test
    void theFilesOfAPolicyAreItsOwnAndThoseItIncludes() {
        Policy ngs = SHELF.policies().versionsOf("mac-scs-ngs").getFirst();

        assertThat(SHELF.filesOf(ngs))
                .extracting(PolicyFile::name)
                .containsExactly("mac-scs-ngs/2021-07-01.yaml", "cms-ncd-160.7/1995-08-07.yaml");
        assertThat(PolicyShelf.read(SHELF.filesOf(ngs), ShippedFiles.codes())
                        .policies()
                        .version(ngs.ref()))
                .contains(ngs);
    }

    @Test
    void theGuideKnowsEveryWordOfTheVocabulary() throws IOException {
        String guide = Files.readString(Path.of("../../../docs/policies.md"));

        assertThat(Stream.of(FactName.values(), DocumentKind.values(), TreatmentKind.values())
                        .flatMap(Stream::of)
                        .map(word -> ((Word) word).word()))
                .allSatisfy(word -> assertThat(guide).contains("`" + word + "`"));
    }
}
