package org.banggiao.text;

/**
 * A stretch of a source text, never of negative length.
 *
 * @param startInclusive first code point of the source text
 * @param endExclusive the code point after the last
 */
public record Range(int startInclusive, int endExclusive) implements Comparable<Range> {
    public Range {
        if (startInclusive < 0 || endExclusive < startInclusive) {
            throw new IllegalArgumentException("not a range: " + startInclusive + " to " + endExclusive);
        }
    }

    /** How many code points it covers. */
    public int length() {
        return endExclusive - startInclusive;
    }

    /** Whether the code point at {@code offset} lies in it. */
    public boolean contains(int offset) {
        return startInclusive <= offset && offset < endExclusive;
    }

    /** Whether they share a code point. */
    public boolean overlaps(Range other) {
        return startInclusive < other.endExclusive && other.startInclusive < endExclusive;
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Range other) {
        int c = Integer.compare(startInclusive, other.startInclusive);
        return c != 0 ? c : Integer.compare(endExclusive, other.endExclusive);
    }

    /** {@code start-end}. */
    @Override
    public String toString() {
        return startInclusive + "-" + endExclusive;
    }
}
