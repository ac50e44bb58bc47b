package org.banggiao.publish.dump;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.publish.dump.Table.Column;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.store.ReleasePart;

/**
 * The things of a release as tables (RFC 4180, UTF-8): a row each, in the order of their addresses. Several values in a cell have
 * {@value #BETWEEN} between them; that sign and a backslash within a value have a backslash before them. Columns whose paths
 * begin alike have their values in the same order.
 */
final class CsvDump {
    private static final String BETWEEN = "|";

    private final List<Table> tables;
    private final Gathered gathered;

    private CsvDump(List<Table> tables, Gathered gathered) {
        this.tables = tables;
        this.gathered = gathered;
    }

    /** Writes a file for each table into a folder. */
    static void write(Path folder, List<Table> tables, ReleasePart.Quads quads) throws IOException {
        new CsvDump(tables, Gathered.of(tables, quads)).write(folder, quads);
    }

    private void write(Path folder, ReleasePart.Quads quads) throws IOException {
        var printers = new LinkedHashMap<Table, CSVPrinter>();
        try {
            for (var table : tables) {
                printers.put(table, printer(folder.resolve(table.name() + ".csv.gz")));
                printers.get(table).printRecord(table.heads());
            }
            var group = new ArrayList<Quad>();
            quads.forEach(quad -> {
                if (!group.isEmpty() && !group.getFirst().getSubject().equals(quad.getSubject())) {
                    rows(group, printers);
                    group.clear();
                }
                group.add(quad);
            });
            rows(group, printers);
        } finally {
            for (var printer : printers.values()) {
                printer.close();
            }
        }
    }

    private static CSVPrinter printer(Path file) throws IOException {
        var out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
        return new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
    }

    private void rows(List<Quad> group, Map<Table, CSVPrinter> printers) {
        if (group.isEmpty() || !group.getFirst().getSubject().isURI()) {
            return;
        }
        var subject = group.getFirst().getSubject();
        var objects = new LinkedHashMap<Node, TreeSet<Node>>();
        for (var quad : group) {
            objects.computeIfAbsent(quad.getPredicate(), p -> new TreeSet<>(Subgraph.ORDER))
                    .add(quad.getObject());
        }
        var types = objects.getOrDefault(RDF.type.asNode(), new TreeSet<>(Subgraph.ORDER));
        printers.forEach((table, printer) -> {
            if (table.classes().stream().anyMatch(types::contains)) {
                try {
                    printer.printRecord(table.columns().stream()
                            .flatMap(c -> cells(subject, objects, c).stream())
                            .toList());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private List<String> cells(Node subject, Map<Node, TreeSet<Node>> objects, Column column) {
        return switch (column.form()) {
            case ADDRESS -> List.of(subject.getURI());
            case VALUE -> List.of(joined(values(subject, objects, column)));
            case NAMED -> {
                var values = values(subject, objects, column);
                var nodes = ends(subject, objects, column);
                yield List.of(joined(values), names(nodes, "vi"), names(nodes, "en"));
            }
            case TEXTS -> {
                var texts = ends(subject, objects, column);
                yield List.of(inLanguage(texts, "vi"), inLanguage(texts, "en"));
            }
        };
    }

    private List<Node> ends(Node subject, Map<Node, TreeSet<Node>> objects, Column column) {
        Collection<Node> at = firsts(subject, objects, column);
        for (var step : column.path().subList(1, column.path().size())) {
            at = at.stream().flatMap(n -> gathered.next(n, step).stream()).toList();
        }
        return List.copyOf(at);
    }

    /** The texts of the values; where a path goes on from several nodes, an empty one for each from which it leads nowhere. */
    private List<String> values(Node subject, Map<Node, TreeSet<Node>> objects, Column column) {
        var values = new ArrayList<String>();
        for (var first : firsts(subject, objects, column)) {
            Collection<Node> at = List.of(first);
            for (var step : column.path().subList(1, column.path().size())) {
                at = at.stream().flatMap(n -> gathered.next(n, step).stream()).toList();
            }
            if (at.isEmpty()) {
                values.add("");
            }
            at.forEach(n -> values.add(text(n)));
        }
        return values;
    }

    private Collection<Node> firsts(Node subject, Map<Node, TreeSet<Node>> objects, Column column) {
        var first = column.path().getFirst();
        return first.isInverse()
                ? gathered.next(subject, first)
                : objects.getOrDefault(first.property(), new TreeSet<>(Subgraph.ORDER));
    }

    private String names(List<Node> nodes, String language) {
        return joined(nodes.stream().map(n -> gathered.name(n, language)).toList());
    }

    private static String inLanguage(List<Node> texts, String language) {
        return joined(texts.stream()
                .filter(t -> t.isLiteral() && t.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .toList());
    }

    private static String text(Node node) {
        return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralLexicalForm() : "";
    }

    private static String joined(List<String> values) {
        return String.join(
                BETWEEN,
                values.stream()
                        .map(v -> v.replace("\\", "\\\\").replace(BETWEEN, "\\" + BETWEEN))
                        .toList());
    }
}
