package org.banggiao.store;

import java.util.Iterator;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/** A query that ends its transaction when it is closed, once, and that any thread may abort. */
final class TransactionalExec implements QueryExec {
    private final QueryExec exec;
    private final Runnable abort;
    private final Runnable end;
    private boolean ended;

    /**
     * Prepared for a thread.
     *
     * @param abort makes it end soon, called by any thread
     * @param end called once
     */
    TransactionalExec(QueryExec exec, Runnable abort, Runnable end) {
        this.exec = exec;
        this.abort = abort;
        this.end = end;
    }

    @Override
    public void close() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            exec.close();
        } finally {
            end.run();
        }
    }

    @Override
    public boolean isClosed() {
        return ended;
    }

    @Override
    public void abort() {
        abort.run();
    }

    @Override
    public DatasetGraph getDataset() {
        return exec.getDataset();
    }

    @Override
    public Context getContext() {
        return exec.getContext();
    }

    @Override
    public Query getQuery() {
        return exec.getQuery();
    }

    @Override
    public String getQueryString() {
        return exec.getQueryString();
    }

    @Override
    public RowSet select() {
        return exec.select();
    }

    @Override
    public Graph construct(Graph graph) {
        return exec.construct(graph);
    }

    @Override
    public Iterator<Triple> constructTriples() {
        return exec.constructTriples();
    }

    @Override
    public Iterator<Quad> constructQuads() {
        return exec.constructQuads();
    }

    @Override
    public DatasetGraph constructDataset(DatasetGraph dataset) {
        return exec.constructDataset(dataset);
    }

    @Override
    public Graph describe(Graph graph) {
        return isConstructed() ? exec.construct(graph) : exec.describe(graph);
    }

    @Override
    public Iterator<Triple> describeTriples() {
        return isConstructed() ? exec.constructTriples() : exec.describeTriples();
    }

    /** Whether a description is asked for as a CONSTRUCT. */
    private boolean isConstructed() {
        return exec.getQuery().isConstructType();
    }

    @Override
    public boolean ask() {
        return exec.ask();
    }

    @Override
    public JsonArray execJson() {
        return exec.execJson();
    }

    @Override
    public Iterator<JsonObject> execJsonItems() {
        return exec.execJsonItems();
    }
}
