package org.banggiao.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Issue;
import org.banggiao.issue.Location;
import org.banggiao.time.DatePoint;
import org.jspecify.annotations.Nullable;

/** A table of tab-separated values with a header line that names the columns: its rows, and what is wrong with them. */
final class Table {
    private Table() {}

    /** What makes something of a row. */
    interface Reader {
        /** @throws IllegalArgumentException where the row is not right, with the reason */
        void read(Row row);
    }

    /** One line, by the names of the columns. */
    record Row(Path file, int line, Map<String, String> cells) {
        /** The value of a column that must not be empty. */
        String get(String column) {
            var value = cells.get(column);
            if (value == null || value.isEmpty()) {
                throw new IllegalArgumentException("the column " + column + " is empty");
            }
            return value;
        }

        @Nullable
        String optional(String column) {
            var value = cells.getOrDefault(column, "");
            return value.isEmpty() ? null : value;
        }

        /** The parts of a column that are joined by {@code |}; none where it is empty. */
        List<String> list(String column) {
            var value = optional(column);
            return value == null ? List.of() : List.of(value.split("\\|"));
        }

        @Nullable
        Integer year(String column) {
            var value = optional(column);
            return value == null ? null : Integer.valueOf(value);
        }

        Optional<DatePoint> date(String column) {
            return Optional.ofNullable(optional(column)).map(DatePoint::parse);
        }

        Finding fault(Issue issue, String what) {
            return Finding.of(
                    issue,
                    Location.of(file.toString()),
                    file + ", line " + line + ": " + what + "; correct the line and run again");
        }
    }

    /** Hands every well-formed row to the reader, in order; what is wrong is added to the faults. */
    static void read(Path file, List<Finding> faults, Reader reader) {
        for (var row : rows(file, faults)) {
            try {
                reader.read(row);
            } catch (IllegalArgumentException e) {
                faults.add(row.fault(AuthorityIssue.BAD_ROW, String.valueOf(e.getMessage())));
            }
        }
    }

    private static List<Row> rows(Path file, List<Finding> faults) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            faults.add(Finding.of(
                    AuthorityIssue.TABLE_UNREADABLE,
                    Location.of(file.toString()),
                    file + " cannot be read; the authority data need it as UTF-8 text"));
            return List.of();
        }
        var rows = new ArrayList<Row>();
        var columns =
                lines.isEmpty() ? List.<String>of() : Arrays.asList(lines.get(0).split("\t", -1));
        for (int i = 1; i < lines.size(); i++) {
            var cells = lines.get(i).split("\t", -1);
            var row = new Row(file, i + 1, new HashMap<>());
            if (cells.length != columns.size()) {
                faults.add(row.fault(
                        AuthorityIssue.BAD_ROW, cells.length + " columns stand where " + columns.size() + " are due"));
                continue;
            }
            for (int c = 0; c < cells.length; c++) {
                row.cells().put(columns.get(c), cells[c]);
            }
            rows.add(row);
        }
        return rows;
    }
}
