package io.dorsal.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every module keeps the floor plan of house.md §3 and the names of §4. */
class FloorPlanTest {
    private static JavaClasses main;

    @BeforeAll
    static void readEveryModule() {
        main = Tree.mainClasses();
    }

    @Test
    void coreImportsOnlyValues() {
        Rules.CORE_IMPORTS_ONLY_VALUES.check(main);
    }

    @Test
    void coresDoNotMeet() {
        Rules.CORES_DO_NOT_MEET.check(main);
    }

    @Test
    void coreAndModelArePure() {
        Rules.CORE_AND_MODEL_ARE_PURE.check(main);
    }

    @Test
    void modelKnowsNoFramework() {
        Rules.MODEL_KNOWS_NO_FRAMEWORK.check(main);
    }

    @Test
    void fhirKnowsTheModelAlone() {
        Rules.FHIR_KNOWS_THE_MODEL_ALONE.check(main);
    }

    @Test
    void edgesDoNotMeet() {
        Rules.EDGES_DO_NOT_MEET.check(main);
    }

    @Test
    void importsRunOneWay() {
        Rules.IMPORTS_RUN_ONE_WAY.check(main);
    }

    @Test
    void modulesDoNotMeet() {
        Rules.MODULES_DO_NOT_MEET.check(main);
    }

    @Test
    void sharedLibraryHasNoCore() {
        Rules.SHARED_LIBRARY_HAS_NO_CORE.check(main);
    }

    @Test
    void namesSaySomething() {
        Rules.NAMES_SAY_SOMETHING.check(main);
    }

    @Test
    void serviceIsADeployable() {
        Rules.SERVICE_IS_A_DEPLOYABLE.check(main);
    }
}
