package org.banggiao.publish.entity;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;

/**
 * That an address given out before names nothing of its own any more, as the data say by {@code owl:deprecated}.
 *
 * @param replacedBy what has taken its place, if anything
 * @param reason why it was withdrawn, in English; empty where the data do not say
 */
record Retired(Optional<Node> replacedBy, String reason) {
    /** How a resource that is described so is retired; empty where it is not. */
    static Optional<Retired> of(Description description) {
        var subject = description.subject();
        var graph = description.graph();
        return graph.text(subject, Vocabulary.DEPRECATED)
                .filter(v -> v.equals("true") || v.equals("1"))
                .map(v -> new Retired(
                        graph.object(subject, Vocabulary.IS_REPLACED_BY).filter(Node::isURI),
                        graph.text(subject, Vocabulary.COMMENT).orElse("")));
    }
}
