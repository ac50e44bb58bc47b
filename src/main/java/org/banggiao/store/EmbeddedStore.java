package org.banggiao.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;

/** What the stores inside this process share: a read transaction for each query, and a close that waits for open ones. */
abstract sealed class EmbeddedStore implements Store permits MemoryStore, Rdf4jStore, TdbStore {
    private final ReadTransactions transactions;
    private final ReleaseInfo release;
    private int open;
    private boolean closed;

    EmbeddedStore(ReadTransactions transactions, ReleaseInfo release) {
        this.transactions = transactions;
        this.release = release;
    }

    /** Settings for one query that depend on the kind of dataset. */
    abstract void prepare(Context context, Query query);

    /** Called once, when the store has been closed and its last query too. */
    abstract void shutdown();

    @Override
    public final QueryExec query(Query query, QueryLimits limits) {
        return query(
                query, limits, transactions.dataset(), Optional.of(statistics()), context -> prepare(context, query));
    }

    /**
     * Prepares a query of this and of an overlay at once.
     *
     * @param isApart whether the overlay has no subject in common with this
     * @param statistics of both, true where they are apart
     */
    final QueryExec query(Query query, QueryLimits limits, Overlay overlay, boolean isApart, Statistics statistics) {
        return query(
                query,
                limits,
                new OverlaidDataset(transactions.dataset(), overlay, isApart),
                Optional.of(statistics).filter(s -> isApart),
                context -> {});
    }

    private QueryExec query(
            Query query,
            QueryLimits limits,
            DatasetGraph dataset,
            Optional<Statistics> statistics,
            Consumer<Context> prepare) {
        begin();
        var deadline = new Deadline(limits.time());
        Runnable end = () -> {
            deadline.close();
            end();
        };
        try {
            var context = dataset.getContext().copy();
            Sandbox.apply(context);
            if (!limits.services().addresses().isEmpty()) {
                ServiceJoin.allow(limits.services(), context);
            }
            if (!query.hasDatasetDescription() && statistics.isPresent()) {
                new CountedGroups(statistics.get()).apply(context);
            }
            context.set(ARQConstants.symCancelQuery, deadline.signal());
            prepare.accept(context);
            var exec = QueryExec.newBuilder()
                    .dataset(dataset)
                    .query(query)
                    .context(context)
                    .build();
            return new TransactionalExec(exec, () -> deadline.signal().set(true), end);
        } catch (RuntimeException | Error e) {
            end.run();
            throw e;
        }
    }

    @Override
    public final List<Quad> find(Collection<Quad> patterns, int most, QueryLimits limits) {
        begin();
        try {
            long start = System.nanoTime();
            var dataset = transactions.dataset();
            var found = new ArrayList<Quad>();
            for (var pattern : patterns) {
                var quads = dataset.findNG(
                        pattern.getGraph(), pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
                try {
                    while (quads.hasNext() && found.size() < most) {
                        if (System.nanoTime() - start > limits.time().toNanos()) {
                            throw new QueryCancelledException();
                        }
                        found.add(quads.next());
                    }
                } finally {
                    Iter.close(quads);
                }
            }
            return found;
        } finally {
            end();
        }
    }

    private void begin() {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the store of release " + release.id() + " is closed");
            }
            open++;
        }
        try {
            transactions.begin();
        } catch (RuntimeException | Error e) {
            closedOne();
            throw e;
        }
    }

    private void end() {
        try {
            transactions.end();
        } finally {
            closedOne();
        }
    }

    private void closedOne() {
        boolean last;
        synchronized (this) {
            open--;
            last = closed && open == 0;
        }
        if (last) {
            shutdown();
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
            shutdown();
        }
    }
}
