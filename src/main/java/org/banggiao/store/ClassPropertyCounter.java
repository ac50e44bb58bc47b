package org.banggiao.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * Counts the triples of each property that start at instances of each class. The triples of a subject come together, as in a sorted
 * dataset, so that only one subject is kept at a time.
 */
final class ClassPropertyCounter {
    private final Map<String, SortedMap<String, Long>> counts = new TreeMap<>();
    private final Set<String> types = new TreeSet<>();
    private final Map<String, Long> properties = new HashMap<>();
    private long subject;

    /**
     * Takes a triple.
     *
     * @param subject what stands for its subject
     */
    void add(long subject, Node property, Node object) {
        if (subject != this.subject) {
            finish();
            this.subject = subject;
        }
        properties.merge(property.getURI(), 1L, Long::sum);
        if (object.isURI() && property.equals(RDF.type.asNode())) {
            types.add(object.getURI());
        }
    }

    private void finish() {
        for (var type : types) {
            var ofType = counts.computeIfAbsent(type, t -> new TreeMap<>());
            properties.forEach((property, triples) -> ofType.merge(property, triples, Long::sum));
        }
        types.clear();
        properties.clear();
    }

    /** The counts of all that was taken, by class and property. */
    SortedMap<String, SortedMap<String, Long>> counts() {
        finish();
        return new TreeMap<>(counts);
    }
}
