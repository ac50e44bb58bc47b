package org.banggiao.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.query.QueryCancelledException;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a remote store: which graphs it has, how it has to be asked so that its default graph is their union, and what version it is. */
final class RemoteOpening {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteOpening.class);
    private static final QueryLimits LIMITS = new QueryLimits(Duration.ofHours(1));
    private static final QueryLimits SOON = new QueryLimits(Duration.ofMinutes(1));
    /** Graphs, the largest, of which is looked whether the default graph has what they have. */
    private static final int MOST_PROBED = 30;

    private static final RemoteDataset AS_IT_IS = new RemoteDataset(new TreeSet<>(), List.of());

    private final RemoteEndpoint endpoint;
    private final RemoteSettings settings;

    RemoteOpening(RemoteEndpoint endpoint, RemoteSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
    }

    /**
     * What was seen.
     *
     * @param graphs the number of triples of each named graph that is served
     * @param isAll whether these are all graphs of the store
     */
    private record Sizes(SortedMap<String, Long> graphs, boolean isAll) {
        long triples() {
            return graphs.values().stream().mapToLong(n -> n).sum();
        }
    }

    /**
     * What tells one version of the data from another.
     *
     * @throws RemoteFailure if the store does not answer as it ought to
     * @throws QueryCancelledException if it takes an hour
     */
    String version() {
        return settings.version().isPresent()
                ? String.join("\n", asIs(LIMITS).texts(settings.version().get()))
                : text(sizes().graphs());
    }

    /** Asks next to nothing: its answer shows what kind of store it is, before it is told times. */
    void greet() {
        asIs(SOON).rows("SELECT ?s { } LIMIT 1", row -> {});
    }

    private RemoteQueries asIs(QueryLimits limits) {
        return new RemoteQueries(endpoint, AS_IT_IS, limits);
    }

    private static String text(Map<String, Long> graphs) {
        var text = new StringBuilder();
        graphs.forEach((graph, n) -> text.append(graph).append('\t').append(n).append('\n'));
        return text.toString();
    }

    private Sizes sizes() {
        var graphs = new TreeMap<String, Long>();
        boolean[] isAll = {true};
        asIs(LIMITS).rows("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g", row -> {
            // Without any graph, some stores give one row that counts nothing.
            if (row.isIri("g")) {
                var name = row.text("g");
                boolean isServed = settings.graphs().isEmpty()
                        || settings.graphs().stream().anyMatch(name::startsWith);
                if (isServed && !settings.defaultGraph().equals(Optional.of(name))) {
                    graphs.put(name, row.number("n"));
                } else {
                    isAll[0] = false;
                }
            }
        });
        return new Sizes(graphs, isAll[0]);
    }

    /**
     * Opens the store as it is now.
     *
     * @param version as it was just now
     * @param companion the release that may accompany it; used where its graphs have the same sizes
     * @param isNeeded whether it must have them
     * @param whenClosed called once when the store has been closed
     * @throws FaultException if what is there cannot be served
     */
    RemoteStore open(String version, Optional<Store> companion, boolean isNeeded, Runnable whenClosed) {
        var sizes = sizes();
        if (sizes.graphs().isEmpty()) {
            throw content("The store " + endpoint.shown() + " has no named graph "
                    + (settings.graphs().isEmpty()
                            ? "to serve"
                            : "whose name starts with " + String.join(" or ", settings.graphs()))
                    + ". Load the data into named graphs (the file dataset.nq.gz of a release has them)"
                    + (settings.graphs().isEmpty() ? "." : ", or look at the setting graphs" + others() + "."));
        }
        var beside = companion.filter(release -> release.release().graphs().equals(sizes.graphs()));
        if (companion.isPresent() && beside.isEmpty()) {
            var sentence = differs(companion.get().release(), sizes.graphs());
            if (isNeeded) {
                throw content(sentence);
            }
            LOG.error("{} What the release has beside its quads is not used until they agree.", sentence);
        }
        var dataset = dataset(sizes, beside.isPresent());
        var statistics = beside.map(Store::statistics)
                .orElseGet(() -> RemoteStatistics.count(new RemoteQueries(endpoint, dataset, LIMITS)));
        var info = info(version, sizes, statistics, beside.map(Store::release));
        return new RemoteStore(endpoint, dataset, info, statistics, beside.orElse(null), whenClosed);
    }

    /** Some names of graphs of the store, for who has mistaken them. */
    private String others() {
        var names = new ArrayList<String>();
        asIs(LIMITS).rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g LIMIT 3", row -> {
            if (row.isIri("g")) {
                names.add("<" + row.text("g") + ">");
            }
        });
        return names.isEmpty() ? "" : "; the store has " + String.join(", ", names);
    }

    private ReleaseInfo info(String version, Sizes sizes, Statistics statistics, Optional<ReleaseInfo> beside) {
        if (beside.isPresent() && settings.version().isEmpty()) {
            return beside.get();
        }
        var digest = Checksums.sha256();
        digest.update(("banggiao-remote\n" + version + "\n" + text(sizes.graphs()))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var hash = Checksums.hex(digest).substring(0, 16);
        return new ReleaseInfo(
                beside.map(release -> release.id() + "-" + hash.substring(0, 8)).orElse(hash),
                sizes.triples(),
                sizes.graphs(),
                statistics.all().classes(),
                beside.map(ReleaseInfo::madeFrom).orElseGet(TreeMap::new));
    }

    private static String differs(ReleaseInfo release, SortedMap<String, Long> graphs) {
        SortedSet<String> names = new TreeSet<>(graphs.keySet());
        names.addAll(release.graphs().keySet());
        var different = names.stream()
                .filter(g -> !graphs.getOrDefault(g, 0L).equals(release.graphs().getOrDefault(g, 0L)))
                .toList();
        var first = different.getFirst();
        return "The store holds something else than the release " + release.id() + " beside it: the graph <" + first
                + "> has "
                + graphs.getOrDefault(first, 0L) + " triples there and "
                + release.graphs().getOrDefault(first, 0L) + " in the release"
                + (different.size() > 1 ? ", and " + (different.size() - 1) + " more graphs differ" : "")
                + ". Load the file dataset.nq.gz of the release into the store, or make a release of the store (load --store).";
    }

    private FaultException content(String sentence) {
        return new FaultException(StoreIssue.REMOTE_CONTENT, Location.of(endpoint.shown()), sentence);
    }

    /** @param isCounted whether statistics are there already: to count them, each triple has to be found once */
    private RemoteDataset dataset(Sizes sizes, boolean isCounted) {
        var names = new TreeSet<>(sizes.graphs().keySet());
        var ways = new ArrayList<RemoteDataset>();
        if (settings.defaultGraph().isPresent()) {
            ways.add(new RemoteDataset(names, List.of(settings.defaultGraph().get())));
        } else {
            if (sizes.isAll()) {
                ways.add(new RemoteDataset(names, List.of()));
                ways.add(new RemoteDataset(names, List.of(), Optional.of(RemoteDataset.UNION_OF_JENA)));
            }
            ways.add(new RemoteDataset(names, List.copyOf(names)));
        }
        boolean doubles = false;
        for (var way : ways) {
            long inDefault = inDefault(way, "?s ?p ?o");
            if (inDefault <= sizes.triples() && isUnion(way, sizes)) {
                boolean mayDouble = isCounted && way.countsTwice() && endpoint.isEvaluatedHere();
                if (mayDouble
                        || inDefault < sizes.triples()
                        || settings.defaultGraph().isPresent()
                        || !isInTwo(names)) {
                    checkFrom(way);
                    return way;
                }
                doubles = true;
            }
        }
        var set = settings.defaultGraph();
        if (set.isPresent()) {
            throw content("The graph <" + set.get() + "> of the store " + endpoint.shown()
                    + ", which is set as default-graph, is not the union of the graphs that are served: it has "
                    + inDefault(ways.getFirst(), "?s ?p ?o") + " triples, and they have " + sizes.triples()
                    + ". Load all triples, each once, into it, or look at the settings graphs and default-graph.");
        }
        throw content("The default graph of the store " + endpoint.shown()
                + (doubles
                        ? " counts a triple that stands in two graphs twice"
                        : " is not the union of its named graphs")
                + ". Load all triples, each once, into one more graph of the store, and name that in the file of settings:"
                + " default-graph = its IRI."
                + (endpoint.isEvaluatedHere() ? " Or give the release that was loaded, by --release." : ""));
    }

    private long inDefault(RemoteDataset way, String pattern) {
        long[] n = {0};
        new RemoteQueries(endpoint, way, LIMITS)
                .rows("SELECT (COUNT(*) AS ?n) { " + pattern + " }", row -> n[0] = row.number("n"));
        return n[0];
    }

    /** Whether a triple of each graph is in the default graph. */
    private boolean isUnion(RemoteDataset way, Sizes sizes) {
        return sizes.graphs().entrySet().stream()
                .sorted(Comparator.comparing(e -> -e.getValue()))
                .limit(MOST_PROBED)
                .allMatch(graph -> inDefault(
                                        way,
                                        "{ SELECT ?s ?p ?o { GRAPH <" + graph.getKey()
                                                + "> { ?s ?p ?o FILTER(isIRI(?o) || isBlank(?o)) } } LIMIT 1 } ?s ?p ?o")
                                > 0
                        || inDefault(
                                        way,
                                        "{ SELECT ?s ?p { GRAPH <" + graph.getKey()
                                                + "> { ?s ?p ?o } } LIMIT 1 } ?s ?p ?x")
                                > 0);
    }

    /** Whether some triple stands in two graphs; taken as no, where it takes too long to find one. */
    private boolean isInTwo(SortedSet<String> names) {
        if (names.size() == 1) {
            return false;
        }
        boolean[] found = {false};
        try {
            new RemoteQueries(endpoint, new RemoteDataset(names, List.copyOf(names)), SOON)
                    .rows(
                            "SELECT ?g { GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?s ?p ?o } FILTER(?g != ?h) } LIMIT 1",
                            row -> found[0] = true);
        } catch (QueryCancelledException e) {
            LOG.warn(
                    "It could not be found in a minute whether {} counts a triple twice that stands in two graphs.",
                    endpoint.shown());
        }
        return found[0];
    }

    /** Some stores answer from all they have, whatever graphs a query names. */
    private void checkFrom(RemoteDataset way) {
        long[] n = {0};
        new RemoteQueries(endpoint, way, LIMITS)
                .rows(
                        "SELECT (COUNT(*) AS ?n) FROM <urn:x-banggiao:not-here> { ?s ?p ?o }",
                        row -> n[0] = row.number("n"));
        if (n[0] > 0) {
            throw content("The store " + endpoint.shown()
                    + " answers from all graphs where a query names one (FROM). With Fuseki over"
                    + " TDB2, leave out tdb2:unionDefaultGraph: the union is then asked by name.");
        }
    }
}
