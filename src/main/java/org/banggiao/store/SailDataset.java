package org.banggiao.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.sail.Sail;
import org.eclipse.rdf4j.sail.SailConnection;
import org.jspecify.annotations.Nullable;

/**
 * The quads in a storage of RDF4J, to be read by our engine, so that queries have the same bounds as over any other storage. Its default
 * graph is the union of the named graphs. A transaction is a connection that belongs to a thread.
 */
final class SailDataset extends ReadOnlyDataset {
    private final Sail sail;
    private final SailTerms terms;
    private final boolean isAdjacent;
    private final ThreadLocal<@Nullable SailConnection> connections = new ThreadLocal<>();

    /**
     * Reads a storage.
     *
     * @param isAdjacent whether the same triple in several graphs comes in quads that follow each other
     */
    SailDataset(Sail sail, boolean isAdjacent) {
        this.sail = sail;
        this.terms = new SailTerms(sail.getValueFactory());
        this.isAdjacent = isAdjacent;
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
        var quads = Iter.map(
                statements(s, p, o, Optional.empty()),
                statement -> new Quad(
                        Quad.defaultGraphNodeGenerated,
                        terms.node(statement.getSubject()),
                        terms.node(statement.getPredicate()),
                        terms.node(statement.getObject())));
        boolean isOne = isGiven(s) && isGiven(p) && isGiven(o);
        return isAdjacent || isOne ? Iter.distinctAdjacent(quads) : Iter.distinct(quads);
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
        return quads(statements(s, p, o, Optional.of(g)));
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
        return quads(statements(s, p, o, Optional.empty()));
    }

    private Iterator<Quad> quads(Iterator<? extends Statement> statements) {
        return Iter.map(
                statements,
                statement -> new Quad(
                        terms.node(statement.getContext()),
                        terms.node(statement.getSubject()),
                        terms.node(statement.getPredicate()),
                        terms.node(statement.getObject())));
    }

    private static boolean isGiven(@Nullable Node node) {
        return node != null && node.isConcrete();
    }

    private Iterator<? extends Statement> statements(Node s, Node p, Node o, Optional<Node> graph) {
        var wanted = new ArrayList<@Nullable Value>();
        for (var node : Arrays.asList(s, p, o)) {
            var value = isGiven(node) ? terms.value(node) : Optional.<Value>empty();
            if (isGiven(node) && value.isEmpty()) {
                return Iter.nullIterator();
            }
            wanted.add(value.orElse(null));
        }
        var context = graph.flatMap(terms::value);
        boolean isImpossible = graph.isPresent() && !(context.orElse(null) instanceof Resource)
                || wanted.get(0) instanceof org.eclipse.rdf4j.model.Literal
                || wanted.get(1) != null && !(wanted.get(1) instanceof IRI);
        if (isImpossible) {
            return Iter.nullIterator();
        }
        var contexts = context.map(c -> new Resource[] {(Resource) c}).orElseGet(() -> new Resource[0]);
        return new Reading<>(connection()
                .getStatements((Resource) wanted.get(0), (IRI) wanted.get(1), wanted.get(2), false, contexts));
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return Iter.map(new Reading<>(connection().getContextIDs()), terms::node);
    }

    private SailConnection connection() {
        return Objects.requireNonNull(connections.get(), "no transaction is open");
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public boolean isInTransaction() {
        return connections.get() != null;
    }

    @Override
    public void begin(TxnType type) {
        if (type != TxnType.READ) {
            throw new UnsupportedOperationException("a release is only read");
        }
        var connection = sail.getConnection();
        connection.begin(IsolationLevels.READ_COMMITTED);
        connections.set(connection);
    }

    @Override
    public void end() {
        var connection = connections.get();
        connections.remove();
        if (connection != null) {
            connection.rollback();
            connection.close();
        }
    }

    @Override
    public void close() {
        sail.shutDown();
    }

    /** What an iteration gives, closed at its end or before. */
    private static final class Reading<T> implements IteratorCloseable<T> {
        private final CloseableIteration<? extends T> iteration;

        Reading(CloseableIteration<? extends T> iteration) {
            this.iteration = iteration;
        }

        @Override
        public boolean hasNext() {
            if (iteration.hasNext()) {
                return true;
            }
            iteration.close();
            return false;
        }

        @Override
        public T next() {
            return iteration.next();
        }

        @Override
        public void close() {
            iteration.close();
        }
    }
}
