package org.banggiao.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * Adds the superclasses and super-properties that the ontology itself gives, its own and those of the vocabularies that it
 * reuses, so that a query needs no reasoner. What alignments would add is not.
 */
final class Materialiser {
    private final Graph schema;
    private final Map<Node, Set<Node>> superClasses = new HashMap<>();
    private final Map<Node, Set<Node>> superProperties = new HashMap<>();

    Materialiser(Graph schema) {
        this.schema = schema;
    }

    /** Adds to a list of quads what follows from it, in the graph where it was said. */
    void extend(List<Quad> quads) {
        for (var quad : List.copyOf(quads)) {
            if (quad.getPredicate().equals(Vocabulary.TYPE)) {
                for (var above : above(quad.getObject(), Vocabulary.SUB_CLASS_OF, superClasses)) {
                    quads.add(new Quad(quad.getGraph(), quad.getSubject(), Vocabulary.TYPE, above));
                }
            } else {
                for (var above : above(quad.getPredicate(), Vocabulary.SUB_PROPERTY_OF, superProperties)) {
                    quads.add(new Quad(quad.getGraph(), quad.getSubject(), above, quad.getObject()));
                }
            }
        }
    }

    private Set<Node> above(Node term, Node relation, Map<Node, Set<Node>> known) {
        var found = known.get(term);
        if (found == null) {
            found = new HashSet<>();
            collect(term, relation, found);
            known.put(term, found);
        }
        return found;
    }

    private void collect(Node term, Node relation, Set<Node> into) {
        schema.find(term, relation, Node.ANY).forEachRemaining(t -> {
            var above = t.getObject();
            if (above.isURI() && into.add(above)) {
                collect(above, relation, into);
            }
        });
    }
}
