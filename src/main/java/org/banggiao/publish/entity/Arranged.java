package org.banggiao.publish.entity;

import java.util.List;

/** Quads and the order in which one reads their subjects. */
sealed interface Arranged permits Description, RdfDocument {
    Subgraph graph();

    List<Section> sections();
}
