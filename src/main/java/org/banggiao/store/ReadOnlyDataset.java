package org.banggiao.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/** Quads from somewhere else, for the engine to read and not to change; the default graph is the union of the named graphs. */
abstract class ReadOnlyDataset extends DatasetGraphBaseFind {
    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node graph) {
        return GraphView.createNamedGraph(this, graph);
    }

    @Override
    public PrefixMap prefixes() {
        return PrefixMapFactory.emptyPrefixMap();
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        throw new UnsupportedOperationException("only read");
    }

    @Override
    public void removeGraph(Node name) {
        throw new UnsupportedOperationException("only read");
    }

    @Override
    public void add(Quad quad) {
        throw new UnsupportedOperationException("only read");
    }

    @Override
    public void delete(Quad quad) {
        throw new UnsupportedOperationException("only read");
    }

    @Override
    public boolean promote(Promote mode) {
        return false;
    }

    @Override
    public void commit() {
        end();
    }

    @Override
    public void abort() {
        end();
    }

    @Override
    public ReadWrite transactionMode() {
        return ReadWrite.READ;
    }

    @Override
    public TxnType transactionType() {
        return TxnType.READ;
    }
}
