package io.dorsal.opioid.core;

import io.dorsal.model.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text of one table: notes ({@code # citation: …}) and remarks, one line of column names, then rows of cells between
 * commas. No cell holds a comma or a quotation mark.
 *
 * @param file as it is named in a complaint
 */
public record TableFile(String file, List<String> lines) {
    private static final String REMARK = "#";

    /** One row, checked to have a cell for every column. */
    record Row(String file, int line, List<String> columns, List<String> cells) {

        String text(String column) {
            String cell = cells.get(columns.indexOf(column));
            if (cell.isBlank() || !cell.equals(cell.strip())) {
                throw broken(column + " as text without blanks around it", cell);
            }
            return cell;
        }

        String rxcui(String column) {
            String cell = text(column);
            if (!cell.matches("[0-9]{1,8}")) {
                throw broken(column + " as an RxCUI of digits", cell);
            }
            return cell;
        }

        Rational positive(String column) {
            String cell = text(column);
            if (!cell.matches("[0-9]{1,6}(\\.[0-9]{1,8})?") || new BigDecimal(cell).signum() == 0) {
                throw broken(column + " as a decimal above 0", cell);
            }
            return Rational.of(new BigDecimal(cell));
        }

        boolean isEmpty(String column) {
            return cells.get(columns.indexOf(column)).isEmpty();
        }

        BrokenTable broken(String expected, String got) {
            return new BrokenTable(file, line, expected, got);
        }
    }

    /** The value of a note that must be there. */
    String note(String name) {
        String start = "# " + name + ": ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElseThrow(() -> new BrokenTable(file, 1, "a line '" + start + "…'", firstLine()));
    }

    /** The rows below exactly these column names; there must be at least one. */
    List<Row> rows(String... columns) {
        String header = String.join(",", columns);
        List<Row> rows = new ArrayList<>();
        boolean named = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(REMARK) || line.isEmpty()) {
                continue;
            }
            if (named) {
                rows.add(row(i + 1, line, List.of(columns)));
            } else if (!line.equals(header)) {
                throw new BrokenTable(file, i + 1, header, line);
            }
            named = true;
        }
        if (rows.isEmpty()) {
            throw new BrokenTable(file, lines.size(), "at least one row below '" + header + "'", "the end");
        }
        return rows;
    }

    private Row row(int number, String line, List<String> columns) {
        List<String> cells = Arrays.asList(line.split(",", -1));
        if (cells.size() != columns.size() || line.contains("\"")) {
            throw new BrokenTable(
                    file, number, columns.size() + " cells between commas, without quotation marks", line);
        }
        return new Row(file, number, columns, cells);
    }

    private String firstLine() {
        return lines.isEmpty() ? "an empty file" : lines.getFirst();
    }
}
