package org.banggiao.store;

import org.banggiao.store.StoreSource.Lease;

/** A store with the number of its holders: each lease, and who opened it. The last to let go closes it. */
final class SharedStore {
    private final Store store;
    private int holders = 1;

    /** A store held by who opened it. */
    SharedStore(Store store) {
        this.store = store;
    }

    Store store() {
        return store;
    }

    /** Called while it is held by somebody. */
    Lease lease() {
        synchronized (this) {
            holders++;
        }
        return new HeldLease(this);
    }

    void release() {
        boolean last;
        synchronized (this) {
            holders--;
            last = holders == 0;
        }
        if (last) {
            store.close();
        }
    }

    private static final class HeldLease implements Lease {
        private final SharedStore held;
        private boolean closed;

        HeldLease(SharedStore held) {
            this.held = held;
        }

        @Override
        public Store store() {
            return held.store;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                held.release();
            }
        }
    }
}
