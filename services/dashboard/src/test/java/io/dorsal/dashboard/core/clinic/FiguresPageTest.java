package io.dorsal.dashboard.core.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.SampleFigures;
import io.dorsal.dashboard.core.clinic.FigureSection.GroupRow;
import io.dorsal.model.figures.Dimension;
import io.dorsal.model.figures.FigureName;
import org.junit.jupiter.api.Test;

class FiguresPageTest {
    private final FiguresPage page = FiguresPage.of(SampleFigures.of("harbor"), Dimension.THERAPY);

    private FigureSection section(FigureName name) {
        return page.sections().stream()
                .filter(section -> section.id().equals(name.word()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyShareSaysWhatItIsOf() {
        assertThat(section(FigureName.OUTCOMES).bars())
                .containsExactly(
                        new Bar("Responder", "20 of 30", "66.7\u00a0%", 666),
                        new Bar("Non responder", "10 of 30", "33.3\u00a0%", 333));
        assertThat(section(FigureName.DIARY).bars())
                .containsExactly(new Bar("Answered days", "301 of 420", "71.7\u00a0%", 716));
    }

    @Test
    void theChosenDimensionBreaksDownEachFigure() {
        assertThat(section(FigureName.OUTCOMES).groups())
                .extracting(GroupRow::label)
                .containsExactly("SCS", "PNS");
        FiguresPage byPayer = FiguresPage.of(SampleFigures.of("harbor"), Dimension.PAYER);
        assertThat(byPayer.sections())
                .allSatisfy(section -> assertThat(section.groups()).isEmpty());
    }

    @Test
    void daysAreToldAsMedianAndQuartiles() {
        assertThat(section(FigureName.DAYS_TO_DECISION).days()).isEqualTo("median 3.5 days, quartiles 2 and 6, of 7");
    }

    @Test
    void nothingIsNotZeroPercent() {
        assertThat(section(FigureName.DENIAL_REASONS).isEmpty()).isTrue();
        assertThat(section(FigureName.TURNAROUND).isEmpty()).isFalse();
        assertThat(section(FigureName.TURNAROUND).count()).isEqualTo("suppressed");
        assertThat(Bar.of("x", 0, 0).percent()).isEqualTo("\u2013");
    }

    @Test
    void publishedResultsStandBesideWithWhomTheyAreOf() {
        assertThat(section(FigureName.OUTCOMES).published())
                .containsExactly(new PublishedRow(
                        "SENZA-RCT", "84.5 % vs 43.8 %", "of 171, implanted", "Anesthesiology 2015;123:851"));
    }

    @Test
    void statesOfTrialsAreTiles() {
        assertThat(page.tiles()).containsExactly(new FiguresPage.Tile("Ended trials", "30"));
        assertThat(page.summary()).isEqualTo("harbor: 30 Ended trials");
    }

    @Test
    void definitionsAndPartsAreReadWithoutWordsOfTheWire() {
        assertThat(FigureWords.definition(
                        "READY when none waits; NO_POLICY when none is named; MME, baseline -> trial"))
                .isEqualTo("Ready when none waits; no policy when none is named; MME, baseline to trial");
        assertThat(FigureWords.definition("Ended trials. UNDETERMINED means too few days, IMPLANT an implant"))
                .isEqualTo("Ended trials. Undetermined means too few days, implant an implant");
        assertThat(FigureWords.label(FigureName.OUTCOMES, "(not listed)")).isEqualTo("Not listed, together");
    }
}
