package io.dorsal.merge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.merge.store.Portions.Weighed;
import io.dorsal.model.TrialId;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PortionsTest {
    @Test
    void aPortionHoldsNoMoreRowsThanFit() {
        assertThat(sizes(Portions.cut(trials(3, 3, 4, 1, 9, 1), 100, 10))).containsExactly(3, 2, 1);
    }

    @Test
    void aTrialThatIsTooLargeByItselfIsAlone() {
        assertThat(sizes(Portions.cut(trials(1, 50, 1), 100, 10))).containsExactly(1, 1, 1);
    }

    @Test
    void aPortionHoldsNoMoreTrialsThanStated() {
        assertThat(sizes(Portions.cut(trials(0, 0, 0, 0, 0), 2, 10))).containsExactly(2, 2, 1);
    }

    @Test
    void noTrialsMakeNoPortion() {
        assertThat(Portions.cut(List.of(), 2, 10)).isEmpty();
    }

    private static List<Weighed> trials(long... rows) {
        return LongStream.of(rows)
                .mapToObj(count -> new Weighed(new TrialId("T"), count))
                .toList();
    }

    private static List<Integer> sizes(List<List<TrialId>> portions) {
        return portions.stream().map(List::size).toList();
    }
}
