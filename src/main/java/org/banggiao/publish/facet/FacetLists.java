package org.banggiao.publish.facet;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists of each release that is in use. The index of a list is opened when it is first asked for, as the release keeps it, and
 * forgotten with the store. Where the release was made without it, or with other facets, it is then read from the quads.
 */
public final class FacetLists {
    private static final Pattern BARS = Pattern.compile("([a-z][a-z0-9-]*)(?:\\.([1-9][0-9]{0,3}))?");
    private static final QueryLimits LIMITS = new QueryLimits(Duration.ofMinutes(2));
    private static final Logger LOG = LoggerFactory.getLogger(FacetLists.class);

    private final Supplier<ListShapes> source;
    private final Prefixes prefixes;
    private final ListQuery queries;
    private final Map<Store, Map<String, FacetIndex>> indexes = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile @Nullable ListShapes shapes;

    /**
     * Lists of the shapes that come with the service, which are read when a list is first asked for.
     *
     * @param prefixes the short names in addresses and queries
     */
    public static FacetLists own(String baseIri, Prefixes prefixes) {
        return new FacetLists(() -> ListShapes.own(baseIri), prefixes);
    }

    /**
     * Lists of these shapes.
     *
     * @param prefixes the short names in addresses and queries
     */
    public FacetLists(ListShapes shapes, Prefixes prefixes) {
        this(() -> shapes, prefixes);
    }

    private FacetLists(Supplier<ListShapes> source, Prefixes prefixes) {
        this.source = source;
        this.prefixes = prefixes;
        this.queries = new ListQuery(prefixes);
    }

    public ListShapes shapes() {
        var known = shapes;
        if (known == null) {
            synchronized (this) {
                known = shapes;
                if (known == null) {
                    known = source.get();
                    shapes = known;
                }
            }
        }
        return known;
    }

    public Prefixes prefixes() {
        return prefixes;
    }

    public ListQuery queries() {
        return queries;
    }

    /** The index of a list in a store's release; the first to ask waits until it has been read. */
    public FacetIndex index(ListShape shape, Store store) {
        return indexes.computeIfAbsent(store.released(), s -> new ConcurrentHashMap<>())
                .computeIfAbsent(shape.key(), k -> read(shape, store.released()));
    }

    private FacetIndex read(ListShape shape, Store store) {
        long start = System.nanoTime();
        var kept = store.part(FacetPart.FOLDER)
                .flatMap(folder -> FacetFile.of(folder, shape, prefixes).read());
        var index = kept.orElseGet(() -> IndexReader.read(store, shape, prefixes, LIMITS));
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "list {}: {} members, {} facets, about {} kB, {} in {} ms",
                    shape.key(),
                    index.size(),
                    shape.facets().size(),
                    index.bytes() / 1000,
                    kept.isPresent() ? "opened" : "not kept in the release with these facets: read from its quads",
                    (System.nanoTime() - start) / 1_000_000);
        }
        return index;
    }

    /**
     * The state of a list that parameters of an address say.
     *
     * @param others parameters that say nothing of the state
     * @throws BadStateException where they say none
     */
    public ListState read(ListShape shape, Map<String, String[]> parameters, Set<String> others, Store store)
            throws BadStateException {
        return new StateReader(index(shape, store), prefixes, node -> isKnown(node, store)).read(parameters, others);
    }

    /**
     * A query that gives something that a list shows.
     *
     * @param wanted {@code list} for its members, {@code count} for their number, the key of a facet for how many each of its
     *     values has, or of a facet of years the key, a dot and the years of a bar
     * @param language whose names the members have (BCP 47)
     * @return empty where nothing of that name is shown
     */
    public Optional<String> query(String wanted, Selection selection, String language) {
        var state = selection.state();
        var index = selection.index();
        if (wanted.equals("list")) {
            return Optional.of(queries.members(state, language, index));
        }
        if (wanted.equals("count")) {
            return Optional.of(queries.count(state, index));
        }
        var parts = BARS.matcher(wanted);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int years = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
        return state.shape()
                .facet(parts.group(1))
                .filter(f -> years == 1 || f.as() == Facet.As.YEARS)
                .map(f -> queries.counts(state, f, index, years));
    }

    /** A name as one looks for it: in lower case, without marks. */
    public static String folded(String name) {
        return Order.nameKey(name);
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
