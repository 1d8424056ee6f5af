package io.dorsal.coverage.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dorsal.coverage.core.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A policy file with a mistake is refused with file, line and what was expected. */
class RefusedPolicyTest {
    private static final String FILE = "acme/1.yaml";
    private static final String GOOD = """
            id: acme
            version: 1
            payer: acme
            document: Policy 7
            jurisdiction: Everywhere
            effectiveFrom: 2026-01-01
            sourceStatus: primary
            criteria:
              - id: C1
                requirement: The trial relieved the pain by half.
                citation: Policy 7
                kind: COMPUTED
                rule: {fact: painRelief, atLeast: 50 percent}
              - id: C2
                requirement: Somebody evaluated the patient.
                citation: Policy 7
                kind: DOCUMENT
                supplier: CLINIC
                rule: {document: PSYCHOLOGICAL_EVALUATION, by: [LCSW], result: [CLEARED]}
            """;

    @Test
    void theGoodFileIsRead() {
        assertThat(read(GOOD).policies().ids()).containsExactly("acme");
    }

    /** What replaces what, on which line the complaint stands, and what it says. */
    @ParameterizedTest
    @CsvFileSource(
            resources = "/refused-policies.csv",
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false)
    void aMistakeIsNamedByItsLine(String what, String by, int line, String complaint) {
        String text = GOOD.replace(what.replace("\\n", "\n"), by == null ? "" : by.replace("\\n", "\n"));
        if (what.equals("criteria:")) {
            text += "flags: *all\n";
        }

        assertThat(mistakes(file(FILE, text))).as(text).anySatisfy(mistake -> {
            assertThat(mistake.toString()).startsWith(FILE + ":" + line + ":");
            assertThat(mistake.expected()).contains(complaint);
        });
    }

    @Test
    void allMistakesOfAllFilesAreTold() {
        String three =
                GOOD.replace("primary", "certain").replace("LCSW", "NURSE").replace("50 percent", "50");

        List<Mistake> mistakes = mistakes(file(FILE, three), file("beta/1.yaml", "id: beta\n"));

        assertThat(mistakes)
                .filteredOn(mistake -> mistake.file().equals(FILE))
                .extracting(Mistake::line)
                .containsExactlyInAnyOrder(7, 13, 19);
        assertThat(mistakes)
                .filteredOn(mistake -> mistake.file().equals("beta/1.yaml"))
                .hasSizeGreaterThan(5);
    }

    @Test
    void versionsThatOverlapAreRefused() {
        String later = GOOD.replace("version: 1", "version: 2").replace("2026-01-01", "2026-07-01");

        assertThat(mistakes(file(FILE, GOOD), file("acme/2.yaml", later)))
                .extracting(Mistake::toString)
                .containsExactly(
                        "acme/2.yaml:6:16: version 2 (2026-07-01 on) overlaps version 1 (2026-01-01 on); expected"
                                + " at most one in force on any date: end the earlier one with 'effectiveTo'");
        String ended = GOOD.replace("2026-01-01", "2026-01-01\neffectiveTo: 2026-06-30");
        assertThat(read(file(FILE, ended), file("acme/2.yaml", later))
                        .policies()
                        .all())
                .hasSize(2);
    }

    @Test
    void theSameVersionTwiceIsRefused() {
        assertThat(mistakes(file(FILE, GOOD), file(FILE, GOOD)))
                .extracting(Mistake::expected)
                .containsExactly("acme 1 was read already; expected each version once");
    }

    @Test
    void anIncludedPolicyMustStandAloneLastAndBringFreshIds() {
        String outer = """
                id: outer
                version: 1
                payer: acme
                document: Policy 8
                jurisdiction: Everywhere
                effectiveFrom: 2025-01-01
                sourceStatus: primary
                includes:
                  - {policy: acme, version: 1}
                """;
        String clash = outer + GOOD.substring(GOOD.indexOf("criteria:"));
        String nested = outer.replace("outer", "nested").replace("policy: acme", "policy: outer");

        assertThat(mistakes(file(FILE, GOOD), file("outer/1.yaml", clash), file("nested/1.yaml", nested)))
                .extracting(Mistake::toString)
                .containsExactlyInAnyOrder(
                        "outer/1.yaml:9:5: acme 1 is in force 2026-01-01 on; expected a version in force as long as"
                                + " this policy is",
                        "outer/1.yaml:9:5: criterion id 'C1' of acme 1 is taken already; expected each once",
                        "outer/1.yaml:9:5: criterion id 'C2' of acme 1 is taken already; expected each once",
                        "nested/1.yaml:9:5: outer 1 includes other policies itself; expected one that stands alone");
    }

    @Test
    void anEmptyFileAndOneThatIsNoMappingAreRefused() {
        assertThat(mistakes(file(FILE, "")))
                .extracting(Mistake::expected)
                .containsExactly("the file is empty; expected a policy");
        assertThat(mistakes(file(FILE, "- a\n")))
                .extracting(Mistake::expected)
                .anyMatch(text -> text.startsWith("expected keys and values"));
    }

    @Test
    void codesWithAMistakeAreRefusedToo() {
        PolicyRefused refused = catchThrowableOfType(
                PolicyRefused.class,
                () -> PolicyShelf.read(List.of(file(FILE, GOOD)), file("codes.yaml", "cpt: [63650]\nicd: [M96.1]\n")));

        assertThat(refused.mistakes()).extracting(Mistake::line).contains(2);
        assertThat(refused).hasMessageStartingWith("policy files refused:\ncodes.yaml:2:1: unknown key 'icd'");
    }

    @Test
    void anyFormCanBeWritten() {
        String some = GOOD.replace(
                "{fact: painRelief, atLeast: 50 percent}",
                "{atLeast: 2, of: [{fact: painRelief, above: 0 percent}, {fact: trialDays, atLeast: 3 days, atMost: 7 days},"
                        + " {onlyWhen: {allOf: [{listed: SURGERY}]}, then: {fact: therapy, notIn: [PNS]}}]}");

        Rule rule = read(some).policies().all().getFirst().criteria().getFirst().rule();

        assertThat(rule)
                .isInstanceOfSatisfying(
                        Rule.NOf.class, nOf -> assertThat(nOf.of()).hasSize(3));
        assertThat(rule.leaves()).hasSize(4);
    }

    private static PolicyFile file(String name, String text) {
        return new PolicyFile(name, text);
    }

    private static PolicyShelf read(String text) {
        return read(file(FILE, text));
    }

    private static PolicyShelf read(PolicyFile... files) {
        return PolicyShelf.read(List.of(files), ShippedFiles.codes());
    }

    private static List<Mistake> mistakes(PolicyFile... files) {
        PolicyRefused refused = catchThrowableOfType(PolicyRefused.class, () -> read(files));
        assertThat(refused).as(() -> Stream.of(files).toList().toString()).isNotNull();
        return refused.mistakes();
    }
}
