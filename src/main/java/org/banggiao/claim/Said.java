package org.banggiao.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How and where a source says what a claim holds: what all kinds of claim have in common.
 *
 * @param id stable for the same evidence and kind: lower-case hexadecimal digits of a hash
 * @param statedIn the passage that states it
 * @param contextIn passages that it leans on (the sentence of a note's mark, a heading, the sentence that gave the year)
 * @param polarity whether the source affirms or denies it
 * @param factuality whether the source has it as fact, intention, request or condition
 * @param attributedTo whom the source names for it ("theo …"), as printed, or null
 * @param rule names of the rules that read it, outermost first
 * @param derivedFromContext names of the properties (record components) that are not stated in the passage itself
 * @param confidence of the reading, never of history: above 0, at most 1
 * @param review what a person decided on it, or null where nobody has
 */
public record Said(
        String id,
        Passage statedIn,
        List<Passage> contextIn,
        Polarity polarity,
        Factuality factuality,
        @Nullable String attributedTo,
        List<String> rule,
        Set<String> derivedFromContext,
        BigDecimal confidence,
        @Nullable Review review) {
    /** Whether the source says that it was so or that it was not. */
    public enum Polarity {
        AFFIRMED,
        DENIED
    }

    /** In what mode the source says it. */
    public enum Factuality {
        ACTUAL,
        INTENDED,
        REQUESTED,
        CONDITIONAL
    }

    /** As read by the machine: nobody has reviewed it. */
    public Said(
            String id,
            Passage statedIn,
            List<Passage> contextIn,
            Polarity polarity,
            Factuality factuality,
            @Nullable String attributedTo,
            List<String> rule,
            Set<String> derivedFromContext,
            BigDecimal confidence) {
        this(id, statedIn, contextIn, polarity, factuality, attributedTo, rule, derivedFromContext, confidence, null);
    }

    /** The same after a review; what a person confirmed, corrected or added was read for certain. */
    public Said with(Review decision) {
        return new Said(
                id,
                statedIn,
                contextIn,
                polarity,
                factuality,
                attributedTo,
                rule,
                derivedFromContext,
                decision.verdict() == Review.Verdict.REJECTED ? confidence : BigDecimal.ONE,
                decision);
    }

    /** Whether a person found that the passage does not say so. */
    public boolean isRejected() {
        return review != null && review.verdict() == Review.Verdict.REJECTED;
    }

    public Said {
        contextIn = List.copyOf(contextIn);
        rule = List.copyOf(rule);
        derivedFromContext = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(derivedFromContext));
        if (confidence.signum() <= 0 || confidence.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("confidence is above 0 and at most 1: " + confidence);
        }
        if (rule.isEmpty()) {
            throw new IllegalArgumentException("a claim names the rule that read it: " + id);
        }
    }
}
