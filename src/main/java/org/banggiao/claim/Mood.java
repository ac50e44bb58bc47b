package org.banggiao.claim;

import org.jspecify.annotations.Nullable;

/**
 * In what mode a sentence tells an act.
 *
 * @param polarity whether it says that it was so or that it was not
 * @param factuality whether as fact, intention, request or condition
 * @param attributedTo whom or what it names for it, as printed, or null
 * @param date where the date of the act is to stand
 */
record Mood(
        Said.Polarity polarity,
        Said.Factuality factuality,
        @Nullable String attributedTo,
        DatePlace date) {
    /** Where the date of an act is to stand: what is not told as done must bring its own. */
    enum DatePlace {
        /** Anywhere: also in what stands before the sentence. */
        ANYWHERE,
        /** In the sentence. */
        SENTENCE,
        /** With the act itself: behind it, or between it and what it depends on. */
        ACT
    }

    /** Told as done. */
    static final Mood ASSERTED = new Mood(Said.Polarity.AFFIRMED, Said.Factuality.ACTUAL, null, DatePlace.ANYWHERE);

    /** Whether the act is told although words before it would make it a topic only. */
    boolean overridesTopic() {
        return polarity == Said.Polarity.DENIED || factuality == Said.Factuality.CONDITIONAL;
    }
}
