package org.banggiao.publish.inbox;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.banggiao.store.Store;

/**
 * Links as a table (CSV, RFC 4180, in UTF-8): a line for each, under a line with the names of the columns. Needed are {@code record}
 * (the address of the record), {@code about} (the IRI of a resource here, its short form or the address of its page) and {@code
 * holder}; {@code title}, {@code relation}, {@code date} and {@code note} may be there, others are passed over.
 */
public final class LinkTable {
    /** Lines that a table may have. */
    public static final int MOST_ROWS = 10_000;

    private static final List<String> NEEDED = List.of("record", "about", "holder");
    private static final List<String> COLUMNS =
            List.of("record", "title", "about", "relation", "holder", "date", "note", "link", "accepted");
    /** What a program for tables would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^[=+@\\-]");

    private LinkTable() {}

    /**
     * A line of a table.
     *
     * @param number counted from 1, the line of the names included
     * @param link what it says; empty where it has a fault
     * @param fault what is wrong with it; empty where nothing
     * @param isPublished whether it is published already
     */
    public record Row(long number, Optional<RecordLink> link, String fault, boolean isPublished) {}

    /**
     * A table as it was read.
     *
     * @param fault what keeps it from being read at all; empty where nothing
     */
    public record Report(List<Row> rows, String fault) {
        /** What cannot be read as text: guessed letters are not what an archive wrote. */
        public static final Report NOT_UTF_8 = new Report(
                List.of(), "It is not in UTF-8. Save it as \"CSV UTF-8\", or choose UTF-8 where it is exported.");

        public Report {
            rows = List.copyOf(rows);
        }

        /** Whether all of it can be taken. */
        public boolean isSound() {
            return fault.isEmpty()
                    && !rows.isEmpty()
                    && rows.stream().allMatch(r -> r.fault().isEmpty());
        }

        /** The lines with faults. */
        public List<Row> faulty() {
            return rows.stream().filter(r -> !r.fault().isEmpty()).toList();
        }

        /** The links, where all of it can be taken. */
        public List<RecordLink> links() {
            return rows.stream().flatMap(r -> r.link().stream()).toList();
        }

        /** How many links are new. */
        public long fresh() {
            return rows.stream()
                    .filter(r -> r.link().isPresent() && !r.isPublished())
                    .count();
        }
    }

    /**
     * Reads and checks a table.
     *
     * @param root the address of the service as its clients reach it, ending in a slash; empty where it has none
     * @param isPublished whether a link is published already
     */
    public static Report read(
            String text, Targets targets, Store store, String root, Predicate<RecordLink> isPublished) {
        var rows = new ArrayList<Row>();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .setAllowMissingColumnNames(true)
                .get();
        try (var parser = format.parse(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text))) {
            var names = parser.getHeaderNames().stream()
                    .map(n -> n.toLowerCase(Locale.ROOT))
                    .toList();
            var missing = NEEDED.stream().filter(n -> !names.contains(n)).toList();
            if (!missing.isEmpty()) {
                return new Report(
                        List.of(),
                        "The first line names the columns; " + String.join(", ", missing)
                                + " is not among them. Columns are separated by commas.");
            }
            Map<String, Long> seen = new HashMap<>();
            for (var line : parser) {
                if (rows.size() == MOST_ROWS) {
                    return new Report(List.of(), "A table may have " + MOST_ROWS + " lines; cut it in parts.");
                }
                rows.add(row(line, parser.getCurrentLineNumber(), targets, store, root, isPublished, seen));
            }
        } catch (IOException | RuntimeException e) {
            return new Report(
                    List.of(),
                    "It cannot be read as a table of comma-separated values: "
                            + RecordLink.text(String.valueOf(e.getMessage()), 200));
        }
        return rows.isEmpty() ? new Report(rows, "It has no line with a link.") : new Report(rows, "");
    }

    private static Row row(
            CSVRecord line,
            long number,
            Targets targets,
            Store store,
            String root,
            Predicate<RecordLink> isPublished,
            Map<String, Long> seen) {
        try {
            var relation = Relation.of(cell(line, "relation", Relation.SUBJECT.code()));
            if (relation.isEmpty()) {
                return faulty(
                        number,
                        "the relation \"" + RecordLink.text(cell(line, "relation", ""), 60) + "\" is none of "
                                + Relation.allowed());
            }
            var about = cell(line, "about", "");
            var iri = targets.iri(about, root);
            if (iri.isEmpty() || targets.find(iri.get(), store).isEmpty()) {
                return faulty(
                        number,
                        "this release describes nothing that a record can be about under \""
                                + RecordLink.text(about, 120) + "\"");
            }
            var record = cell(line, "record", "");
            var link = new RecordLink(
                    record,
                    cell(line, "title", record),
                    iri.get(),
                    relation.get(),
                    cell(line, "holder", ""),
                    cell(line, "date", ""),
                    cell(line, "note", ""));
            var before = seen.putIfAbsent(link.id(), number);
            return before == null
                    ? new Row(number, Optional.of(link), "", isPublished.test(link))
                    : faulty(number, "it says the same as line " + before);
        } catch (IllegalArgumentException e) {
            return faulty(number, String.valueOf(e.getMessage()));
        }
    }

    private static Row faulty(long number, String fault) {
        return new Row(number, Optional.empty(), fault, false);
    }

    private static String cell(CSVRecord line, String column, String otherwise) {
        var value = line.isSet(column) ? line.get(column).strip() : "";
        if (value.startsWith("'") && FORMULA.matcher(value.substring(1)).find()) {
            value = value.substring(1);
        }
        return value.isEmpty() ? otherwise : value;
    }

    /**
     * Writes links as a table that can be read again. What a program for tables would take for a formula begins with an apostrophe.
     *
     * @param graph names the links
     */
    public static String write(Collection<Entry> entries, LinkGraph graph) {
        var text = new StringBuilder();
        try (var out = CSVFormat.RFC4180.print(text)) {
            out.printRecord(COLUMNS);
            for (var entry : entries) {
                var link = entry.link();
                out.printRecord(List.of(
                                link.record(),
                                link.title(),
                                link.about(),
                                link.relation().code(),
                                link.holder(),
                                link.date(),
                                link.note(),
                                graph.link(entry.id()).getURI(),
                                entry.decision().at().toString())
                        .stream()
                        .map(v -> FORMULA.matcher(v).find() ? "'" + v : v)
                        .toList());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
