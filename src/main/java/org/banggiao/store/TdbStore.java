package org.banggiao.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;

/** The TDB2 database of a release. There is no way to write through it. */
public final class TdbStore extends EmbeddedStore {
    private final ReadTransactions transactions;
    private final Statistics statistics;
    private final Passages passages;
    private final Path folder;

    private TdbStore(
            Path folder, ReadTransactions transactions, ReleaseInfo release, Statistics statistics, Passages passages) {
        super(transactions, release);
        this.folder = folder;
        this.transactions = transactions;
        this.statistics = statistics;
        this.passages = passages;
    }

    /**
     * Opens a database.
     *
     * @param folder the folder of the release
     */
    static TdbStore open(Path folder, ReleaseInfo release, Statistics statistics, Passages passages) {
        var transactions = TdbDatabases.acquire(folder.resolve(ReleaseFolder.STORAGE));
        return new TdbStore(folder, transactions, release, statistics, passages);
    }

    @Override
    public Optional<Path> part(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::isDirectory);
    }

    @Override
    public Statistics statistics() {
        return statistics;
    }

    @Override
    public Passages passages() {
        return passages;
    }

    @Override
    void prepare(Context context, Query query) {
        // With this setting, TDB2 would take the union of all graphs for any FROM too.
        context.set(TDB2.symUnionDefaultGraph, !query.hasDatasetDescription());
    }

    @Override
    void shutdown() {
        TdbDatabases.release(transactions);
    }
}
