package org.banggiao.publish.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.graph.Vocabulary;

/**
 * Turtle and TriG as a person would write them: the resource first, its type and names at the head, one property a line,
 * short names declared where they are used.
 */
final class TurtleLayout {
    private static final Comparator<Node> PROPERTIES = PropertyOrder.IN_TEXT;
    /** Values that would make a longer line stand one below the other. */
    private static final int LINE = 100;

    private final Prefixes prefixes;
    private final NodeFormatter formatter;

    TurtleLayout(Prefixes prefixes) {
        this.prefixes = prefixes;
        this.formatter = new NodeFormatterTTL(null, prefixes.map());
    }

    /** All triples, whatever graphs they are in. */
    String turtle(Arranged description) {
        var body = new StringBuilder();
        for (var section : description.sections()) {
            if (!section.title().isEmpty()) {
                body.append("# ").append(section.title()).append("\n\n");
            }
            for (var subject : section.subjects()) {
                var properties = new TreeMap<Node, List<Node>>(PROPERTIES);
                for (var property : description.graph().properties(subject)) {
                    properties.put(property, description.graph().objects(subject, property));
                }
                block(subject, properties, "", body);
            }
        }
        return prefixes.declare(body.toString()) + "\n" + body;
    }

    /** Triples that describe nothing in particular; their blank nodes have labels. */
    String turtle(Collection<Triple> triples) {
        var subjects = new TreeMap<Node, Map<Node, Set<Node>>>(Subgraph.ORDER);
        for (var triple : triples) {
            subjects.computeIfAbsent(triple.getSubject(), s -> new TreeMap<>(PROPERTIES))
                    .computeIfAbsent(triple.getPredicate(), p -> new TreeSet<>(Subgraph.ORDER))
                    .add(triple.getObject());
        }
        var body = new StringBuilder();
        subjects.forEach((subject, properties) -> block(subject, properties, "", body));
        return prefixes.declare(body.toString()) + "\n" + body;
    }

    /** The triples, each in its named graph; the graph of the resource itself first. */
    String trig(Arranged description) {
        var order = new ArrayList<Node>();
        description.sections().forEach(s -> order.addAll(s.subjects()));
        var rank = new TreeMap<Node, Integer>(Subgraph.ORDER);
        order.forEach(node -> rank.put(node, rank.size()));
        var graphs = new ArrayList<>(description.graph().graphs());
        graphs.sort(Comparator.comparing((Node g) -> description.graph().in(g).stream()
                        .mapToInt(q -> rank.getOrDefault(q.getSubject(), Integer.MAX_VALUE))
                        .min()
                        .orElse(Integer.MAX_VALUE))
                .thenComparing(Subgraph.ORDER));
        var body = new StringBuilder();
        for (var graph : graphs) {
            body.append("GRAPH ").append(text(graph)).append(" {\n");
            var subjects = new TreeMap<Node, Map<Node, Set<Node>>>(
                    Comparator.comparingInt((Node n) -> rank.getOrDefault(n, Integer.MAX_VALUE))
                            .thenComparing(Subgraph.ORDER));
            for (Quad quad : description.graph().in(graph)) {
                subjects.computeIfAbsent(quad.getSubject(), s -> new TreeMap<>(PROPERTIES))
                        .computeIfAbsent(quad.getPredicate(), p -> new TreeSet<>(Subgraph.ORDER))
                        .add(quad.getObject());
            }
            subjects.forEach((subject, properties) -> block(subject, properties, "    ", body));
            body.setLength(body.length() - 1);
            body.append("}\n\n");
        }
        return prefixes.declare(body.toString()) + "\n" + body;
    }

    private void block(
            Node subject, Map<Node, ? extends Collection<Node>> properties, String indent, StringBuilder out) {
        out.append(indent).append(text(subject));
        var separator = "\n";
        for (var property : properties.entrySet()) {
            out.append(separator).append(indent).append("    ");
            out.append(property.getKey().equals(Vocabulary.TYPE) ? "a" : text(property.getKey()));
            var values = property.getValue().stream().map(this::text).toList();
            int length = values.stream().mapToInt(v -> v.length() + 2).sum();
            out.append(
                    values.size() > 1 && length > LINE
                            ? "\n        " + indent + String.join(" ,\n        " + indent, values)
                            : " " + String.join(", ", values));
            separator = " ;\n";
        }
        out.append(" .\n\n");
    }

    private String text(Node node) {
        if (node.isURI()) {
            var name = prefixes.shorten(node.getURI());
            if (name.isPresent()) {
                return name.get();
            }
        }
        var out = new IndentedLineBuffer();
        formatter.format(out, node);
        return out.asString();
    }
}
