package org.banggiao.publish.entity;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * Some subjects that belong together.
 *
 * @param title says what they are, in a line; empty where that needs no saying
 * @param subjects in the order in which one reads them
 */
record Section(String title, List<Node> subjects) {
    Section {
        subjects = List.copyOf(subjects);
    }
}
