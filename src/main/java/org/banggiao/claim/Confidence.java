package org.banggiao.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.banggiao.mention.ResourceText;

/**
 * How sure a reading is: the prior of its rule's family, less where context gave the date. The numbers are measured and stand in
 * confidence.tsv; who acts by context was found to make no difference.
 */
final class Confidence {
    /** The row of the factor for a date that context gave. */
    private static final String CONTEXT_DATE = "context.date";

    private static final BigDecimal UNKNOWN = new BigDecimal("0.40");
    private static final Map<String, BigDecimal> PRIORS = priors();

    private Confidence() {}

    private static Map<String, BigDecimal> priors() {
        var priors = new HashMap<String, BigDecimal>();
        for (var line : ResourceText.lines(Confidence.class, "confidence.tsv")) {
            var cells = line.split("\t");
            priors.put(cells[0], new BigDecimal(cells[1]));
        }
        return priors;
    }

    /** Confidence of a claim read by a rule, with what context gave; two decimals. */
    static BigDecimal of(String rule, Set<String> derivedFromContext) {
        var value = prior(family(rule));
        if (derivedFromContext.contains("date")) {
            value = value.multiply(factor());
        }
        return value.setScale(2, RoundingMode.HALF_UP);
    }

    /** How {@link #of} comes to its number, in words. */
    static String says(String rule, Set<String> derivedFromContext) {
        return of(rule, derivedFromContext).toPlainString() + " = "
                + prior(family(rule)).toPlainString() + " for the rules " + family(rule)
                + (derivedFromContext.contains("date")
                        ? " x " + factor().toPlainString() + " for a date from context"
                        : "");
    }

    private static BigDecimal prior(String family) {
        return PRIORS.getOrDefault(family, UNKNOWN);
    }

    private static BigDecimal factor() {
        return PRIORS.getOrDefault(CONTEXT_DATE, BigDecimal.ONE);
    }

    private static String family(String rule) {
        int dot = rule.indexOf('.');
        return dot < 0 ? rule : rule.substring(0, dot);
    }
}
