package org.banggiao.publish.search;

import java.util.Optional;

/**
 * What is searched.
 *
 * @param text what somebody typed; the first {@value Asked#MOST_WORDS} words count
 * @param kind the kind of resources that is wanted; any where empty, but sentences only where they are asked for
 * @param from how many hits to leave out, from 0
 * @param most hits that are wanted, at least 1
 * @param withPassages whether sentences may be shown
 */
public record SearchRequest(String text, Optional<SearchKind> kind, int from, int most, boolean withPassages) {
    /** From here on no hits are given. */
    public static final int DEEPEST = 2000;

    public SearchRequest {
        if (from < 0 || most < 1 || from + most > DEEPEST) {
            throw new IllegalArgumentException("hits are from 0 to " + DEEPEST + ", not " + most + " from " + from);
        }
    }

    /** The best hits of any kind. */
    public static SearchRequest of(String text, int most) {
        return new SearchRequest(text, Optional.empty(), 0, most, false);
    }
}
