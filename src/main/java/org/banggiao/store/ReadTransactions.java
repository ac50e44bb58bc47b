package org.banggiao.store;

import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Read transactions of one dataset. A transaction belongs to a thread; queries that are open at once on a thread share one,
 * in whatever order they are closed.
 */
final class ReadTransactions {
    private final DatasetGraph dataset;
    private final ThreadLocal<Integer> open = ThreadLocal.withInitial(() -> 0);

    ReadTransactions(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    DatasetGraph dataset() {
        return dataset;
    }

    void begin() {
        if (open.get() == 0) {
            dataset.begin(TxnType.READ);
        }
        open.set(open.get() + 1);
    }

    /** Called by the thread that called {@link #begin}. */
    void end() {
        int left = open.get() - 1;
        if (left < 0) {
            throw new IllegalStateException("a query is closed by another thread than the one that opened it");
        }
        if (left == 0) {
            open.remove();
            dataset.end();
        } else {
            open.set(left);
        }
    }
}
