package org.banggiao.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.jspecify.annotations.Nullable;

/**
 * The named graphs of another server, by its query endpoint, as they were when they were last looked at: which graphs there are and how
 * much is in them does not follow what changes there. What a release folder holds beside the quads comes from the one that
 * accompanies the store, where there is one.
 *
 * <p>Blank nodes have no names that last from one answer to the next: {@link #find} finds nothing for them.
 */
public final class RemoteStore implements Store {
    /** Patterns of one query. */
    private static final int AT_ONCE = 200;

    private static final List<Var> TERMS = List.of(Var.alloc("g"), Var.alloc("s"), Var.alloc("p"), Var.alloc("o"));

    private final RemoteEndpoint endpoint;
    private final RemoteDataset dataset;
    private final ReleaseInfo info;
    private final Statistics statistics;
    private final @Nullable Store companion;
    private final Runnable whenClosed;
    private final AtomicBoolean closed = new AtomicBoolean();

    RemoteStore(
            RemoteEndpoint endpoint,
            RemoteDataset dataset,
            ReleaseInfo info,
            Statistics statistics,
            @Nullable Store companion,
            Runnable whenClosed) {
        this.endpoint = endpoint;
        this.dataset = dataset;
        this.info = info;
        this.statistics = statistics;
        this.companion = companion;
        this.whenClosed = whenClosed;
    }

    /**
     * @throws RemoteFailure when it is read, if the store does not answer as it ought to; at once, if the query asks for what is none of
     *     SPARQL 1.1
     */
    @Override
    public QueryExec query(Query query, QueryLimits limits) {
        checkOpen();
        RemoteReach.check(query);
        if (endpoint.isEvaluatedHere()) {
            return RemoteEngine.prepare(endpoint, dataset, statistics, query, limits);
        }
        return new RemoteExec(endpoint, query, dataset.sent(query), limits);
    }

    /**
     * @throws RemoteFailure if the store does not answer as it ought to
     */
    @Override
    public List<Quad> find(Collection<Quad> patterns, int most, QueryLimits limits) {
        checkOpen();
        var found = new ArrayList<Quad>();
        for (var alike : alike(patterns)) {
            for (int i = 0; i < alike.size() && found.size() < most; i += AT_ONCE) {
                var some = alike.subList(i, Math.min(alike.size(), i + AT_ONCE));
                find(some, most - found.size(), limits, found);
            }
        }
        return found;
    }

    /** The patterns by which of their terms are given; without those that nothing can match. */
    private static Collection<List<Quad>> alike(Collection<Quad> patterns) {
        Map<List<Boolean>, List<Quad>> alike = new LinkedHashMap<>();
        for (var pattern : patterns) {
            var terms = terms(pattern);
            if (terms.stream().noneMatch(Node::isBlank)) {
                alike.computeIfAbsent(terms.stream().map(Node::isConcrete).toList(), k -> new ArrayList<>())
                        .add(pattern);
            }
        }
        return alike.values();
    }

    private static List<Node> terms(Quad quad) {
        return List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    private void find(List<Quad> patterns, int most, QueryLimits limits, List<Quad> found) {
        var given = new ArrayList<Integer>();
        for (int i = 0; i < TERMS.size(); i++) {
            if (terms(patterns.getFirst()).get(i).isConcrete()) {
                given.add(i);
            }
        }
        var query = QueryFactory.create("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }", Syntax.syntaxSPARQL_11);
        if (!given.isEmpty()) {
            var values = new ElementData(
                    new ArrayList<>(given.stream().map(TERMS::get).toList()), new ArrayList<>());
            for (var pattern : patterns) {
                var row = BindingBuilder.create();
                given.forEach(i -> row.add(TERMS.get(i), terms(pattern).get(i)));
                values.add(row.build());
            }
            var where = new ElementGroup();
            where.addElement(values);
            ((ElementGroup) query.getQueryPattern()).getElements().forEach(where::addElement);
            query.setQueryPattern(where);
        }
        query.setLimit(most);
        try (var exec = new RemoteExec(endpoint, query, dataset.sent(query), limits)) {
            exec.select()
                    .forEachRemaining(row -> found.add(new Quad(
                            Objects.requireNonNull(row.get(TERMS.get(0))),
                            Objects.requireNonNull(row.get(TERMS.get(1))),
                            Objects.requireNonNull(row.get(TERMS.get(2))),
                            Objects.requireNonNull(row.get(TERMS.get(3))))));
        }
    }

    private void checkOpen() {
        if (closed.get()) {
            throw new IllegalStateException("the store of release " + info.id() + " is closed");
        }
    }

    @Override
    public Set<String> graphs() {
        return info.graphs().keySet();
    }

    @Override
    public ReleaseInfo release() {
        return info;
    }

    @Override
    public Statistics statistics() {
        return statistics;
    }

    @Override
    public Passages passages() {
        return companion == null ? Passages.NONE : companion.passages();
    }

    @Override
    public Optional<Path> part(String name) {
        return companion == null ? Optional.empty() : companion.part(name);
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            whenClosed.run();
        }
    }
}
