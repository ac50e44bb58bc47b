package org.banggiao.publish.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.entity.Prefixes;

/**
 * Things of one kind as rows.
 *
 * @param name of the table and its file
 * @param classes whose things have a row each
 * @param columns from left to right
 */
public record Table(String name, List<Node> classes, List<Column> columns) {
    private static final String FILE = "columns.tsv";

    public Table {
        classes = List.copyOf(classes);
        columns = List.copyOf(columns);
    }

    /** What a column holds. */
    public enum Form {
        /** The address of the thing. */
        ADDRESS,
        /** What its path leads to: texts and numbers as they are, addresses whole. */
        VALUE,
        /** Addresses, and in two more columns what they are called in Vietnamese and in English. */
        NAMED,
        /** A column for each language. */
        TEXTS
    }

    /**
     * A step from one node to the next.
     *
     * @param isInverse whether it goes from object to subject
     */
    public record Step(Node property, boolean isInverse) {}

    /**
     * A column, or several that belong together.
     *
     * @param path from the thing to the values; empty for its address
     * @param english what it means
     * @param vietnamese what it means
     */
    public record Column(String name, Form form, List<Step> path, String english, String vietnamese) {
        public Column {
            path = List.copyOf(path);
        }

        /** The names at the head of the file. */
        public List<String> heads() {
            return switch (form) {
                case ADDRESS, VALUE -> List.of(name);
                case NAMED -> List.of(name, name + "_vi", name + "_en");
                case TEXTS -> List.of(name + "_vi", name + "_en");
            };
        }
    }

    /** The names at the head of the file. */
    public List<String> heads() {
        return columns.stream().flatMap(c -> c.heads().stream()).toList();
    }

    /** All tables of a release. */
    public static List<Table> all() {
        return All.TABLES;
    }

    /** Read once, when first asked for. */
    private static final class All {
        private static final List<Table> TABLES = List.copyOf(read());
    }

    private static List<Table> read() {
        var prefixes = Prefixes.of("https://w3id.org/banggiao/");
        var tables = new ArrayList<Table>();
        for (var line : lines()) {
            var parts = line.split("\t", -1);
            if (parts[0].equals("table")) {
                var classes = Arrays.stream(parts[2].split(" ", -1))
                        .map(c -> node(c, prefixes))
                        .toList();
                tables.add(new Table(parts[1], classes, List.of()));
            } else {
                var table = tables.removeLast();
                var columns = new ArrayList<>(table.columns);
                columns.add(new Column(
                        parts[1],
                        Form.valueOf(parts[2].toUpperCase(Locale.ROOT)),
                        parts[3].isEmpty() ? List.of() : path(parts[3], prefixes),
                        parts[4],
                        parts[5]));
                tables.add(new Table(table.name, table.classes, columns));
            }
        }
        return tables;
    }

    private static List<String> lines() {
        try (var in = Objects.requireNonNull(Table.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Step> path(String text, Prefixes prefixes) {
        return Arrays.stream(text.split("/", -1))
                .map(s -> s.startsWith("^")
                        ? new Step(node(s.substring(1), prefixes), true)
                        : new Step(node(s, prefixes), false))
                .toList();
    }

    private static Node node(String name, Prefixes prefixes) {
        int colon = name.indexOf(':');
        var namespace = Objects.requireNonNull(prefixes.namespaces().get(name.substring(0, colon)), name);
        return NodeFactory.createURI(namespace + name.substring(colon + 1));
    }
}
