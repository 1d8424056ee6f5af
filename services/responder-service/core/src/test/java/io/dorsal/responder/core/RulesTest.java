package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Outcomes by other numbers never stand under the same name. */
class RulesTest {
    private static final Rules DEFAULT = Rules.PAIN_RELIEF_1;

    @Test
    void theDefaultRulesKeepTheNamesOfTheDefinitions() {
        ResponderOutcome outcome = new Sketch().assess();

        assertThat(outcome.definition()).isEqualTo("pain-relief/1");
        assertThat(outcome.stimulation().definition()).isEqualTo("stimulation/1");
    }

    @Test
    void otherRulesAddTheirFingerprintToBoth() {
        Rules other = new Rules(
                DEFAULT.diary(),
                DEFAULT.relief(),
                new Rules.Stimulation(Duration.ofMinutes(45), Rational.of(2)),
                DEFAULT.clock(),
                DEFAULT.limits());
        ResponderOutcome outcome =
                Assessment.assess(new Sketch().facts(), Instant.parse("2026-03-20T00:00:00Z"), other);

        // Pinned: the same rules have the same name on every machine and in every version.
        assertThat(outcome.definition()).isEqualTo("pain-relief/1+364dcd9d");
        assertThat(outcome.stimulation().definition()).isEqualTo("stimulation/1+364dcd9d");
    }

    @Test
    void everyNumberIsPartOfTheFingerprint() throws ReflectiveOperationException {
        Set<String> names = new HashSet<>();
        int numbers = 0;
        for (Record group :
                List.of(DEFAULT.diary(), DEFAULT.relief(), DEFAULT.stimulation(), DEFAULT.clock(), DEFAULT.limits())) {
            for (RecordComponent number : group.getClass().getRecordComponents()) {
                numbers++;
                names.add(with(changed(group, number)).named("pain-relief/1"));
            }
        }

        assertThat(names)
                .hasSize(numbers)
                .doesNotContain("pain-relief/1")
                .allMatch(name -> name.matches("pain-relief/1\\+[0-9a-f]{8}"));
    }

    private static Rules with(Record group) throws ReflectiveOperationException {
        List<Object> groups = new ArrayList<>();
        for (RecordComponent component : Rules.class.getRecordComponents()) {
            groups.add(
                    component.getType().isInstance(group)
                            ? group
                            : component.getAccessor().invoke(DEFAULT));
        }
        return (Rules) Rules.class.getDeclaredConstructors()[0].newInstance(groups.toArray());
    }

    private static Record changed(Record group, RecordComponent number) throws ReflectiveOperationException {
        List<Object> numbers = new ArrayList<>();
        for (RecordComponent component : group.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(group);
            numbers.add(component.getName().equals(number.getName()) ? other(value) : value);
        }
        return (Record) group.getClass().getDeclaredConstructors()[0].newInstance(numbers.toArray());
    }

    private static Object other(Object number) {
        return switch (number) {
            case Integer whole -> whole + 1;
            case Double fraction -> fraction / 2;
            case Rational exact -> exact.plus(Rational.of(1, 7));
            case Duration time -> time.plusMillis(1);
            default -> throw new IllegalArgumentException("No number: " + number);
        };
    }
}
