package org.banggiao.publish.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The search index of each release that is in use, opened when it is first asked. Where a release was made without one and is
 * small, it is made in memory; a large one is then not searched.
 */
public final class SearchIndexes {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final QueryLimits LIMITS = new QueryLimits(Duration.ofMinutes(2));
    /** Of releases with more, the index is made with them or not at all. */
    private static final long MOST_QUADS = 500_000;

    private static final class Slot {
        private volatile @Nullable SearchIndex index;
    }

    private final Map<Store, Slot> slots = Collections.synchronizedMap(new WeakHashMap<>());

    /** The index of a store's release; empty where it has none. The first to ask waits until it is open. */
    public Optional<SearchIndex> of(Store asked) {
        var store = asked.released();
        var part = store.part(Layout.FOLDER);
        if (part.isEmpty() && store.release().quads() > MOST_QUADS) {
            return Optional.empty();
        }
        var slot = slots.computeIfAbsent(store, s -> new Slot());
        var index = slot.index;
        if (index == null) {
            synchronized (slot) {
                index = slot.index;
                if (index == null) {
                    index = part.map(SearchIndex::open).orElseGet(() -> inMemory(store));
                    // Requests hold the store while they search: with it goes the last who may use the index.
                    CLEANER.register(store, index::close);
                    slot.index = index;
                }
            }
        }
        return Optional.of(index);
    }

    private static SearchIndex inMemory(Store store) {
        var quads = new ArrayList<Quad>();
        var all = QueryFactory.create("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }");
        try (var exec = store.query(all, LIMITS)) {
            exec.select()
                    .forEachRemaining(
                            row -> quads.add(new Quad(row.get("g"), row.get("s"), row.get("p"), row.get("o"))));
        }
        return of(quads, new TreeMap<>());
    }

    /** An index in memory of these quads and passages. */
    static SearchIndex of(List<Quad> quads, TreeMap<String, String> passages) {
        var sorted = new ArrayList<>(quads);
        sorted.sort(Comparator.comparing(quad -> quad.getSubject().toString()));
        try {
            var directory = Layout.inMemory();
            SearchPart.write(directory, sorted::forEach, passages);
            return SearchIndex.of(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
