package org.banggiao.store;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release is made of.
 *
 * @param quads all quads, each in a named graph
 * @param passages the text of passages by their IRI, empty where no texts are at hand; stays private
 * @param madeFrom versions, files and their SHA-256, by name: what one needs to make the same release again
 * @param parts folders that are made from the quads and the passages
 */
public record ReleaseContent(
        SortedQuads quads,
        SortedMap<String, PassageWords> passages,
        SortedMap<String, String> madeFrom,
        List<ReleasePart> parts) {
    public ReleaseContent {
        passages = Collections.unmodifiableSortedMap(new TreeMap<>(passages));
        madeFrom = Collections.unmodifiableSortedMap(new TreeMap<>(madeFrom));
        parts = List.copyOf(parts);
    }

    /** A release without parts. */
    public ReleaseContent(
            SortedQuads quads, SortedMap<String, PassageWords> passages, SortedMap<String, String> madeFrom) {
        this(quads, passages, madeFrom, List.of());
    }
}
