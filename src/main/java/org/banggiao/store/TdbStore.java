package org.banggiao.store;

import java.nio.file.Path;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.TDB2StorageBuilder;

/**
 * A TDB2 database of a release, only read.
 *
 * <p>The usual way to a TDB2 database takes an exclusive lock for the process. A release never changes, so this opens the
 * storage beneath that lock: any number of processes may read it at once, and none can write it through here.
 */
public final class TdbStore extends EmbeddedStore {
    private final Passages passages;

    private TdbStore(DatasetGraphTDB dataset, ReleaseInfo release, Passages passages) {
        super(dataset, release);
        this.passages = passages;
    }

    /**
     * Opens a database.
     *
     * @param storage the folder with the index files, that is {@code Data-0001} inside a TDB2 database
     */
    static TdbStore open(Path storage, ReleaseInfo release, Passages passages) {
        var location = Location.create(storage);
        return new TdbStore(TDB2StorageBuilder.build(location), release, passages);
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
    void release(DatasetGraph dataset) {
        ((DatasetGraphTDB) dataset).shutdown();
    }
}
