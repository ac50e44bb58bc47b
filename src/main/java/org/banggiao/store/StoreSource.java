package org.banggiao.store;

/** Where a request gets the store of the moment from, and keeps it until the request is done. */
public interface StoreSource extends AutoCloseable {
    /** The store that is current now; it stays open until the lease is closed, whatever becomes current meanwhile. */
    Lease lease();

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
            public void close() {
                store.close();
            }
        };
    }
}
