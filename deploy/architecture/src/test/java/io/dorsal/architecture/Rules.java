package io.dorsal.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The floor plan as rules; each says in its {@code because} how to mend what it finds. */
final class Rules {
    /** java.time and java.util without their clocks and dice are values; everything listed here is not. */
    private static final Set<String> NOT_PURE = Set.of(
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Scanner",
            "java.util.Timer");

    private static final Set<String> READS_CLOCK_OR_DICE = Set.of("now", "random", "randomUUID", "systemDefault");

    static final ArchRule CORE_IMPORTS_ONLY_VALUES = classes()
            .that(live(Room::isCore, "a core"))
            .should(onlyDependOnClassesThat(live(Room::isCore, "a core")
                    .or(resideInAnyPackage(
                            "io.dorsal.model..",
                            "java.lang..",
                            "java.util",
                            "java.util.function",
                            "java.util.stream",
                            "java.util.regex",
                            "java.time..",
                            "java.math",
                            "java.nio.charset",
                            "org.jspecify.annotations"))))
            .because("a core must be usable alone, without its service: move I/O, logging, CDI and JSON"
                    + " to an edge (.mqtt .kafka .http .store .render) and hand the core values");

    static final ArchRule CORES_DO_NOT_MEET = classes()
            .that(live(Room::isCore, "a core"))
            .should(notImport((from, to) -> to.isCore() && !from.module().equals(to.module()), "another module's core"))
            .because("modules meet through topics: move the rule that both need to shared-model");

    static final ArchRule CORE_AND_MODEL_ARE_PURE = noClasses()
            .that(live(Room::isCore, "a core").or(resideInAnyPackage("io.dorsal.model..", "io.dorsal.fhir..")))
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are clocks, dice, threads or processes", type -> NOT_PURE.contains(type.getName())))
            .orShould()
            .accessTargetWhere(
                    DescribedPredicate.describe("the system, a clock or dice are read", Rules::readsTheWorld))
            .because("the same facts must give the same outcome: take the instant or the number as a parameter");

    static final ArchRule MODEL_KNOWS_NO_FRAMEWORK = classes()
            .that(resideInAPackage("io.dorsal.model.."))
            .should(onlyDependOnClassesThat(resideInAnyPackage(
                    "io.dorsal.model..", "java..", "com.fasterxml.jackson..", "org.jspecify.annotations")))
            .because(
                    "every module and the offline verifier use shared-model: keep frameworks in the module that runs, or"
                            + " add a small library without dependencies to this list");

    static final ArchRule FHIR_KNOWS_THE_MODEL_ALONE = classes()
            .that(resideInAPackage("io.dorsal.fhir.."))
            .should(onlyDependOnClassesThat(resideInAnyPackage(
                    "io.dorsal.fhir..",
                    "io.dorsal.model..",
                    "java..",
                    "ca.uhn.fhir..",
                    "org.hl7.fhir..",
                    "com.fasterxml.jackson..",
                    "org.jspecify.annotations")))
            .because("services/fhir translates and does nothing else: what reads, stores or sends belongs in the edge"
                    + " that calls it");

    static final ArchRule EDGES_DO_NOT_MEET = classes()
            .that(live(Room::isEdge, "an edge"))
            .should(notImport(
                    (from, to) -> to.isEdge() && !from.equals(to) && !from.isSharedBy(to),
                    "another edge, but the room of that name in the shared library"))
            .because("an edge knows one thing outside the window: let the wiring join them, with a core type between");

    static final ArchRule IMPORTS_RUN_ONE_WAY = classes()
            .that(live(room -> room.isEdge() || room.isCore(), "an edge or a core"))
            .should(notImport(
                    (from, to) -> to.isWiring() && (from.module().equals(to.module()) || to.isShared()), "the wiring"))
            .because("imports run wiring → edges → core → model: let the edge state an interface or a value that it"
                    + " needs, and let the wiring give it");

    static final ArchRule MODULES_DO_NOT_MEET = classes()
            .that(live(Room::isService, "a module other than the tools for one machine"))
            .should(notImport(
                    (from, to) -> !from.module().equals(to.module())
                            && !to.isShared()
                            && !from.mayComputeWith(to)
                            && !from.mayIssue(to),
                    "another module, but the shared library"))
            .because("modules meet through topics and the front door: move what both exchange to shared-model; what"
                    + " several services do alike with facts, and nothing else, belongs in services/fact-merge; only the"
                    + " evidence packet's wiring stands on all cores, and only coverage-service issues it");

    static final ArchRule SHARED_LIBRARY_HAS_NO_CORE = noClasses()
            .should()
            .resideInAPackage("io.dorsal.merge.core..")
            .because("services/fact-merge moves facts and does not know what they mean: a rule of the domain belongs in"
                    + " a service's core, or in shared-model when two need it");

    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*[.$]((Abstract|Base|Common)[A-Z].*"
                    + "|([A-Z].*[a-z0-9])?(Manager|Helper|Utils?|Impl|Base|Common|Data|Info))")
            .because("such a name fits every class: name the domain noun, or how this one does it");

    static final ArchRule SERVICE_IS_A_DEPLOYABLE = noClasses()
            .that()
            .resideOutsideOfPackage("io.dorsal.standalone..")
            .should()
            .haveSimpleNameEndingWith("Service")
            .because("a service is what is deployed; name the class after what it does (Registry, Publisher, …)");

    private Rules() {}

    private static boolean readsTheWorld(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        if (target.getOwner().getName().equals("java.lang.System")) {
            return !target.getName().equals("arraycopy");
        }
        return target.getOwner().getPackageName().startsWith("java.") && READS_CLOCK_OR_DICE.contains(target.getName());
    }

    private static DescribedPredicate<JavaClass> live(Predicate<Room> room, String where) {
        return DescribedPredicate.describe(
                "live in " + where, type -> Room.of(type).filter(room).isPresent());
    }

    private static ArchCondition<JavaClass> notImport(BiPredicate<Room, Room> forbidden, String what) {
        return new ArchCondition<>("not import " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    var from = Room.of(dependency.getOriginClass()).orElseThrow();
                    var crosses = Room.of(dependency.getTargetClass())
                            .filter(to -> forbidden.test(from, to))
                            .isPresent();
                    if (crosses) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
