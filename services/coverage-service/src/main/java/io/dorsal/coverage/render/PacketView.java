package io.dorsal.coverage.render;

import io.dorsal.model.presentation.NumberText;
import io.dorsal.packet.core.Manifest;
import java.util.List;

/**
 * What stands on the pages, in the order of reading; every text as it is shown.
 *
 * @param particulars two to a row
 * @param amends empty when it amends nothing
 */
public record PacketView(
        String over,
        String title,
        String footer,
        boolean preview,
        String result,
        String resultSentence,
        List<List<Pair>> particulars,
        String amends,
        List<Figure> figures,
        List<CriterionLine> criteria,
        List<Pair> flags,
        List<MissingLine> missing,
        String chart,
        List<DayLine> days,
        List<Pair> painNotes,
        OpioidTable opioids,
        List<LedgerLine> ledger,
        String ledgerTotal,
        List<PaperLine> documents,
        List<PaperLine> treatments,
        List<Pair> definitions,
        List<FileLine> files,
        String leftOut,
        String key) {

    public record Pair(String label, String value) {}

    /** One of the few numbers to see first. */
    public record Figure(String label, String value, String note) {}

    /**
     * @param mark CSS class: met, open, not-met, other
     * @param policy id and version of the one that states it
     */
    public record CriterionLine(
            String id,
            String mark,
            String result,
            String requirement,
            String explanation,
            String citation,
            String policy) {}

    public record MissingLine(String what, String need, String supplier, String until) {}

    /** @param mean a dash when the day has no entry */
    public record DayLine(
            String date, String window, String entries, String mean, String on, String off, String unknown) {}

    /** Columns baseline, trial, last three days, last day, change. */
    public record OpioidTable(String status, List<OpioidLine> lines, List<OpioidDay> days, List<Pair> notes) {}

    public record OpioidLine(String name, String baseline, String trial, String lastThree, String end, String change) {}

    public record OpioidDay(String date, String window, String taken, String drugs, String prescribed) {}

    public record LedgerLine(String device, String boot, String received, String missing, String clock) {}

    public record PaperLine(String kind, String date, String says, String by, String reference) {}

    public record FileLine(String name, String bytes, String sha256) {
        static FileLine of(Manifest.Entry entry) {
            return new FileLine(entry.name(), NumberText.count(entry.bytes()), entry.sha256());
        }
    }
}
