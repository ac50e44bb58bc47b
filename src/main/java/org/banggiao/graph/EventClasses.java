package org.banggiao.graph;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.banggiao.claim.DiplomaticEvent;

/**
 * The class of an event: that of its type, or the one right below it whose words the event is called by; where words of
 * several stand there, that of its type, which claims no more than is plain.
 */
final class EventClasses {
    private final Graph schema;
    private final Map<Node, Concepts> below = new HashMap<>();

    EventClasses(Graph schema) {
        this.schema = schema;
    }

    Node of(DiplomaticEvent event) {
        var general = GuideTerms.eventClass(event.type());
        var finer =
                below.computeIfAbsent(general, c -> Concepts.below(schema, c)).all(event.about());
        return finer.size() == 1 && !general.equals(Vocabulary.EVENT) ? finer.get(0) : general;
    }
}
