package io.dorsal.standalone;

import java.time.LocalDate;
import java.util.stream.Collectors;

/** A trial that is over and its diary, as a clinic writes them. */
final class SampleFacts {
    private SampleFacts() {}

    static String trial() {
        return """
                {"clinic":"harbor-pain","subject":"S-0417","therapy":"SCS","indication":"M96.1",
                 "timezone":"America/New_York","payer":"medicare","policy":"mac-scs-ngs","painScale":"NRS",
                 "painConstruct":"AVERAGE","leadPlacedAt":"2026-03-02T15:30:00Z",
                 "plannedRemovalAt":"2026-03-09T15:00:00Z","leadRemovedAt":"2026-03-09T15:00:00Z",
                 "devices":[{"device":"ETS-1","from":"2026-03-02T16:00:00Z","to":null}],
                 "regimen":[],"documents":[],"treatments":[],"painSince":"2024-01-15","procedure":"63650",
                 "placeOfService":"22","state":"NY","utn":null}
                """;
    }

    /** A week of 8 before the leads were placed, six days of 3 with them: relief 62.5 percent. */
    static String diary() {
        LocalDate placed = LocalDate.of(2026, 3, 2);
        return placed.minusDays(7)
                .datesUntil(placed.plusDays(7))
                .filter(day -> !day.equals(placed))
                .map(day -> pain(day, day.isBefore(placed) ? 8 : 3))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String pain(LocalDate day, int score) {
        return "{\"report\":\"p-" + day + "\",\"revision\":1,\"kind\":\"PAIN\",\"at\":\"" + day
                + "T20:00:00-05:00\",\"scale\":\"NRS\",\"construct\":\"AVERAGE\",\"score\":" + score + "}";
    }
}
