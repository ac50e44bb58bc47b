package org.banggiao.conformance;

import java.util.Optional;
import org.banggiao.store.Store;
import org.banggiao.store.StoreSource;

/** Lets one running service answer from one store after another. */
final class SwitchSource implements StoreSource {
    private Store current;

    SwitchSource(Store first) {
        current = first;
    }

    /** Answers from another store from now on. */
    synchronized void use(Store store) {
        current.close();
        current = store;
    }

    @Override
    public synchronized Lease lease() {
        var store = current;
        return new Lease() {
            @Override
            public Store store() {
                return store;
            }

            @Override
            public void close() {
                // Closed when another one is used.
            }
        };
    }

    @Override
    public synchronized Optional<Lease> lease(String release, int mostOlder) {
        return current.release().id().equals(release) ? Optional.of(lease()) : Optional.empty();
    }

    @Override
    public synchronized void close() {
        current.close();
    }
}
