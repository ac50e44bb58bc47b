package org.banggiao.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A Virtuoso, where Debian's package is installed. */
class RemoteVirtuosoStoreTest extends StoreContract {
    @TempDir
    private static Path folder;

    private static @Nullable Virtuoso server;
    private static boolean isLoaded;

    private RemoteSource source;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                Virtuoso.isInstalled(), "virtuoso-opensource is not installed: apt-get install virtuoso-opensource");
        server = Virtuoso.start(folder);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Store open(DatasetGraph dataset) {
        if (!isLoaded) {
            try {
                server.load(folder, lines(dataset));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            isLoaded = true;
        }
        source = RemoteSource.follow(server.settings(List.of("http://example.org/")), Optional.empty());
        return source.lease().store();
    }

    private static List<String> lines(DatasetGraph dataset) {
        var lines = new ArrayList<String>();
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> lines.add(line(quad)));
        return lines;
    }

    private static String line(Quad quad) {
        return String.join(
                " ",
                NodeFmtLib.strNT(quad.getSubject()),
                NodeFmtLib.strNT(quad.getPredicate()),
                NodeFmtLib.strNT(quad.getObject()),
                NodeFmtLib.strNT(quad.getGraph()),
                ".");
    }

    @AfterEach
    void closeSource() {
        if (source != null) {
            source.close();
        }
    }
}
