package io.dorsal.coverage.policy;

import io.dorsal.coverage.core.Criterion;
import io.dorsal.coverage.core.FactType;
import io.dorsal.coverage.core.Policy;
import io.dorsal.coverage.core.Rule;
import io.dorsal.coverage.policy.PolicyDraft.Inclusion;
import io.dorsal.model.Malformed;
import io.dorsal.model.PayerId;
import io.dorsal.model.outcome.CriterionKind;
import io.dorsal.model.outcome.SourceStatus;
import io.dorsal.model.outcome.Supplier;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** One policy file to its draft. */
final class DraftReader {
    private static final Set<String> POLICY_KEYS = Set.of(
            "id",
            "version",
            "payer",
            "document",
            "jurisdiction",
            "effectiveFrom",
            "effectiveTo",
            "sourceStatus",
            "appliesWhen",
            "includes",
            "criteria",
            "flags");
    private static final Set<String> CRITERION_KEYS =
            Set.of("id", "requirement", "citation", "kind", "sourceStatus", "supplier", "rule");
    private static final Set<String> SCOPE_KEYS = Set.of("requirement", "citation", "rule");
    private static final Set<String> FLAG_KEYS = Set.of("id", "text", "citation", "sourceStatus", "rule");
    private static final PayerId STAND_IN_PAYER = new PayerId("unknown");
    private static final String SCOPE_ID = "scope";

    private final PolicyFile file;
    private final Mistakes mistakes;
    private final RuleReader rules;
    private final Section section;
    private final Policy.Ref ref;
    private final SourceStatus status;
    private final Set<String> ids = new HashSet<>();

    private DraftReader(PolicyFile file, Node root, Mistakes mistakes, ShippedCodes codes) {
        this.file = file;
        this.mistakes = mistakes;
        this.rules = new RuleReader(mistakes, codes);
        this.section = Section.of(root, POLICY_KEYS, mistakes);
        this.ref = new Policy.Ref(section.text("id"), section.text("version"));
        this.status = section.oneOf("sourceStatus", SourceStatus.class);
    }

    /** Null when the file is no YAML; the mistakes say why. */
    static @Nullable PolicyDraft read(PolicyFile file, Mistakes mistakes, ShippedCodes codes) {
        Node root = YamlText.root(file, mistakes);
        return root == null ? null : new DraftReader(file, root, mistakes, codes).draft();
    }

    private PolicyDraft draft() {
        if (!file.name().equals(ref.id() + "/" + ref.version() + ".yaml")) {
            mistakes.add(
                    section.where("id"),
                    "the file is %s, but says id %s and version %s; expected <id>/<version>.yaml"
                            .formatted(file.name(), ref.id(), ref.version()));
        }
        List<Inclusion> inclusions =
                section.has("includes") ? section.list("includes", this::inclusion) : List.<Inclusion>of();
        boolean standsOnIncludes = !inclusions.isEmpty() && !section.has("criteria");
        List<Criterion> criteria = standsOnIncludes ? List.<Criterion>of() : section.list("criteria", this::criterion);
        List<Policy.Flag> flags = section.has("flags") ? section.list("flags", this::flag) : List.<Policy.Flag>of();
        Policy policy = new Policy(
                ref,
                payer(),
                section.text("document"),
                section.text("jurisdiction"),
                section.date("effectiveFrom"),
                effectiveTo(),
                status,
                scope(),
                List.of(),
                criteria,
                flags);
        return new PolicyDraft(policy, section.where("effectiveFrom"), inclusions, mistakes);
    }

    private PayerId payer() {
        String payer = section.text("payer");
        try {
            return payer.isEmpty() ? STAND_IN_PAYER : new PayerId(payer);
        } catch (Malformed e) {
            mistakes.add(section.where("payer"), "'payer' must be " + e.expected());
            return STAND_IN_PAYER;
        }
    }

