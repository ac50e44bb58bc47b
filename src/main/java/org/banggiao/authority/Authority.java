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
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Finding;
import org.banggiao.issue.Issue;
import org.banggiao.issue.Location;
import org.jspecify.annotations.Nullable;

/**
 * The authority data: every key once, every country named by an entry present. Read from a folder of tab-separated tables,
 * one for each {@link Kind}, with a header line that names the columns, and {@code identifiers.tsv}.
 */
public final class Authority {
    private static final String IDENTIFIERS = "identifiers.tsv";

    private final List<Entry> entries;
    private final Map<String, Entry> byKey = new HashMap<>();
    private final Lexicon lexicon;

    private Authority(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (var entry : this.entries) {
            byKey.put(entry.key(), entry);
        }
        lexicon = Lexicon.of(this.entries);
    }

    /**
     * Reads the tables of a folder.
     *
     * @throws FaultException with every fault found: a table that is missing, a row that is not right, a key that is double
     *     or unknown
     */
    public static Authority load(Path folder) {
        var faults = new ArrayList<Finding>();
        var identifiers = new HashMap<String, List<Identifier>>();
        var identified = new TreeMap<String, Row>();
        for (var row : rows(folder.resolve(IDENTIFIERS), faults)) {
            identified.putIfAbsent(row.get("key"), row);
            identifiers
                    .computeIfAbsent(row.get("key"), k -> new ArrayList<>())
                    .add(new Identifier(
                            row.get("scheme"),
                            row.get("value"),
                            row.get("status").equals("verified"),
                            row.get("source")));
        }
        var entries = new TreeMap<String, Entry>();
        var read = new HashMap<String, Row>();
        for (var kind : Kind.values()) {
            for (var row : rows(folder.resolve(kind.table()), faults)) {
                try {
                    var entry = entry(kind, row, identifiers.getOrDefault(row.get("key"), List.of()));
                    if (entries.put(entry.key(), entry) != null) {
                        faults.add(row.fault(AuthorityIssue.DOUBLE_KEY, "the key " + entry.key() + " stands twice"));
                    }
                    read.put(entry.key(), row);
                } catch (IllegalArgumentException e) {
                    faults.add(row.fault(AuthorityIssue.BAD_ROW, String.valueOf(e.getMessage())));
                }
            }
        }
        for (var entry : entries.values()) {
            if (entry.country() != null && !entries.containsKey(entry.country())) {
                var row = Objects.requireNonNull(read.get(entry.key()));
                faults.add(row.fault(AuthorityIssue.UNKNOWN_KEY, "no entry bears the key " + entry.country()));
            }
        }
        for (var row : identified.entrySet()) {
            if (!entries.containsKey(row.getKey())) {
                faults.add(row.getValue().fault(AuthorityIssue.UNKNOWN_KEY, "no entry bears the key " + row.getKey()));
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return new Authority(new ArrayList<>(entries.values()));
    }

    /** Every entry, by key. */
    public List<Entry> entries() {
        return entries;
    }

    public Optional<Entry> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The country whose records bear the code; where several did in turn, the first by key. */
    public Optional<Entry> countryByCode(String code) {
        return entries.stream()
                .filter(e -> e.kind() == Kind.COUNTRY && code.equals(e.code()))
                .findFirst();
    }

    /** Finds the names of all entries. */
    public Lexicon lexicon() {
        return lexicon;
    }

    private static Entry entry(Kind kind, Row row, List<Identifier> identifiers) {
        var country = kind == Kind.COUNTRY ? row.get("key") : row.optional("country");
        return new Entry(
                row.get("key"),
                kind,
                row.get("name_vi"),
                row.get("name_en"),
                row.list("variants"),
                row.list("compounds"),
                row.optional("code"),
                country,
                row.optional("type"),
                row.year("from"),
                row.year("until"),
                identifiers);
    }

    private record Row(Path file, int line, Map<String, String> cells) {
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

        List<String> list(String column) {
            var value = optional(column);
            return value == null ? List.of() : List.of(value.split("\\|"));
        }

        @Nullable
        Integer year(String column) {
            var value = optional(column);
            return value == null ? null : Integer.valueOf(value);
        }

        Finding fault(Issue issue, String what) {
            return Finding.of(
                    issue,
                    Location.of(file.toString()),
                    file + ", line " + line + ": " + what + "; correct the line and run again");
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
