package org.banggiao.publish.entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;

/** What is said of a resource in the terms of RiC-O 1.1, by the query {@code rico.rq} over its description. */
final class RecordsInContexts {
    private static final String MAPPING = "rico.rq";

    private final Query mapping;

    RecordsInContexts() {
        try (var in = Objects.requireNonNull(RecordsInContexts.class.getResourceAsStream(MAPPING))) {
            this.mapping = QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The description in the other terms.
     *
     * @param description with the types of what it names, see {@link Descriptions#withNeighbours}
     * @return a document that in TriG is a graph named as the resource in this profile
     */
    RdfDocument of(Description description) {
        Graph own = GraphFactory.createDefaultGraph();
        description.graph().triples().forEach(own::add);
        var said = new TreeSet<Triple>((a, b) -> {
            int bySubject = order(a.getSubject(), b.getSubject(), description.subject());
            int byProperty = bySubject != 0 ? bySubject : Subgraph.ORDER.compare(a.getPredicate(), b.getPredicate());
            return byProperty != 0 ? byProperty : Subgraph.ORDER.compare(a.getObject(), b.getObject());
        });
        try (var exec = QueryExec.graph(own)
                .query(mapping)
                .substitution("this", description.subject())
                .build()) {
            exec.constructTriples().forEachRemaining(said::add);
        }
        var name = NodeFactory.createURI(description.subject().getURI() + "?_profile=" + Profile.RICO.token());
        return RdfDocument.of(name, List.copyOf(said));
    }

    /** The resource comes first, then its parts, then all others. */
    private static int order(Node a, Node b, Node first) {
        return a.equals(b)
                ? 0
                : Integer.compare(rank(a, first), rank(b, first)) != 0
                        ? Integer.compare(rank(a, first), rank(b, first))
                        : Subgraph.ORDER.compare(a, b);
    }

    private static int rank(Node node, Node first) {
        return node.equals(first) ? 0 : node.isURI() && node.getURI().startsWith(first.getURI() + "#") ? 1 : 2;
    }
}
