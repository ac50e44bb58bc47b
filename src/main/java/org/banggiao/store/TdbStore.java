package org.banggiao.store;

import java.nio.file.Path;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;

/** The TDB2 database of a release. There is no way to write through it. */
public final class TdbStore extends EmbeddedStore {
    private final ReadTransactions transactions;
    private final Statistics statistics;
    private final Passages passages;

    private TdbStore(ReadTransactions transactions, ReleaseInfo release, Statistics statistics, Passages passages) {
        super(transactions, release);
        this.transactions = transactions;
        this.statistics = statistics;
        this.passages = passages;
    }

    /**
     * Opens a database.
     *
     * @param storage the folder with the index files, that is {@code Data-0001} inside a TDB2 database
     */
    static TdbStore open(Path storage, ReleaseInfo release, Statistics statistics, Passages passages) {
        return new TdbStore(TdbDatabases.acquire(storage), release, statistics, passages);
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
