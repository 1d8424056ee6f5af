package io.dorsal.responder.core;

import io.dorsal.model.LocalDays;
import io.dorsal.model.Rational;
import io.dorsal.model.window.DailyFigures;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The counting entries by local date. Every mean further on is a mean of daily means, because a bad day prompts more
 * entries. Entries are told apart by instant: the repeated hour in autumn holds two different ones.
 */
record PainDiary(Map<LocalDate, List<Rational>> scoresByDate) {

    static PainDiary of(Collection<PainEntry> counting, LocalDays days) {
        return new PainDiary(counting.stream()
                .collect(Collectors.groupingBy(
                        entry -> days.dateOf(entry.at()),
                        TreeMap::new,
                        Collectors.mapping(PainEntry::score, Collectors.toList()))));
    }

    boolean isAnswered(LocalDate date) {
        return scoresByDate.containsKey(date);
    }

    int entries(LocalDate date) {
        return scoresByDate.getOrDefault(date, List.of()).size();
    }

    @Nullable
    Rational mean(LocalDate date) {
        List<Rational> scores = scoresByDate.get(date);
        return scores == null ? null : Rational.mean(scores);
    }

    DailyFigures dailyMeans() {
        NavigableMap<LocalDate, Rational> means = new TreeMap<>();
        scoresByDate.forEach((date, scores) -> means.put(date, Rational.mean(scores)));
        return new DailyFigures(means);
    }
}
