package org.banggiao.publish.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** Triples that the service itself states, such as those on what it offers; all their subjects have addresses. */
public final class RdfDocument implements Arranged {
    private final Subgraph graph = new Subgraph();
    private final List<Node> subjects;

    private RdfDocument(Node name, List<Triple> triples) {
        var order = new LinkedHashSet<Node>();
        var quads = new ArrayList<Quad>();
        for (var triple : triples) {
            order.add(triple.getSubject());
            quads.add(Quad.create(name, triple));
        }
        graph.add(quads);
        subjects = List.copyOf(order);
    }

    /**
     * A document.
     *
     * @param name its address, which names its graph
     * @param triples what it says, the subjects in the order in which they are to be read
     */
    public static RdfDocument of(Node name, List<Triple> triples) {
        return new RdfDocument(name, triples);
    }

    @Override
    public Subgraph graph() {
        return graph;
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section("", subjects));
    }
}
