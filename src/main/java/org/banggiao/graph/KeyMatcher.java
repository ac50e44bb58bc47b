package org.banggiao.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.banggiao.graph.Identifiers.Row;
import org.banggiao.graph.Identifiers.Status;

/** Finds the known things again: which row of the table each thing of a build is. */
final class KeyMatcher {
    private static final double SAME_PLACE = 0.5;
    private static final double LIKE_ENOUGH = 0.3;

    private KeyMatcher() {}

    private record Pair(Evidenced wanted, Row row, int order, double likeness, double overlap) {}

    /**
     * Pairs what is wanted with rows, one to one, best first: those most alike, then those that share most of their place,
     * live rows before withdrawn ones, then by key and order. What is too unlike is not paired: a sentence can name five
     * instruments, and the key of one must not pass to another.
     */
    static Map<Evidenced, Row> match(List<Row> rows, List<Evidenced> wanted) {
        var byDocument = new HashMap<String, List<Map.Entry<Row, Evidenced>>>();
        for (var row : rows) {
            if (row.status() != Status.MERGED) {
                var it = row.evidenced();
                it.evidence().stream()
                        .map(Evidenced.Range::document)
                        .distinct()
                        .forEach(d -> byDocument
                                .computeIfAbsent(row.resourceClass() + " " + d, k -> new ArrayList<>())
                                .add(Map.entry(row, it)));
            }
        }
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < wanted.size(); i++) {
            var it = wanted.get(i);
            var seen = new HashSet<String>();
            for (var document : it.evidence().stream()
                    .map(Evidenced.Range::document)
                    .distinct()
                    .toList()) {
                for (var entry : byDocument.getOrDefault(it.resourceClass() + " " + document, List.of())) {
                    double overlap = it.overlap(entry.getValue());
                    if (overlap < SAME_PLACE || !seen.add(entry.getKey().key())) {
                        continue;
                    }
                    double likeness = it.likeness(entry.getValue());
                    if (likeness >= LIKE_ENOUGH) {
                        pairs.add(new Pair(it, entry.getKey(), i, likeness, overlap));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair p) -> -p.likeness())
                .thenComparingDouble(p -> -p.overlap())
                .thenComparing(p -> p.row().status())
                .thenComparing(p -> p.row().key())
                .thenComparingInt(Pair::order));
        var found = new IdentityHashMap<Evidenced, Row>();
        var used = new HashSet<String>();
        for (var pair : pairs) {
            if (!found.containsKey(pair.wanted()) && used.add(pair.row().key())) {
                found.put(pair.wanted(), pair.row());
            }
        }
        return found;
    }
}
