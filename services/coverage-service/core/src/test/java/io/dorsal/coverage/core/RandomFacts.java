package io.dorsal.coverage.core;

import io.dorsal.model.Rational;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Facts as charts hold them: some missing, some favourable, some not, some in words that nobody knows. */
final class RandomFacts {
    static final LocalDate SERVICE = LocalDate.of(2026, 3, 2);
    private static final List<Integer> AMOUNTS = List.of(-5, 0, 1, 3, 5, 6, 7, 12, 21, 48, 49, 50, 62);
    private static final Map<FactName, List<String>> CODES = Map.of(
            FactName.THERAPY, List.of("SCS", "DRG", "PNS"),
            FactName.WAVEFORM, List.of("tonic", "burst", "closed-loop"),
            FactName.INDICATION, List.of("M96.1", "G90.511", "B02.29", "E11.42", "M54.5"),
            FactName.PROCEDURE, List.of("63650", "63655", "63685"),
            FactName.PLACE_OF_SERVICE, List.of("11", "19", "22", "24"),
            FactName.STATE, List.of("NY", "TX"),
            FactName.UTN, List.of("A1"),
            FactName.TRIAL_STATE, List.of("PLANNED", "RUNNING", "ENDED"));

    private final Random random;

    RandomFacts(Random random) {
        this.random = random;
    }

    Facts facts() {
        Map<FactName, Fact> named = new EnumMap<>(FactName.class);
        for (FactName name : FactName.values()) {
            if (random.nextInt(3) > 0) {
                named.put(name, known(name));
            }
        }
        List<Document> documents = new ArrayList<>();
        for (DocumentKind kind : DocumentKind.values()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                documents.add(document(kind));
            }
        }
        List<Treatment> treatments = new ArrayList<>();
        for (TreatmentKind kind : TreatmentKind.values()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                treatments.add(treatment(kind, some(List.of("FAILED", "HELPED", "UNSUITABLE", "NO_IDEA"))));
            }
        }
        return new Facts(SERVICE, named, documents, treatments);
    }

    Fact.Known known(FactName name) {
        return new Fact.Known(
                switch (name.type()) {
                    case FactType.Quantity ignored -> new FactValue.Amount(Rational.of(some(AMOUNTS)));
                    case FactType.Code ignored -> codes(name);
                    case FactType.Day ignored -> new FactValue.Day(SERVICE);
                },
                "drawn");
    }

    private FactValue codes(FactName name) {
        List<String> pool = CODES.get(name);
        return new FactValue.Codes(name == FactName.WAVEFORM ? List.of(some(pool), some(pool)) : List.of(some(pool)));
    }

    Document document(DocumentKind kind) {
        List<@Nullable String> said = new ArrayList<>();
        kind.findings().forEach(finding -> said.add(finding.word()));
        said.add("NO_IDEA");
        said.add(null);
        String by = some(List.of("PSYCHIATRIST", "PHYSICIAN", "NURSE"));
        return new Document(kind.word(), SERVICE.minusDays(random.nextInt(90)), some(said), by, null);
    }

    static Treatment treatment(TreatmentKind kind, String result) {
        return new Treatment(kind.word(), SERVICE.minusMonths(9), SERVICE.minusMonths(1), result);
    }

    /** A rule of any form but {@code listed}, which takes a list as whole and so only stands in conditions. */
    Rule rule(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 9)) {
            case 0 -> threshold();
            case 1 ->
                new Rule.Coded(
                        FactName.THERAPY,
                        some(List.of(Rule.Membership.values())),
                        List.of(some(List.of("SCS", "DRG"))));
            case 2 -> documented();
            case 3 ->
                new Rule.Treated(
                        some(List.of(TreatmentKind.values())),
                        List.of(TreatmentResult.FAILED, TreatmentResult.UNSUITABLE));
            case 4 -> new Rule.Given(some(List.of(FactName.values())));
            case 5 -> new Rule.AllOf(rules(depth));
            case 6 -> new Rule.AnyOf(rules(depth));
            case 7 -> new Rule.NOf(2, rules(depth));
            default -> new Rule.OnlyWhen(rule(depth - 1), rule(depth - 1));
        };
    }

    private Rule threshold() {
        FactName fact = some(List.of(FactName.PAIN_RELIEF, FactName.TRIAL_DAYS, FactName.CONSERVATIVE_CARE));
        Rule.Comparison comparison =
                fact == FactName.CONSERVATIVE_CARE ? Rule.Comparison.AT_LEAST : some(List.of(Rule.Comparison.values()));
        return new Rule.Threshold(fact, List.of(new Rule.Bound(comparison, Rational.of(some(AMOUNTS)))));
    }

    private Rule documented() {
        DocumentKind kind = some(List.of(DocumentKind.values()));
        List<Finding> findings =
                kind.findings().isEmpty() || random.nextBoolean() ? List.of() : List.of(some(kind.findings()));
        return new Rule.Documented(kind, findings, random.nextBoolean() ? List.of() : List.of(Author.PSYCHIATRIST));
    }

    private List<Rule> rules(int depth) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            rules.add(rule(depth - 1));
        }
        return rules;
    }

    <T extends @Nullable Object> T some(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
