package org.banggiao.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.system.AsyncParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/** A query that another server runs; its results are read as they come. */
final class RemoteExec implements QueryExec {
    private final RemoteEndpoint endpoint;
    private final Query query;
    private final Query sent;
    private final QueryLimits limits;
    private final RemoteCall call;
    private final long start = System.nanoTime();
    private @Nullable Iterator<?> open;
    private boolean closed;

    RemoteExec(RemoteEndpoint endpoint, Query query, Query sent, QueryLimits limits) {
        this.endpoint = endpoint;
        this.query = query;
        this.sent = sent;
        this.limits = limits;
        this.call = endpoint.call(limits);
    }

    private RemoteEndpoint.Answer ask(boolean wantsRows) {
        try {
            return endpoint.ask(sent.serialize(), wantsRows, limits, call);
        } catch (RemoteFailure e) {
            // Virtuoso fails where its time is over while it writes.
            boolean mayBeOver = e.kind() == RemoteFailure.Kind.BUSY || e.kind() == RemoteFailure.Kind.FAILED;
            boolean isOver = System.nanoTime() - start > limits.time().toNanos() * 9 / 10;
            throw mayBeOver && isOver ? new QueryCancelledException() : e;
        }
    }

    private <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw call.meaning(e);
        }
    }

    @Override
    public RowSet select() {
        var answer = ask(true);
        var rows = read(() -> RowSetReader.createReader(answer.language()).read(answer.body(), ARQ.getContext()));
        if (rows == null) {
            throw call.meaning(new IllegalStateException("no rows"));
        }
        var checked = new Rows(rows, answer.mostRows());
        open = checked;
        return checked;
    }

    @Override
    public boolean ask() {
        var answer = ask(true);
        return read(() -> {
            var result = RowSetReader.createReader(answer.language()).readAny(answer.body(), ARQ.getContext());
            return result.isBoolean() ? result.booleanResult() : isTrue(result.rowSet());
        });
    }

    /** Virtuoso gives a row with the number 1, or none. */
    private static boolean isTrue(RowSet rows) {
        if (!rows.getResultVars().equals(List.of(Var.alloc("__ASK_RETVAL")))) {
            throw new IllegalStateException("neither true nor false");
        }
        return rows.hasNext();
    }

    @Override
    public Iterator<Triple> constructTriples() {
        var answer = ask(false);
        var parser = RDFParser.source(answer.body())
                .lang(answer.language())
                .base(endpoint.shown())
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging);
        var triples = new Triples(AsyncParser.of(parser).asyncParseTriples(), answer.mostRows());
        open = triples;
        return triples;
    }

    @Override
    public Graph construct(Graph graph) {
        constructTriples().forEachRemaining(graph::add);
        return graph;
    }

    @Override
    public Iterator<Triple> describeTriples() {
        return constructTriples();
    }

    @Override
    public Graph describe(Graph graph) {
        return construct(graph);
    }

    @Override
    public void abort() {
        call.stop();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            call.close();
            if (open instanceof Triples triples) {
                triples.close();
            }
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public Query getQuery() {
        return query;
    }

    @Override
    public String getQueryString() {
        return query.toString();
    }

    @Override
    public Context getContext() {
        return ARQ.getContext();
    }

    @Override
    public DatasetGraph getDataset() {
        throw new UnsupportedOperationException("the dataset is on another server");
    }

    @Override
    public Iterator<Quad> constructQuads() {
        throw new UnsupportedOperationException("SPARQL 1.1 constructs triples");
    }

    @Override
    public DatasetGraph constructDataset(DatasetGraph dataset) {
        throw new UnsupportedOperationException("SPARQL 1.1 constructs triples");
    }

    @Override
    public JsonArray execJson() {
        throw new UnsupportedOperationException("not a form of SPARQL 1.1");
    }

    @Override
    public Iterator<JsonObject> execJsonItems() {
        throw new UnsupportedOperationException("not a form of SPARQL 1.1");
    }

    /** Fails where a store gives as many as it ever gives: nobody can tell whether that is all. */
    private void checkWhole(long read, Optional<Long> most) {
        boolean isAsked = sent.hasLimit() && sent.getLimit() <= read;
        if (!isAsked && most.isPresent() && read >= most.get()) {
            throw new LimitExceededException("The store behind this service gives " + most.get()
                    + " results of a query at most, and this answer may have more.");
        }
    }

    /** The terms of a row as we know them. */
    private Binding known(Binding row) {
        var dialect = endpoint.dialect();
        var known = BindingBuilder.create();
        row.forEach((variable, node) -> known.add(variable, dialect.read(node)));
        return known.build();
    }

    /** Rows whose failures are told by what they mean. */
    private final class Rows implements RowSet {
        private final RowSet rows;
        private final Optional<Long> most;
        private long given;

        Rows(RowSet rows, Optional<Long> most) {
            this.rows = rows;
            this.most = most;
        }

        @Override
        public boolean hasNext() {
            boolean more = read(rows::hasNext);
            if (!more) {
                checkWhole(given, most);
            }
            return more;
        }

        @Override
        public Binding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            given++;
            return known(read(rows::next));
        }

        @Override
        public List<Var> getResultVars() {
            return read(rows::getResultVars);
        }

        @Override
        public long getRowNumber() {
            return given;
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    /** Triples whose failures are told by what they mean. */
    private final class Triples implements IteratorCloseable<Triple> {
        private final IteratorCloseable<Triple> triples;
        private final Optional<Long> most;
        private long given;

        Triples(IteratorCloseable<Triple> triples, Optional<Long> most) {
            this.triples = triples;
            this.most = most;
        }

        @Override
        public boolean hasNext() {
            boolean more = read(triples::hasNext);
            if (!more) {
                checkWhole(given, most);
            }
            return more;
        }

        @Override
        public Triple next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            given++;
            var triple = read(triples::next);
            return Triple.create(
                    triple.getSubject(),
                    triple.getPredicate(),
                    endpoint.dialect().read(triple.getObject()));
        }

        @Override
        public void close() {
            triples.close();
        }
    }
}
