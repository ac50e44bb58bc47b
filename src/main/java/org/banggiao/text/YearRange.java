package org.banggiao.text;

/**
 * The years that a heading states, both included.
 *
 * @param firstInclusive first year
 * @param lastInclusive last year, not before the first
 */
public record YearRange(int firstInclusive, int lastInclusive) {
    public YearRange {
        if (firstInclusive < 1 || lastInclusive < firstInclusive) {
            throw new IllegalArgumentException("not years: " + firstInclusive + " to " + lastInclusive);
        }
    }

    /** {@code first-last}. */
    @Override
    public String toString() {
        return firstInclusive + "-" + lastInclusive;
    }
}
