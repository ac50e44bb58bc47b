package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSetOps;
import org.banggiao.issue.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Rdf4jLmdbStoreTest extends EmbeddedStoreContract {
    /** Filled once; every test opens it anew. */
    @TempDir
    private static Path storages;

    @Override
    Store open(DatasetGraph dataset) {
        return Rdf4jStore.lmdb(storages, MemoryStore.copyOf(dataset));
    }

    @Test
    void aStorageThatWasNotFilledToItsEndIsFilledAnew() throws IOException {
        var release = MemoryStore.of(List.of(Quad.create(
                NodeFactory.createURI("urn:g"),
                NodeFactory.createURI("urn:s"),
                NodeFactory.createURI("urn:p"),
                NodeFactory.createLiteralString("o"))));
        var own = Files.createDirectory(storages.resolve("own"));
        Rdf4jStore.lmdb(own, MemoryStore.of(List.of())).close();
        var complete = own.resolve(release.release().id()).resolve("complete");
        assertThat(complete).exists();
        Files.delete(complete);
        try (var filled = Rdf4jStore.lmdb(own, release)) {
            assertThat(filled.find(List.of(Quad.ANY), 10, QueryLimits.DEFAULT)).hasSize(1);
            assertThat(complete).exists();
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsSaid() throws IOException {
        var file = Files.writeString(storages.resolve("file"), "");
        assertThatThrownBy(
                        () -> Rdf4jStore.lmdb(file, MemoryStore.of(List.of())).close())
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("The LMDB storage in " + file)
                .hasMessageContaining("Give a folder that this process may write");
        try (var exec = store.query(QueryFactory.create("SELECT * { ?s ?p ?o }"), QueryLimits.DEFAULT)) {
            assertThat(RowSetOps.count(exec.select())).isEqualTo(6);
        }
    }
}
