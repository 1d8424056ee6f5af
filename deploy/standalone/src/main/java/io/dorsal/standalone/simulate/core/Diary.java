package io.dorsal.standalone.simulate.core;

import java.time.LocalTime;
import java.util.List;

/** How a patient answers "how was your pain today, on average", day by day. */
public sealed interface Diary permits DrawnDiary, WrittenDiary {

    /** One answer; {@code level} from 0 to 10. */
    record Entry(LocalTime time, double level) {}

    /**
     * The answers of one local date, none on a day left out.
     *
     * @param day counted from the placement date, which is 0
     */
    List<Entry> entries(int day);
}
