package org.banggiao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

class TdbStoreTest extends StoreContract {
    @Override
    Store open(DatasetGraph dataset, Path folder) throws IOException {
        var releases = Releases.in(folder);
        releases.make(scratch -> {
            var quads = new SortedQuads(scratch);
            var all = dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
            while (all.hasNext()) {
                quads.add(all.next());
            }
            return new ReleaseContent(quads, new TreeMap<>(), new TreeMap<>());
        });
        return releases.open();
    }
}
