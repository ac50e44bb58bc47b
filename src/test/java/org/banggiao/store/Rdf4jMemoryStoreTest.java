package org.banggiao.store;

import org.apache.jena.sparql.core.DatasetGraph;

class Rdf4jMemoryStoreTest extends EmbeddedStoreContract {
    @Override
    Store open(DatasetGraph dataset) {
        return Rdf4jStore.inMemory(MemoryStore.copyOf(dataset));
    }
}
