package io.dorsal.standalone.simulate.core;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A diary drawn from the patient's true pain.
 *
 * @param adherence the share of days on which the patient answers at all
 */
public record DrawnDiary(long seed, String patient, Pain pain, double adherence) implements Diary {
    private static final double SECOND_ENTRY_CHANCE = 0.25;
    private static final double SECOND_ENTRY_DIFFERENCE = 0.7;

    @Override
    public List<Entry> entries(int day) {
        Dice dice = Dice.of(seed, patient, "diary", day);
        double level = pain.level(day, dice);
        if (!dice.chance(adherence)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>(2);
        if (dice.chance(SECOND_ENTRY_CHANCE)) {
            double noon = Math.max(0, level - SECOND_ENTRY_DIFFERENCE * dice.uniform());
            entries.add(new Entry(time(12, dice), noon));
        }
        entries.add(new Entry(time(20, dice), level));
        return entries;
    }

    private static LocalTime time(int hour, Dice dice) {
        return LocalTime.of(hour, dice.below(60), dice.below(60));
    }
}
