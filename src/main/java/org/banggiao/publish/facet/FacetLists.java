package org.banggiao.publish.facet;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists of each release that is in use. The index of a list is read from the store when it is first asked for, and forgotten
 * with the store.
 */
public final class FacetLists {
    private static final Logger LOG = LoggerFactory.getLogger(FacetLists.class);

    private final ListShapes shapes;
    private final Prefixes prefixes;
    private final ListQuery queries;
    private final Map<Store, Map<String, FacetIndex>> indexes = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Lists of these shapes.
     *
     * @param prefixes the short names in addresses and queries
     */
    public FacetLists(ListShapes shapes, Prefixes prefixes) {
        this.shapes = shapes;
        this.prefixes = prefixes;
        this.queries = new ListQuery(prefixes);
    }

    public ListShapes shapes() {
        return shapes;
    }

    public Prefixes prefixes() {
        return prefixes;
    }

    public ListQuery queries() {
        return queries;
    }

    /** The index of a list in a store's release; the first to ask waits until it has been read. */
    public FacetIndex index(ListShape shape, Store store) {
        return indexes.computeIfAbsent(store, s -> new ConcurrentHashMap<>())
                .computeIfAbsent(shape.key(), k -> read(shape, store));
    }

    private FacetIndex read(ListShape shape, Store store) {
        long start = System.nanoTime();
        var index = IndexReader.read(store, shape, prefixes);
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "list {}: {} members, {} facets, about {} kB, read in {} ms",
                    shape.key(),
                    index.size(),
                    shape.facets().size(),
                    index.bytes() / 1000,
                    (System.nanoTime() - start) / 1_000_000);
        }
        return index;
    }

    /**
     * What a state selects in a store's release.
     *
     * @param language whose names order it, where it is ordered by name (BCP 47)
     */
    public Selection select(ListState state, Store store, String language) {
        return Selection.of(state, index(state.shape(), store), language);
    }

    /** About how many bytes the indexes of all releases take that have been read. */
    public long bytes() {
        synchronized (indexes) {
            return indexes.values().stream()
                    .flatMap(i -> i.values().stream())
                    .mapToLong(FacetIndex::bytes)
                    .sum();
        }
    }

    /** Whether the data of a release say anything of a resource. */
    static boolean isKnown(Node resource, Store store) {
        var triples = new BasicPattern();
        triples.add(Triple.create(resource, Var.alloc("p"), Var.alloc("o")));
        var ask = new Query();
        ask.setQueryAskType();
        ask.setQueryPattern(new ElementTriplesBlock(triples));
        try (var exec = store.query(ask, QueryLimits.DEFAULT)) {
            return exec.ask();
        }
    }
}
