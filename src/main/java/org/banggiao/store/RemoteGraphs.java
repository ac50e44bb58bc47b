package org.banggiao.store;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A remote store as one query sees it that is evaluated here. Patterns go to the store by {@link RemoteOp}; this is for what asks triple
 * by triple, as paths do: where they go on asking for the same property, all its triples are fetched at once.
 */
final class RemoteGraphs extends ReadOnlyDataset {
    /** Look-ups of a property one by one, before all of it is fetched. */
    private static final int FEW = 10;
    /** Triples of a property that are fetched at once. */
    private static final long MANY = 100_000;

    private static final Var G = Var.alloc("g");
    private static final Var S = Var.alloc("s");
    private static final Var P = Var.alloc("p");
    private static final Var O = Var.alloc("o");

    private final RemoteDataset dataset;
    private final RemoteSession session;
    private final Statistics statistics;
    private final Map<Quad, Integer> lookups = new HashMap<>();
    private final Map<Quad, Graph> fetched = new HashMap<>();

    RemoteGraphs(RemoteDataset dataset, RemoteSession session, Statistics statistics) {
        this.dataset = dataset;
        this.session = session;
        this.statistics = statistics;
    }

    /** The same with the graphs that a query names. */
    RemoteGraphs of(List<String> from, List<String> fromNamed) {
        return new RemoteGraphs(dataset.of(from, fromNamed), session, statistics);
    }

    RemoteDataset dataset() {
        return dataset;
    }

    RemoteSession session() {
        return session;
    }

    /** A variable that no other part of the query has. */
    Var mark() {
        return Var.alloc(".row" + session.count());
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
        return one(Quad.defaultGraphNodeGenerated, s, p, o);
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
        return containsGraph(g) ? one(g, s, p, o) : Iter.nullIterator();
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
        return ask(Node.ANY, s, p, o);
    }

    private Iterator<Quad> one(Node g, Node s, Node p, Node o) {
        if (!isGiven(p) || !isGiven(s) && !isGiven(o)) {
            return ask(g, s, p, o);
        }
        var property = Quad.create(g, Node.ANY, p, Node.ANY);
        var triples = fetched.get(property);
        if (triples == null) {
            var size = statistics.all().properties().get(p.toString());
            boolean isMany = size == null || size.triples() > MANY;
            if (isMany || lookups.merge(property, 1, Integer::sum) <= FEW) {
                return ask(g, s, p, o);
            }
            triples = GraphFactory.createDefaultGraph();
            GraphUtil.add(triples, Iter.map(ask(g, Node.ANY, p, Node.ANY), Quad::asTriple));
            fetched.put(property, triples);
        }
        return Iter.map(triples.find(s, p, o), triple -> Quad.create(g, triple));
    }

    private Iterator<Quad> ask(Node g, Node s, Node p, Node o) {
        var wanted = Quad.create(open(g, G), open(s, S), open(p, P), open(o, O));
        var pattern = new RemotePattern(List.of(wanted), List.of());
        if (!pattern.isPossible()) {
            return Iter.nullIterator();
        }
        if (pattern.variables().isEmpty()) {
            return session.isTrue(pattern.ask(dataset)) ? Iter.singletonIterator(wanted) : Iter.nullIterator();
        }
        return Iter.map(session.allRows(pattern.select(dataset)), row -> Substitute.substitute(wanted, row));
    }

    private static Node open(Node term, Var variable) {
        return isGiven(term) ? term : variable;
    }

    private static boolean isGiven(Node term) {
        return term != null && term.isConcrete();
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return dataset.graphs().stream().map(NodeFactory::createURI).iterator();
    }

    @Override
    public boolean containsGraph(Node graph) {
        return graph.isURI() && dataset.graphs().contains(graph.getURI());
    }

    @Override
    public boolean supportsTransactions() {
        return false;
    }

    @Override
    public void begin(TxnType type) {
        throw new UnsupportedOperationException("a remote store has no transactions");
    }

    @Override
    public void end() {
        // Nothing was begun.
    }

    @Override
    public boolean isInTransaction() {
        return false;
    }

    @Override
    public void close() {
        // The session is closed by who began it.
    }
}
