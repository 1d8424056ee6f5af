package io.dorsal.standalone.demo;

import io.dorsal.model.PayerId;
import io.dorsal.model.trial.CoverageTerms;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Treatment;
import io.dorsal.standalone.simulate.core.Papers;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far a demo clinic has come with a payer's papers. The words are those of docs/policies.md. */
enum Paperwork {
    /** Nobody has named a payer yet. */
    NONE,
    /** All that the Medicare contractor's checklist asks for. */
    MEDICARE_COMPLETE,
    /** The psychologist's evaluation is still to come. */
    MEDICARE_WITHOUT_PSYCHOLOGIST,
    /** A commercial policy that asks for half of the pain to go, whatever became of the drugs. */
    COMMERCIAL_COMPLETE;

    Papers papers(LocalDate placed) {
        return switch (this) {
            case NONE -> Papers.NONE;
            case MEDICARE_COMPLETE ->
                new Papers(
                        terms("medicare", "mac-scs-ngs", placed),
                        Stream.concat(Stream.of(psychologist(placed)), medicare(placed))
                                .toList(),
                        treatments(placed));
            case MEDICARE_WITHOUT_PSYCHOLOGIST ->
                new Papers(
                        terms("medicare", "mac-scs-ngs", placed),
                        medicare(placed).toList(),
                        treatments(placed));
            case COMMERCIAL_COMPLETE ->
                new Papers(terms("bcbs-nd", "bcbs-nd", placed), commercial(placed), treatments(placed));
        };
    }

    private static CoverageTerms terms(String payer, String policy, LocalDate placed) {
        return new CoverageTerms(new PayerId(payer), policy, placed.minusMonths(26), "63650", "22", "NY", null);
    }

    private static Document psychologist(LocalDate placed) {
        return new Document("PSYCHOLOGICAL_EVALUATION", placed.minusDays(30), "CLEARED", "PSYCHOLOGIST", "DOC-PSY");
    }

    private static Stream<Document> medicare(LocalDate placed) {
        return Stream.of(
                document("LAST_RESORT_STATEMENT", placed.minusDays(24), null),
                document("PHYSICAL_EXAMINATION", placed.minusDays(24), null),
                document("CONDITION_STATEMENT", placed.minusDays(24), null),
                document("FACILITY_STATEMENT", placed.minusDays(20), null));
    }

    private static List<Document> commercial(LocalDate placed) {
        return List.of(
                document("REFRACTORY_NEUROPATHIC_PAIN", placed.minusDays(24), null),
                document("LAST_RESORT_STATEMENT", placed.minusDays(24), null),
                document("SUBSTANCE_USE_SCREENING", placed.minusDays(24), "NEGATIVE"));
    }

    private static Document document(String kind, LocalDate date, @Nullable String result) {
        return new Document(kind, date, result, "PHYSICIAN", "DOC-" + kind.charAt(0));
    }

    private static List<Treatment> treatments(LocalDate placed) {
        return Stream.of("DRUG_THERAPY", "PHYSICAL_THERAPY", "PSYCHOLOGICAL_THERAPY", "INJECTION", "SURGERY")
                .map(kind -> new Treatment(kind, placed.minusMonths(24), placed.minusMonths(3), "FAILED"))
                .toList();
    }
}
