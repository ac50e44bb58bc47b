package org.banggiao.store;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is in a release, counted when it was made.
 *
 * @param id names the content: the same content has the same id
 * @param quads number of quads over all named graphs
 * @param graphs number of triples of each named graph, by its IRI
 * @param classes number of instances of each class over all graphs, each instance counted once, by the class's IRI
 * @param madeFrom what it was made from, by name: versions, files and their SHA-256
 */
public record ReleaseInfo(
        String id,
        long quads,
        SortedMap<String, Long> graphs,
        SortedMap<String, Long> classes,
        SortedMap<String, String> madeFrom) {
    public ReleaseInfo {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a release needs an id");
        }
        graphs = sorted(graphs);
        classes = sorted(classes);
        madeFrom = sorted(madeFrom);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
