package org.banggiao.publish.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeCmp;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/**
 * The ways from entities to values: as {@code a/^b|c}. What is at the end of any of them is a value.
 *
 * @param ways each from step to step
 * @param beginning what the addresses at the end start with; empty where any counts
 */
public record PropertyPath(List<List<Step>> ways, String beginning) {
    private static final Pattern FORM = Pattern.compile("([^\\[]+)(?:\\[(.*)])?");
    private static final int MOST_QUADS = 50_000;

    public PropertyPath {
        ways = ways.stream().map(List::copyOf).toList();
    }

    /**
     * A step from one node to the next.
     *
     * @param isInverse whether it goes from object to subject
     */
    public record Step(Node property, boolean isInverse) {}

    /**
     * Reads a path.
     *
     * @param prefixes namespaces by short name
     * @throws IllegalArgumentException if a short name is not known
     */
    static PropertyPath of(String text, Map<String, String> prefixes) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no path: " + text);
        }
        var ways = Arrays.stream(form.group(1).split("\\|", -1))
                .map(way -> Arrays.stream(way.split("/", -1))
                        .map(step -> step(step, prefixes))
                        .toList())
                .toList();
        return new PropertyPath(ways, Objects.requireNonNullElse(form.group(2), ""));
    }

    private static Step step(String text, Map<String, String> prefixes) {
        boolean isInverse = text.startsWith("^");
        var parts = text.substring(isInverse ? 1 : 0).split(":", 2);
        var namespace = prefixes.get(parts[0]);
        if (parts.length < 2 || namespace == null) {
            throw new IllegalArgumentException("no property: " + text);
        }
        return new Step(NodeFactory.createURI(namespace + parts[1]), isInverse);
    }

    /** The properties where each way is one step forward; otherwise empty. */
    List<Node> direct() {
        boolean isDirect =
                ways.stream().allMatch(way -> way.size() == 1 && !way.getFirst().isInverse());
        return isDirect ? ways.stream().map(way -> way.getFirst().property()).toList() : List.of();
    }

    /** The values of some entities; an entity without any is left out. */
    Map<Node, Set<Node>> values(Store store, Collection<Node> entities, QueryLimits limits) {
        var all = new LinkedHashMap<Node, Set<Node>>();
        for (var way : ways) {
            Map<Node, Set<Node>> here = new LinkedHashMap<>();
            entities.forEach(e -> here.put(e, Set.of(e)));
            for (var step : way) {
                var nodes = new TreeSet<Node>(NodeCmp::compareRDFTerms);
                here.values().forEach(nodes::addAll);
                var next = follow(step, store, nodes, limits);
                here.replaceAll((entity, from) -> {
                    var to = new TreeSet<Node>(NodeCmp::compareRDFTerms);
                    from.forEach(node -> to.addAll(next.getOrDefault(node, Set.of())));
                    return to;
                });
            }
            here.forEach((entity, values) -> values.stream()
                    .filter(v -> beginning.isEmpty() || v.isURI() && v.getURI().startsWith(beginning))
                    .forEach(v -> all.computeIfAbsent(entity, e -> new TreeSet<>(NodeCmp::compareRDFTerms))
                            .add(v)));
        }
        return all;
    }

    private static Map<Node, Set<Node>> follow(Step step, Store store, Set<Node> from, QueryLimits limits) {
        var patterns = new ArrayList<Quad>();
        for (var node : from) {
            if (step.isInverse) {
                patterns.add(new Quad(Node.ANY, Node.ANY, step.property, node));
            } else if (node.isURI() || node.isBlank()) {
                patterns.add(new Quad(Node.ANY, node, step.property, Node.ANY));
            }
        }
        var found = new HashMap<Node, Set<Node>>();
        if (!patterns.isEmpty()) {
            for (var quad : store.find(patterns, MOST_QUADS, limits)) {
                var key = step.isInverse ? quad.getObject() : quad.getSubject();
                var value = step.isInverse ? quad.getSubject() : quad.getObject();
                found.computeIfAbsent(key, k -> new TreeSet<>(NodeCmp::compareRDFTerms))
                        .add(value);
            }
        }
        return found;
    }

    /** The entities that have one of these values, where each way is one step forward. */
    Set<Node> entities(Store store, Collection<Node> values, int most, QueryLimits limits) {
        var patterns = new ArrayList<Quad>();
        for (var property : direct()) {
            values.forEach(value -> patterns.add(new Quad(Node.ANY, Node.ANY, property, value)));
        }
        var found = new TreeSet<Node>(NodeCmp::compareRDFTerms);
        if (!patterns.isEmpty()) {
            store.find(patterns, most, limits).forEach(quad -> found.add(quad.getSubject()));
        }
        return found;
    }
}
