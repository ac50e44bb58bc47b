package org.banggiao.publish.search;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a search found.
 *
 * @param hits those of the page that was asked for, the best first
 * @param total all resources of the kind that was asked for
 * @param kinds all resources by kind, whatever kind was asked for
 * @param fit how the hits fit what was asked
 * @param spellings words that are the same without tones and marks, each with what it would find
 * @param areSpellingsFound whether the hits have these spellings, since none of the words asked for has tones; otherwise these
 *     are others, and the hits have only the one asked for
 */
public record Found(
        List<Hit> hits,
        long total,
        Map<SearchKind, Long> kinds,
        Fit fit,
        List<Spelling> spellings,
        boolean areSpellingsFound) {
    /** Nothing. */
    static final Found NOTHING = new Found(List.of(), 0, Map.of(), Fit.AS_ASKED, List.of(), false);

    public Found {
        hits = List.copyOf(hits);
        kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
        spellings = List.copyOf(spellings);
    }

    /** How hits fit what was asked. */
    public enum Fit {
        /** They have all the words. */
        AS_ASKED,
        /** Nothing has all the words: these have words that are spelled or sound alike. */
        ALIKE,
        /** Nothing has all the words: these have most of them. */
        IN_PART
    }

    /**
     * A way to spell what was asked.
     *
     * @param text as it stands in a name
     * @param count resources whose names have these words beside each other
     */
    public record Spelling(String text, long count) {}
}
