package org.banggiao.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.io.TempDir;

class TdbStoreTest extends EmbeddedStoreContract {
    /** The release is made once; every test opens it anew. */
    @TempDir
    private static Path releases;

    @Override
    Store open(DatasetGraph dataset) {
        var folder = Releases.in(releases);
        if (!Files.exists(releases.resolve("current"))) {
            folder.make(scratch -> {
                var quads = new SortedQuads(scratch);
                var all = dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
                while (all.hasNext()) {
                    quads.add(all.next());
                }
                return new ReleaseContent(quads, new TreeMap<>(), new TreeMap<>());
            });
        }
        return folder.open();
    }
}
