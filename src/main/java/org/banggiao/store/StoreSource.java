package org.banggiao.store;

import java.util.List;
import java.util.Optional;

/** Where a request gets the store of the moment from, and keeps it until the request is done. */
public interface StoreSource extends AutoCloseable {
    /** The store that is current now; it stays open until the lease is closed, whatever becomes current meanwhile. */
    Lease lease();

    /**
     * The store of a release by its id: the current one, or one that was current before and may still be asked.
     *
     * @param mostOlder how many releases before the current one may be asked, the newest of them
     * @return empty where there is no such release here, or it is older than that
     * @throws org.banggiao.issue.FaultException if the release is here and cannot be used
     */
    Optional<Lease> lease(String release, int mostOlder);

    /**
     * The releases that are kept, as their folders tell of them: the current one first, then those before it, the newest first.
     * Empty where the stores lie in no folders.
     */
    default List<KeptRelease> releases() {
        return List.of();
    }

    @Override
    void close();

    /** A store held for a while. */
    interface Lease extends AutoCloseable {
        Store store();

        @Override
        void close();
    }

    /** Always the same store, closed with its source. */
    static StoreSource of(Store store) {
        return new StoreSource() {
            @Override
            public Lease lease() {
                return new Lease() {
                    @Override
                    public Store store() {
                        return store;
                    }

                    @Override
                    public void close() {
                        // The source closes it.
                    }
                };
            }

            @Override
            public Optional<Lease> lease(String release, int mostOlder) {
                return store.release().id().equals(release) ? Optional.of(lease()) : Optional.empty();
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }
}
