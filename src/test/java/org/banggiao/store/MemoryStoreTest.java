package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends EmbeddedStoreContract {
    @Override
    Store open(DatasetGraph dataset) {
        return MemoryStore.copyOf(dataset);
    }

    @Test
    void everyQuadHasAGraph() {
        var node = NodeFactory.createURI("http://example.org/a");
        var quad = new Quad(Quad.defaultGraphIRI, node, node, node);
        assertThatThrownBy(() -> MemoryStore.of(List.of(quad)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without a named graph");
    }
}
