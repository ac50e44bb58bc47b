package org.banggiao.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.binding.Binding;

/** The requests to a remote store for one query that is evaluated here: all end when its time is over, or when it is stopped. */
final class RemoteSession implements AutoCloseable {
    private final RemoteEndpoint endpoint;
    private final long end;
    private final Set<RemoteExec> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger counted = new AtomicInteger();
    private volatile boolean stopped;

    /** Begins to count the time. */
    RemoteSession(RemoteEndpoint endpoint, QueryLimits limits) {
        this.endpoint = endpoint;
        this.end = System.nanoTime() + limits.time().toNanos();
    }

    /** A number that was not given before in this query. */
    int count() {
        return counted.getAndIncrement();
    }

    private RemoteExec exec(Query query) {
        var left = Duration.ofNanos(end - System.nanoTime());
        if (stopped || !left.isPositive()) {
            throw new QueryCancelledException();
        }
        var exec = new RemoteExec(endpoint, query, query, new QueryLimits(left));
        open.add(exec);
        if (stopped) {
            exec.abort();
        }
        return exec;
    }

    private void close(RemoteExec exec) {
        open.remove(exec);
        exec.close();
    }

    boolean isTrue(Query ask) {
        var exec = exec(ask);
        try {
            return exec.ask();
        } finally {
            close(exec);
        }
    }

    /** The rows as they come. */
    IteratorCloseable<Binding> rows(RemotePattern.Sent sent) {
        var exec = exec(sent.query());
        try {
            var rows = exec.select();
            return new IteratorCloseable<>() {
                @Override
                public boolean hasNext() {
                    boolean more = rows.hasNext();
                    if (!more) {
                        RemoteSession.this.close(exec);
                    }
                    return more;
                }

                @Override
                public Binding next() {
                    return sent.row(rows.next());
                }

                @Override
                public void close() {
                    RemoteSession.this.close(exec);
                }
            };
        } catch (RuntimeException | Error e) {
            close(exec);
            throw e;
        }
    }

    /** All rows at once, so that no answer waits half read while others are asked for. */
    Iterator<Binding> allRows(RemotePattern.Sent sent) {
        List<Binding> all = new ArrayList<>();
        rows(sent).forEachRemaining(all::add);
        return all.iterator();
    }

    /** Ends all requests, from any thread. */
    void stop() {
        stopped = true;
        open.forEach(RemoteExec::abort);
    }

    @Override
    public void close() {
        stopped = true;
        List.copyOf(open).forEach(this::close);
    }
}
