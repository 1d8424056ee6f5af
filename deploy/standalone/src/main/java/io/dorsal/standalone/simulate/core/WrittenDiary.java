package io.dorsal.standalone.simulate.core;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diary written out by hand, one answer per day; null is a day left out.
 *
 * @param baseline the scores of the days before the placement date, the last one next to it
 * @param placement the score of the placement date, which never counts
 * @param trial the scores from trial day 1 on
 */
public record WrittenDiary(
        List<@Nullable Double> baseline, @Nullable Double placement, List<@Nullable Double> trial, LocalTime time)
        implements Diary {
    @Override
    public List<Entry> entries(int day) {
        Double level = level(day);
        return level == null ? List.of() : List.of(new Entry(time, level));
    }

    private @Nullable Double level(int day) {
        if (day == 0) {
            return placement;
        }
        int index = day < 0 ? baseline.size() + day : day - 1;
        List<@Nullable Double> scores = day < 0 ? baseline : trial;
        return index < 0 || index >= scores.size() ? null : scores.get(index);
    }
}
