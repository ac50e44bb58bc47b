package org.banggiao.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.TDB2StorageBuilder;

/**
 * The TDB2 databases that are open in this process, each once however many stores use it: TDB2 does not let a process open
 * the same files twice.
 *
 * <p>The usual way to a TDB2 database takes an exclusive lock for the process. A release never changes, so this opens the
 * storage beneath that lock: any number of processes may read it at once.
 */
final class TdbDatabases {
    private static final Map<Path, Shared> OPEN = new HashMap<>();

    private TdbDatabases() {}

    /**
     * Opens a database, to be given back by {@link #release}.
     *
     * @param storage the folder with the index files, that is {@code Data-0001} inside a TDB2 database
     */
    static ReadTransactions acquire(Path storage) {
        synchronized (OPEN) {
            var shared = OPEN.computeIfAbsent(real(storage), Shared::new);
            shared.users++;
            return shared.transactions;
        }
    }

    static void release(ReadTransactions transactions) {
        synchronized (OPEN) {
            OPEN.values().removeIf(shared -> {
                if (shared.transactions != transactions || --shared.users > 0) {
                    return false;
                }
                ((DatasetGraphTDB) transactions.dataset()).shutdown();
                return true;
            });
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        private final ReadTransactions transactions;
        private int users;

        Shared(Path storage) {
            transactions = new ReadTransactions(TDB2StorageBuilder.build(Location.create(storage)));
        }
    }
}
