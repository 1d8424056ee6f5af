package io.dorsal.coverage.policy;

import io.dorsal.coverage.core.FactName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The codes that policies may name, so that a slip of two digits is found when the file is read: {@code codes.yaml}.
 *
 * @param diagnoses ICD-10-CM
 * @param procedures CPT and HCPCS
 */
record ShippedCodes(List<String> diagnoses, List<String> procedures) {
    static final String FILE = "codes.yaml";

    static ShippedCodes read(PolicyFile file) {
        Mistakes mistakes = new Mistakes(file.name());
        List<String> diagnoses = List.of();
        List<String> procedures = List.of();
        Node root = YamlText.root(file, mistakes);
        if (root != null) {
            Section section = Section.of(root, Set.of("icd10cm", "cpt", "hcpcs"), mistakes);
            diagnoses = section.texts("icd10cm");
            procedures = Stream.concat(section.texts("cpt").stream(), section.texts("hcpcs").stream())
                    .toList();
        }
        if (!mistakes.isEmpty()) {
            throw new PolicyRefused(mistakes.found());
        }
        return new ShippedCodes(diagnoses, procedures);
    }

    boolean covers(FactName fact, String code) {
        return switch (fact) {
            case INDICATION -> covers(diagnoses, code);
            case PROCEDURE -> covers(procedures, code);
            case PAIN_RELIEF,
                    BASELINE_PAIN,
                    ANALGESIC_REDUCTION,
                    OPIOID_REDUCTION,
                    ODI_BASELINE,
                    ODI_IMPROVEMENT,
                    TRIAL_DAYS,
                    TRIAL_HOURS,
                    PAIN_DURATION,
                    CONSERVATIVE_CARE,
                    THERAPY,
                    WAVEFORM,
                    PLACE_OF_SERVICE,
                    STATE,
                    UTN,
                    TRIAL_STATE,
                    PLACEMENT -> true;
        };
    }

    /** An entry that ends with {@code *} covers every code, and every shorter family, that begins so. */
    private static boolean covers(List<String> entries, String code) {
        return entries.stream()
                .anyMatch(entry -> entry.equals(code)
                        || (entry.endsWith("*") && code.startsWith(entry.substring(0, entry.length() - 1))));
    }
}
