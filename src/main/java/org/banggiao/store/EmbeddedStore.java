package org.banggiao.store;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;

/** What the stores inside this process share: a read transaction for each query, and a close that waits for open ones. */
abstract sealed class EmbeddedStore implements Store permits MemoryStore, TdbStore {
    private final DatasetGraph dataset;
    private final ReleaseInfo release;
    /** Queries open on the current thread: a transaction belongs to a thread, and a page may nest queries. */
    private final ThreadLocal<Integer> nested = ThreadLocal.withInitial(() -> 0);

    private int open;
    private boolean closed;

    EmbeddedStore(DatasetGraph dataset, ReleaseInfo release) {
        this.dataset = dataset;
        this.release = release;
    }

    /** Settings for one query that depend on the kind of dataset. */
    abstract void prepare(Context context, Query query);

    /** Called once, when the store has been closed and its last query too. */
    abstract void release(DatasetGraph dataset);

    @Override
    public final QueryExec query(Query query, QueryLimits limits) {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the store of release " + release.id() + " is closed");
            }
            open++;
        }
        begin();
        try {
            var context = dataset.getContext().copy();
            Sandbox.apply(context);
            prepare(context, query);
            var exec = QueryExec.newBuilder()
                    .dataset(dataset)
                    .query(query)
                    .context(context)
                    .overallTimeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                    .build();
            return new TransactionalExec(exec, this::end);
        } catch (RuntimeException | Error e) {
            end();
            throw e;
        }
    }

    private void begin() {
        if (nested.get() == 0) {
            dataset.begin(TxnType.READ);
        }
        nested.set(nested.get() + 1);
    }

    private void end() {
        int left = nested.get() - 1;
        if (left == 0) {
            nested.remove();
            dataset.end();
        } else {
            nested.set(left);
        }
        boolean last;
        synchronized (this) {
            open--;
            last = closed && open == 0;
        }
        if (last) {
            release(dataset);
        }
    }

    @Override
    public final Set<String> graphs() {
        return release.graphs().keySet();
    }

    @Override
    public final ReleaseInfo release() {
        return release;
    }

    @Override
    public final void close() {
        boolean last;
        synchronized (this) {
            last = !closed && open == 0;
            closed = true;
        }
        if (last) {
            release(dataset);
        }
    }
}