    private @Nullable LocalDate effectiveTo() {
        if (!section.has("effectiveTo")) {
            return null;
        }
        LocalDate to = section.date("effectiveTo");
        if (to.isBefore(section.date("effectiveFrom"))) {
            mistakes.add(section.where("effectiveTo"), "'effectiveTo' must not lie before 'effectiveFrom'");
        }
        return to;
    }

    private Inclusion inclusion(Node node) {
        Section include = Section.of(node, Set.of("policy", "version"), mistakes);
        return new Inclusion(new Policy.Ref(include.text("policy"), include.text("version")), node);
    }

    private @Nullable Criterion scope() {
        Node node = section.node("appliesWhen");
        if (node == null) {
            return null;
        }
        Section scope = Section.of(node, SCOPE_KEYS, mistakes);
        Rule rule = ruleOf(scope, true);
        return new Criterion(
                SCOPE_ID,
                scope.text("requirement"),
                scope.text("citation"),
                CriterionKind.CODE,
                ref,
                status,
                null,
                rule);
    }

    private Criterion criterion(Node node) {
        Section criterion = Section.of(node, CRITERION_KEYS, mistakes);
        Rule rule = ruleOf(criterion, false);
        CriterionKind kind = criterion.oneOf("kind", CriterionKind.class);
        if (criterion.has("rule") && rule.leaves().noneMatch(leaf -> kindOf(leaf) == kind)) {
            mistakes.add(
                    criterion.where("kind"),
                    "kind %s does not fit: the rule reads no such fact (COMPUTED reads a number or date, DOCUMENT a"
                                    .formatted(kind)
                            + " document or treatment, CODE a code)");
        }
        return new Criterion(
                idOf(criterion),
                criterion.text("requirement"),
                criterion.text("citation"),
                kind,
                ref,
                statusOf(criterion),
                supplier(criterion, rule),
                rule);
    }

    private String idOf(Section criterion) {
        String id = criterion.text("id");
        if (!ids.add(id)) {
            mistakes.add(
                    criterion.where("id"), "criterion id '%s' stands here twice; expected each once".formatted(id));
        }
        return id;
    }

    private SourceStatus statusOf(Section part) {
        return part.has("sourceStatus") ? part.oneOf("sourceStatus", SourceStatus.class) : status;
    }

    private static CriterionKind kindOf(Rule.Leaf leaf) {
        return switch (leaf) {
            case Rule.Threshold ignored -> CriterionKind.COMPUTED;
            case Rule.Coded ignored -> CriterionKind.CODE;
            case Rule.Documented ignored -> CriterionKind.DOCUMENT;
            case Rule.Treated ignored -> CriterionKind.DOCUMENT;
            case Rule.Listed ignored -> CriterionKind.DOCUMENT;
            case Rule.Given given ->
                given.fact().type() instanceof FactType.Code ? CriterionKind.CODE : CriterionKind.COMPUTED;
        };
    }

    /** Documents and treatments have no supplier of their own; a fact has, and the criterion must not gainsay it. */
    private @Nullable Supplier supplier(Section criterion, Rule rule) {
        boolean asksForPapers =
                rule.leaves().anyMatch(leaf -> leaf instanceof Rule.Documented || leaf instanceof Rule.Treated);
        if (asksForPapers) {
            return criterion.oneOf("supplier", Supplier.class);
        }
        if (criterion.has("supplier")) {
            mistakes.add(
                    criterion.where("supplier"),
                    "the rule reads no document and no treatment; expected no 'supplier', since each fact names its own");
        }
        return null;
    }

    private Policy.Flag flag(Node node) {
        Section flag = Section.of(node, FLAG_KEYS, mistakes);
        return new Policy.Flag(
                flag.text("id"), flag.text("text"), flag.text("citation"), statusOf(flag), ruleOf(flag, true));
    }

    private Rule ruleOf(Section part, boolean asCondition) {
        return Optional.ofNullable(part.node("rule"))
                .map(node -> asCondition ? rules.condition(node) : rules.rule(node))
                .orElseGet(() -> {
                    mistakes.add(part.at(), "'rule' is missing; expected what must hold");
                    return new Rule.AllOf(List.of());
                });
    }
}
