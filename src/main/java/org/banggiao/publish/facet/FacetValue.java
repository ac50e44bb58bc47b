package org.banggiao.publish.facet;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * A value of a facet in a release.
 *
 * @param text how addresses of lists name it
 * @param nodes what it is in the data: a resource, or the literals of one text
 * @param labels what it is called, by language (BCP 47); empty for texts and years
 * @param broader the places of the values directly above it, where the facet is a hierarchy
 */
public record FacetValue(String text, List<Node> nodes, Map<String, String> labels, List<Integer> broader) {
    public FacetValue {
        nodes = List.copyOf(nodes);
        labels = Map.copyOf(labels);
        broader = List.copyOf(broader);
    }

    /** What it is called in a language, else in any, else its text. */
    public String label(String language) {
        return labels.isEmpty() ? text : Names.in(labels, language);
    }
}
