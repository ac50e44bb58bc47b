package org.banggiao.publish.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/**
 * Reads quads from a store by subject, object or graph.
 *
 * @param store where to read
 * @param limits of each look-up
 */
record QuadSource(Store store, QueryLimits limits) {
    private static final List<Node> ANY_PROPERTY = List.of(Node.ANY);

    /** All quads of these subjects. */
    List<Quad> ofSubjects(Collection<Node> subjects, int most) {
        return ofSubjects(subjects, ANY_PROPERTY, most);
    }

    /** The quads of these subjects with one of these properties. */
    List<Quad> ofSubjects(Collection<Node> subjects, List<Node> properties, int most) {
        return find(subjects, properties, most, (s, p) -> new Quad(Node.ANY, s, p, Node.ANY));
    }

    /** The quads with one of these objects at one of these properties; at any, where none is given. */
    List<Quad> ofObjects(Collection<Node> objects, List<Node> properties, int most) {
        return find(
                objects,
                properties.isEmpty() ? ANY_PROPERTY : properties,
                most,
                (o, p) -> new Quad(Node.ANY, Node.ANY, p, o));
    }

    /** The quads of a named graph. */
    List<Quad> ofGraph(Node graph, int most) {
        return store.find(List.of(new Quad(graph, Node.ANY, Node.ANY, Node.ANY)), most, limits);
    }

    private List<Quad> find(
            Collection<Node> nodes, List<Node> properties, int most, BiFunction<Node, Node, Quad> pattern) {
        var patterns = new ArrayList<Quad>(nodes.size() * properties.size());
        for (var node : nodes) {
            for (var property : properties) {
                patterns.add(pattern.apply(node, property));
            }
        }
        return store.find(patterns, most, limits);
    }
}
