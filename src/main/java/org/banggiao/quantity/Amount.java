package org.banggiao.quantity;

import java.math.BigDecimal;

/**
 * A number as a text gives it: {@code min <= value <= max}. What the text leaves open is said by the qualifier, not by
 * bounds that nobody stated.
 *
 * @param value the number that stands for it: of a range its lower bound
 * @param max the upper bound of a range; equals {@code value} otherwise
 * @param qualifier what the text says about the number
 */
public record Amount(BigDecimal value, BigDecimal max, Qualifier qualifier) {
    /** What stands before the number. */
    public enum Qualifier {
        EXACT,
        /** hơn, trên. */
        AT_LEAST,
        /** gần, dưới. */
        AT_MOST,
        /** khoảng, chừng. */
        ABOUT,
        /** 500 - 550. */
        BETWEEN
    }

    private static final BigDecimal ROUND = new BigDecimal("0.05");

    public Amount {
        if (value.signum() < 0 || max.compareTo(value) < 0) {
            throw new IllegalArgumentException("not an amount: " + value + " to " + max);
        }
        if (qualifier != Qualifier.BETWEEN && value.compareTo(max) != 0) {
            throw new IllegalArgumentException(
                    "only a range has two numbers: " + value + ", " + max + " as " + qualifier);
        }
        value = plain(value);
        max = plain(max);
    }

    public static Amount exact(BigDecimal value) {
        return of(value, Qualifier.EXACT);
    }

    public static Amount of(BigDecimal value, Qualifier qualifier) {
        return new Amount(value, value, qualifier);
    }

    public static Amount between(BigDecimal min, BigDecimal max) {
        return new Amount(min, max, Qualifier.BETWEEN);
    }

    /**
     * Whether this, which is not exact, can be said of another that is: "khoảng 130" and "gần 130" of 128, "hơn 130" of 132,
     * each within a twentieth.
     */
    public boolean isRoundOf(Amount exact) {
        if (qualifier == Qualifier.EXACT || exact.qualifier != Qualifier.EXACT) {
            return false;
        }
        var margin = value.multiply(ROUND);
        var number = exact.value;
        boolean notBelow = number.compareTo(
                        qualifier == Qualifier.AT_LEAST || qualifier == Qualifier.BETWEEN
                                ? value
                                : value.subtract(margin))
                >= 0;
        boolean notAbove = number.compareTo(
                        switch (qualifier) {
                            case AT_MOST -> value;
                            case BETWEEN -> max;
                            case EXACT, AT_LEAST, ABOUT -> value.add(margin);
                        })
                <= 0;
        return notBelow && notAbove;
    }

    // One scale for one number, so that equal amounts are equal records.
    private static BigDecimal plain(BigDecimal n) {
        var stripped = n.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
