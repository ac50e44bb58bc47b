package org.banggiao.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.banggiao.mention.ResourceText;

/** How sure a reading is: the prior of its rule's family, less for each value that context gave. */
final class Confidence {
    private static final BigDecimal UNKNOWN = new BigDecimal("0.40");
    private static final BigDecimal CONTEXT_DATE = new BigDecimal("0.80");
    private static final BigDecimal CONTEXT_ROLE = new BigDecimal("0.95");

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
        int dot = rule.indexOf('.');
        var value = PRIORS.getOrDefault(dot < 0 ? rule : rule.substring(0, dot), UNKNOWN);
        for (var property : derivedFromContext) {
            value = value.multiply(factor(property));
        }
        return value.setScale(2, RoundingMode.HALF_UP);
    }

    /** How {@link #of} comes to its number, in words. */
    static String says(String rule, Set<String> derivedFromContext) {
        int dot = rule.indexOf('.');
        var family = dot < 0 ? rule : rule.substring(0, dot);
        var words = new StringBuilder(of(rule, derivedFromContext).toPlainString() + " = "
                + PRIORS.getOrDefault(family, UNKNOWN).toPlainString() + " for the rules " + family);
        for (var property : derivedFromContext) {
            words.append(" x ")
                    .append(factor(property).toPlainString())
                    .append(" for ")
                    .append(property)
                    .append(" from context");
        }
        return words.toString();
    }

    private static BigDecimal factor(String property) {
        return property.equals("date") ? CONTEXT_DATE : CONTEXT_ROLE;
    }
}
