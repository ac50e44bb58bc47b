package org.banggiao.claim;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person decided on a claim.
 *
 * @param verdict the decision
 * @param by who decided
 * @param on when
 * @param why the reason, in one sentence
 * @param before of the values that were corrected, what the machine had read, by the names of curation files; empty where it
 *     had read nothing
 */
public record Review(Verdict verdict, String by, LocalDate on, String why, Map<String, String> before) {
    /** What can be decided on a claim. */
    public enum Verdict {
        /** The reading is right. */
        CONFIRMED,
        /** Some of its values were wrong, and are right now. */
        CORRECTED,
        /** The machine had not seen it. */
        ADDED,
        /** The passage does not say so. */
        REJECTED
    }

    public Review {
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    }
}
