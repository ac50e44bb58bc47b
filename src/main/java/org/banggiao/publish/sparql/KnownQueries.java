package org.banggiao.publish.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.banggiao.publish.sparql.CheckedQuery.Facts;
import org.banggiao.store.Store;

/**
 * Checks queries, and remembers what it found: who asks the same again, letter by letter and of the same release, is not kept
 * waiting for it to be read again. Only what may run is remembered. Bounded in bytes.
 */
final class KnownQueries {
    private static final int OVERHEAD = 400;

    private final QueryGuard guard;
    private final Cache<Key, Facts> known;

    /**
     * Knows nothing yet.
     *
     * @param mostBytes of what is remembered; 0 remembers nothing
     */
    KnownQueries(QueryGuard guard, long mostBytes) {
        this.guard = guard;
        this.known = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((Key key, Facts facts) ->
                        2 * (key.text.length() + facts.text().length()) + OVERHEAD)
                .build();
    }

    /** What the facts depend on. */
    private record Key(String release, String text, List<String> defaultGraphs, List<String> namedGraphs) {}

    /**
     * The query that is asked.
     *
     * @throws Refusal if it is not SPARQL, or asks for what is not here
     */
    CheckedQuery check(QueryRequest request, Store store) {
        var key = new Key(store.state(), request.text(), request.defaultGraphs(), request.namedGraphs());
        var facts = known.getIfPresent(key);
        if (facts != null) {
            return CheckedQuery.known(facts, () -> guard.query(request, store));
        }
        var query = guard.query(request, store);
        var bare = bare(query);
        facts = Facts.of(query, bare, guard.hints(bare, store));
        known.put(key, facts);
        return CheckedQuery.read(facts, query);
    }

    /** The query as the engine writes it, with whole IRIs. */
    private static String bare(Query query) {
        var prefixes = query.getPrefixMapping();
        var base = query.getBase();
        query.setPrefixMapping(new PrefixMappingImpl());
        query.setBase(null);
        try {
            return query.toString();
        } finally {
            query.setPrefixMapping(prefixes);
            query.setBase(base);
        }
    }
}
