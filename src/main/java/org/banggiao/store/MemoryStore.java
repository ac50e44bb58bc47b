package org.banggiao.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;

/** A store in memory, for small data and for tests. */
public final class MemoryStore extends EmbeddedStore {
    private final DatasetGraph dataset;
    private final Statistics statistics;
    private final Passages passages;

    private MemoryStore(DatasetGraph dataset, ReleaseInfo release, Statistics statistics, Passages passages) {
        super(new ReadTransactions(dataset), release);
        this.dataset = dataset;
        this.statistics = statistics;
        this.passages = passages;
    }

    /**
     * A store of these quads.
     *
     * @throws IllegalArgumentException if a quad lies in no named graph
     */
    public static MemoryStore of(Collection<Quad> quads) {
        return of(quads, Passages.NONE);
    }

    /** A store of these quads and the text of their passages. */
    public static MemoryStore of(Collection<Quad> quads, Passages passages) {
        var dataset = DatasetGraphFactory.createTxnMem();
        var counter = new StatisticsCounter();
        var all = new HashSet<>(quads)
                .stream()
                        .sorted(Comparator.comparing(
                                (Quad quad) -> quad.getSubject().toString()))
                        .toList();
        dataset.executeWrite(() -> {
            for (var quad : all) {
                if (quad.isDefaultGraph()) {
                    throw new IllegalArgumentException("a quad without a named graph: " + quad);
                }
                dataset.add(quad);
                dataset.add(new Quad(Quad.defaultGraphIRI, quad.asTriple()));
                counter.add(quad);
            }
        });
        var statistics = counter.statistics();
        var graphs = new TreeMap<String, Long>();
        statistics
                .graphs()
                .forEach((graph, counts) -> graphs.put(graph, counts.size().triples()));
        var info =
                new ReleaseInfo("memory", all.size(), graphs, statistics.all().classes(), new TreeMap<>());
        return new MemoryStore(dataset, info, statistics, passages);
    }

    /** A store of the named graphs of a dataset, copied. */
    public static MemoryStore copyOf(DatasetGraph dataset) {
        var quads = new ArrayList<Quad>();
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
        return of(quads);
    }

    @Override
    public Statistics statistics() {
        return statistics;
    }

    @Override
    public Passages passages() {
        return passages;
    }

    @Override
    void prepare(Context context, Query query) {
        // The default graph holds the union already.
    }

    @Override
    void shutdown() {
        dataset.close();
    }
}
