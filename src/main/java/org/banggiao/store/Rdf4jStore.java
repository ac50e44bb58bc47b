package org.banggiao.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.util.Context;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.sail.Sail;
import org.eclipse.rdf4j.sail.SailException;
import org.eclipse.rdf4j.sail.lmdb.LmdbStore;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/**
 * The quads of a release in a storage of RDF4J: LMDB, or memory. All but the quads comes from the release itself. Queries run in the same
 * engine as over TDB2, under the same bounds: the engine of RDF4J has none for regular expressions and texts that grow.
 */
public final class Rdf4jStore extends EmbeddedStore {
    /** In the folder of a storage that is complete: the id of the release. */
    private static final String COMPLETE = "complete";

    private static final int AT_ONCE = 100_000;

    private final SailDataset dataset;
    private final Store release;

    private Rdf4jStore(SailDataset dataset, Store release) {
        super(new ReadTransactions(dataset), release.release());
        this.dataset = dataset;
        this.release = release;
    }

    /**
     * The quads of a release in memory.
     *
     * @param release closed with this store
     */
    public static Rdf4jStore inMemory(Store release) {
        var sail = new MemoryStore();
        sail.init();
        try {
            fill(sail, release);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Rdf4jStore(new SailDataset(sail, false), release);
    }

    /**
     * The quads of a release in LMDB. Where they are not there, they are copied from the release; one process at a time may do that, and
     * one that is killed leaves what the next one begins anew.
     *
     * @param storages a folder with a folder for each release, made where it is missing
     * @param release closed with this store
     * @throws FaultException if the folder cannot be written or the storage cannot be opened
     */
    public static Rdf4jStore lmdb(Path storages, Store release) {
        var folder = storages.resolve(release.release().id());
        var complete = folder.resolve(COMPLETE);
        try {
            boolean isThere = Files.exists(complete);
            if (!isThere) {
                ReleaseFolder.delete(folder);
            }
            Files.createDirectories(folder);
            var sail = new LmdbStore(folder.toFile());
            sail.init();
            if (isThere) {
                return new Rdf4jStore(new SailDataset(sail, true), release);
            }
            try {
                fill(sail, release);
            } catch (RuntimeException | IOException | Error e) {
                sail.shutDown();
                throw e;
            }
            Files.writeString(complete, release.release().id() + "\n", StandardCharsets.UTF_8);
            return new Rdf4jStore(new SailDataset(sail, true), release);
        } catch (IOException | UncheckedIOException | SailException e) {
            throw new FaultException(
                    StoreIssue.STORAGE_UNUSABLE,
                    Location.of(folder.toString()),
                    "The LMDB storage in " + folder + " cannot be used (" + e.getMessage()
                            + "). Give a folder that this process may write, on a disk with room for twice the release, and which no"
                            + " other process uses.",
                    e);
        }
    }

    private static void fill(Sail sail, Store release) throws IOException {
        var terms = new SailTerms(sail.getValueFactory());
        try (var connection = sail.getConnection()) {
            connection.begin(IsolationLevels.NONE);
            long[] added = {0};
            StoredQuads.forEach(release, quad -> {
                connection.addStatement(
                        (Resource) terms.value(quad.getSubject()).orElseThrow(),
                        (IRI) terms.value(quad.getPredicate()).orElseThrow(),
                        terms.value(quad.getObject()).orElseThrow(),
                        (Resource) terms.value(quad.getGraph()).orElseThrow());
                added[0]++;
                if (added[0] % AT_ONCE == 0) {
                    connection.commit();
                    connection.begin(IsolationLevels.NONE);
                }
            });
            connection.commit();
        }
    }

    @Override
    public Statistics statistics() {
        return release.statistics();
    }

    @Override
    public Passages passages() {
        return release.passages();
    }

    @Override
    public Optional<Path> part(String name) {
        return release.part(name);
    }

    @Override
    void prepare(Context context, Query query) {
        // The default graph of the dataset is the union already.
    }

    @Override
    void shutdown() {
        dataset.close();
        release.close();
    }
}
