package org.banggiao.store;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;

/**
 * The graphs of a release and that of an overlay, to be read: the default graph is the union of them all. Lives within a read
 * transaction of the release that others begin and end.
 */
final class OverlaidDataset extends ReadOnlyDataset {
    private final DatasetGraph base;
    private final Overlay overlay;
    private final boolean isApart;
    private final Context context;

    /**
     * A view.
     *
     * @param isApart whether the overlay has no subject in common with the release
     */
    OverlaidDataset(DatasetGraph base, Overlay overlay, boolean isApart) {
        this.base = base;
        this.overlay = overlay;
        this.isApart = isApart;
        this.context = base.getContext().copy();
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
        return Iter.concat(
                Iter.map(inBase(s, p, o), q -> new Quad(Quad.defaultGraphIRI, q.asTriple())),
                Iter.map(
                        Iter.filter(
                                overlay.graph().find(s, p, o),
                                t -> isApart || !isInBase(t.getSubject(), t.getPredicate(), t.getObject())),
                        t -> new Quad(Quad.defaultGraphIRI, t)));
    }

    private Iterator<Quad> inBase(Node s, Node p, Node o) {
        return base.find(Quad.unionGraph, s, p, o);
    }

    private boolean isInBase(Node s, Node p, Node o) {
        var found = inBase(s, p, o);
        try {
            return found.hasNext();
        } finally {
            Iter.close(found);
        }
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
        return g.equals(overlay.quadName()) ? own(s, p, o) : base.findNG(g, s, p, o);
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
        return Iter.concat(base.findNG(Node.ANY, s, p, o), own(s, p, o));
    }

    private Iterator<Quad> own(Node s, Node p, Node o) {
        return Iter.map(overlay.graph().find(s, p, o), t -> Quad.create(overlay.quadName(), t));
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return Iter.concat(base.listGraphNodes(), Iter.singletonIterator(overlay.quadName()));
    }

    @Override
    public boolean containsGraph(Node graph) {
        return graph.equals(overlay.quadName()) || base.containsGraph(graph);
    }

    @Override
    public Context getContext() {
        return context;
    }

    @Override
    public PrefixMap prefixes() {
        return base.prefixes();
    }

    @Override
    public void close() {
        // What it shows is closed by others.
    }

    @Override
    public boolean supportsTransactions() {
        return base.supportsTransactions();
    }

    @Override
    public void begin(TxnType type) {
        base.begin(type);
    }

    @Override
    public void commit() {
        base.commit();
    }

    @Override
    public void abort() {
        base.abort();
    }

    @Override
    public void end() {
        base.end();
    }

    @Override
    public ReadWrite transactionMode() {
        return base.transactionMode();
    }

    @Override
    public TxnType transactionType() {
        return base.transactionType();
    }

    @Override
    public boolean isInTransaction() {
        return base.isInTransaction();
    }
}
