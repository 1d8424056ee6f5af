package io.dorsal.coverage.policy;

import io.dorsal.coverage.core.Author;
import io.dorsal.coverage.core.DocumentKind;
import io.dorsal.coverage.core.FactName;
import io.dorsal.coverage.core.FactType;
import io.dorsal.coverage.core.Finding;
import io.dorsal.coverage.core.Rule;
import io.dorsal.coverage.core.Rule.Membership;
import io.dorsal.coverage.core.TreatmentKind;
import io.dorsal.coverage.core.TreatmentResult;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The forms of a rule. One key of the mapping says which form it is, wherever it stands. */
final class RuleReader {
    private static final Rule STAND_IN = new Rule.AllOf(List.of());
    private static final List<String> FORM_KEYS =
            List.of("fact", "given", "document", "treatment", "listed", "allOf", "anyOf", "of", "onlyWhen");
    private static final Set<String> FACT_KEYS = Set.of("fact", "atLeast", "atMost", "above", "in", "notIn", "notOnly");

    private final Mistakes mistakes;
    private final ShippedCodes codes;

    RuleReader(Mistakes mistakes, ShippedCodes codes) {
        this.mistakes = mistakes;
        this.codes = codes;
    }

    Rule rule(Node node) {
        return read(node, false);
    }

    /** Of a precondition, a scope or a flag, where a list may be taken as whole. */
    Rule condition(Node node) {
        return read(node, true);
    }

    private Rule read(Node node, boolean asCondition) {
        return switch (form(node)) {
            case "fact" -> overFact(Section.of(node, FACT_KEYS, mistakes));
            case "given" ->
                new Rule.Given(Section.of(node, Set.of("given"), mistakes).oneOf("given", FactName.class));
            case "document" -> document(Section.of(node, Set.of("document", "result", "by"), mistakes));
            case "treatment" -> treatment(Section.of(node, Set.of("treatment", "result"), mistakes));
            case "listed" -> listed(Section.of(node, Set.of("listed"), mistakes), asCondition);
            case "allOf" -> new Rule.AllOf(members(node, "allOf", asCondition));
            case "anyOf" -> new Rule.AnyOf(members(node, "anyOf", asCondition));
            case "of" -> someOf(Section.of(node, Set.of("atLeast", "of"), mistakes), asCondition);
            case "onlyWhen" -> onlyWhen(Section.of(node, Set.of("onlyWhen", "then"), mistakes));
            default -> {
                mistakes.add(
                        node,
                        "expected a rule: one with the key fact, given, document, treatment, allOf, anyOf, of (with"
                                + " atLeast) or onlyWhen (with then)");
                yield STAND_IN;
            }
        };
    }

    /** Empty when the node is no rule. */
    private static String form(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            return "";
        }
        List<String> keys = mapping.getValue().stream()
                .map(NodeTuple::getKeyNode)
                .map(key -> key instanceof ScalarNode scalar ? scalar.getValue() : "")
                .toList();
        return FORM_KEYS.stream().filter(keys::contains).findFirst().orElse("");
    }

    private List<Rule> members(Node node, String key, boolean asCondition) {
        return Section.of(node, Set.of(key), mistakes).list(key, member -> read(member, asCondition));
    }

    private Rule someOf(Section section, boolean asCondition) {
        List<Rule> members = section.list("of", member -> read(member, asCondition));
        String count = section.text("atLeast");
        if (!count.matches("[1-9][0-9]?") || Integer.parseInt(count) > members.size()) {
            mistakes.add(
                    section.where("atLeast"),
                    "'atLeast' must be a number from 1 to the number of members (%d), got '%s'"
                            .formatted(members.size(), count));
            return STAND_IN;
        }
        return new Rule.NOf(Integer.parseInt(count), members);
    }

    private Rule onlyWhen(Section section) {
        Node condition = section.node("onlyWhen");
        Node then = section.node("then");
        if (condition == null || then == null) {
            mistakes.add(section.at(), "'then' is missing; expected the rule that holds when 'onlyWhen' is met");
            return STAND_IN;
        }
        return new Rule.OnlyWhen(condition(condition), rule(then));
    }

    private Rule listed(Section section, boolean asCondition) {
        if (!asCondition) {
            mistakes.add(
                    section.at(),
                    "'listed' may only stand in a condition, since a treatment may be missing from the list; use"
                            + " 'treatment' for a requirement");
        }
        return new Rule.Listed(section.oneOf("listed", TreatmentKind.class));
    }

    private Rule document(Section section) {
        DocumentKind kind = section.oneOf("document", DocumentKind.class);
        List<Finding> findings = section.anyOf("result", Finding.class);
        findings.stream()
                .filter(finding -> !kind.findings().contains(finding))
                .forEach(finding -> mistakes.add(
                        section.where("result"),
                        "%s cannot say %s; expected one of %s".formatted(kind, finding, kind.findings())));
        return new Rule.Documented(kind, findings, section.anyOf("by", Author.class));
    }

    private Rule treatment(Section section) {
        List<TreatmentResult> results = section.anyOf("result", TreatmentResult.class);
        if (results.isEmpty()) {
            mistakes.add(section.at(), "'result' is missing; expected which results count, such as [FAILED]");
        }
        return new Rule.Treated(section.oneOf("treatment", TreatmentKind.class), results);
    }

    private Rule overFact(Section section) {
        FactName fact = section.oneOf("fact", FactName.class);
        return switch (fact.type()) {
            case FactType.Quantity number -> new BoundReader(section).threshold(fact, number);
            case FactType.Code code -> coded(section, fact, code);
            case FactType.Day ignored -> {
                mistakes.add(
                        section.where("fact"), "%s is a date; use 'given: %s'".formatted(fact.word(), fact.word()));
                yield STAND_IN;
            }
        };
    }

    private Rule coded(Section section, FactName fact, FactType.Code type) {
        List<String> keys =
                List.of("in", "notIn", "notOnly").stream().filter(section::has).toList();
        if (keys.size() != 1 || section.has("atLeast") || section.has("atMost") || section.has("above")) {
            mistakes.add(
                    section.at(),
                    "%s is a code; expected exactly one of in, notIn, notOnly with a list".formatted(fact.word()));
            return STAND_IN;
        }
        String key = keys.getFirst();
        Membership membership = switch (key) {
            case "in" -> Membership.IN;
            case "notIn" -> Membership.NOT_IN;
            default -> Membership.NOT_ONLY;
        };
        List<String> listed = section.texts(key);
        listed.forEach(code -> check(section.where(key), fact, type, code));
        return new Rule.Coded(fact, membership, listed);
    }

    private void check(Node at, FactName fact, FactType.Code type, String code) {
        if (!type.form().matcher(code).matches()) {
            mistakes.add(at, "'%s' is no %s; expected %s".formatted(code, fact.word(), type.expected()));
        } else if (!codes.covers(fact, code)) {
            mistakes.add(
                    at,
                    "%s '%s' is not among the shipped codes; check it, then add it to policies/codes.yaml"
                            .formatted(fact.word(), code));
        }
    }
}
