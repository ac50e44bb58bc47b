package org.banggiao.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Repaired text with a way back: every char of {@link #value()} comes from a range of code points of the source text, and
 * those ranges never go backwards.
 *
 * <p>The value is in NFC with single spaces, without line breaks, hyphenation and marks of notes. A char that stands for several
 * code points (a space for a line break, a letter for a letter and its combining marks) comes from all of them; a char that was
 * put in (a lost space) comes from the empty range where it was missing.
 */
public final class NormalText {
    /** What is at most left out between two chars whose places still count as one piece, in code points: the mark of a note. */
    private static final int LONGEST_MARK = 8;

    private final String value;
    private final Segments segments;
    private final int base;

    private NormalText(String value, Segments segments, int base) {
        this.value = value;
        this.segments = segments;
        this.base = base;
    }

    /** A text that needs no repair and begins at a code point of the source; each char is one code point. */
    public static NormalText of(String value, int sourceStartInclusive) {
        Builder builder = new Builder();
        for (int i = 0; i < value.length(); i++) {
            builder.append(value.charAt(i), sourceStartInclusive + i, sourceStartInclusive + i + 1);
        }
        return builder.build();
    }

    /** The repaired text. */
    public String value() {
        return value;
    }

    /** Number of chars. */
    public int length() {
        return value.length();
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** First code point of the source from which the char comes; for an index at the end of the text, where the text ends. */
    public int sourceStart(int charIndex) {
        if (charIndex == value.length()) {
            return charIndex == 0 ? segments.start(base) : sourceEnd(charIndex);
        }
        check(charIndex, value.length());
        return segments.start(base + charIndex);
    }

    /** The code point after the last from which the char before {@code charIndexExclusive} comes. */
    public int sourceEnd(int charIndexExclusive) {
        if (charIndexExclusive == 0) {
            return sourceStart(0);
        }
        check(charIndexExclusive, value.length() + 1);
        return segments.end(base + charIndexExclusive - 1);
    }

    /** Where the chars from one index to another come from, with everything that stands between in the source. */
    public Range source(int from, int toExclusive) {
        if (toExclusive < from) {
            throw new IndexOutOfBoundsException("from " + from + " to " + toExclusive);
        }
        int start = sourceStart(from);
        return new Range(start, from == toExclusive ? start : sourceEnd(toExclusive));
    }

    /** Where the whole text comes from. */
    public Range range() {
        return source(0, value.length());
    }

    /**
     * Where the chars from one index to another come from, piece by piece: what was left out between, such as a note at the foot
     * of the page, is in none of them; a line break or the mark of a note does not part them.
     */
    public List<Range> pieces(int from, int toExclusive) {
        List<Range> pieces = new ArrayList<>();
        if (toExclusive <= from) {
            return pieces;
        }
        int start = sourceStart(from);
        int end = sourceEnd(from + 1);
        int index = base + from;
        while (index < base + toExclusive) {
            int segmentEnd = Math.min(segments.endOfSegmentAt(index), base + toExclusive);
            int next = segments.start(index);
            if (next - end > LONGEST_MARK) {
                pieces.add(new Range(start, end));
                start = next;
            }
            end = Math.max(end, segments.end(segmentEnd - 1));
            index = segmentEnd;
        }
        pieces.add(new Range(start, end));
        return pieces;
    }

    /**
     * A change.
     *
     * @param from first char to be replaced
     * @param toExclusive the char after the last
     * @param replacement what takes their place; comes from where they came from
     */
    record Edit(int from, int toExclusive, String replacement) {}

    /** The text after changes, which are in order and do not overlap. */
    NormalText edited(List<Edit> edits) {
        if (edits.isEmpty()) {
            return this;
        }
        Builder builder = new Builder();
        int done = 0;
        for (Edit edit : edits) {
            copy(builder, done, edit.from());
            Range source = edit.from() == edit.toExclusive()
                    ? new Range(sourceEnd(edit.from()), sourceEnd(edit.from()))
                    : source(edit.from(), edit.toExclusive());
            builder.append(edit.replacement(), source.startInclusive(), source.endExclusive());
            done = edit.toExclusive();
        }
        copy(builder, done, value.length());
        return builder.build();
    }

    private void copy(Builder builder, int from, int toExclusive) {
        int index = from;
        while (index < toExclusive) {
            int end = Math.min(segments.endOfSegmentAt(base + index) - base, toExclusive);
            builder.appendRun(
                    value,
                    index,
                    end,
                    segments.start(base + index),
                    segments.end(base + end - 1),
                    segments.isWhole(base + index));
            index = end;
        }
    }

    /** The text between two char indices, with the same way back. */
    public NormalText slice(int from, int toExclusive) {
        return new NormalText(value.substring(from, toExclusive), segments, base + from);
    }

    /**
     * Index of the first char that comes from the code point at {@code offset} or from behind it; the length of the text where
     * there is none.
     */
    public int indexAt(int offset) {
        int low = 0;
        int high = value.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.end(base + middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Same value from the same places. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof NormalText that) || !value.equals(that.value)) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (segments.start(base + i) != that.segments.start(that.base + i)
                    || segments.end(base + i) != that.segments.end(that.base + i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The value. */
    @Override
    public String toString() {
        return value;
    }

    private static void check(int index, int bound) {
        if (index < 0 || index >= bound) {
            throw new IndexOutOfBoundsException("char " + index + " of " + bound);
        }
    }

    /**
     * The map as runs of chars: in a plain run each char is the next code point; in a whole run every char comes from all of the
     * run's code points.
     */
    private record Segments(int[] at, int[] from, int[] to, boolean[] whole, int length) {
        private int segmentOf(int index) {
            int found = Arrays.binarySearch(at, index);
            return found >= 0 ? found : -found - 2;
        }

        int start(int index) {
            if (at.length == 0) {
                return 0;
            }
            int s = segmentOf(index);
            return whole[s] ? from[s] : Math.min(from[s] + index - at[s], to[s]);
        }

        int end(int index) {
            if (at.length == 0) {
                return 0;
            }
            int s = segmentOf(index);
            return whole[s] ? to[s] : from[s] + index - at[s] + 1;
        }

        boolean isWhole(int index) {
            return whole[segmentOf(index)];
        }

        int endOfSegmentAt(int index) {
            int s = segmentOf(index);
            return s + 1 < at.length ? at[s + 1] : length;
        }
    }

    /** Puts a text together from left to right. */
    public static final class Builder {
        private final StringBuilder value = new StringBuilder();
        private int[] at = new int[8];
        private int[] from = new int[8];
        private int[] to = new int[8];
        private boolean[] whole = new boolean[8];
        private int count;

        /** Appends a char that comes from the code points from {@code start} to {@code endExclusive}. */
        public Builder append(char c, int start, int endExclusive) {
            boolean plain = endExclusive - start == 1;
            if (!plain || count == 0 || whole[count - 1] || to[count - 1] != start) {
                open(start, endExclusive, !plain);
            } else {
                to[count - 1] = endExclusive;
            }
            value.append(c);
            return this;
        }

        /** Appends chars all of which come from the code points from {@code start} to {@code endExclusive}. */
        public Builder append(CharSequence chars, int start, int endExclusive) {
            if (chars.length() == 1) {
                return append(chars.charAt(0), start, endExclusive);
            }
            if (!chars.isEmpty()) {
                open(start, endExclusive, true);
                value.append(chars);
            }
            return this;
        }

        private void appendRun(String chars, int charFrom, int charTo, int start, int endExclusive, boolean isWhole) {
            if (isWhole || count == 0 || whole[count - 1] || to[count - 1] != start) {
                open(start, endExclusive, isWhole);
            } else {
                to[count - 1] = endExclusive;
            }
            value.append(chars, charFrom, charTo);
        }

        /** Number of chars so far. */
        public int length() {
            return value.length();
        }

        /** The char at an index. */
        public char charAt(int index) {
            return value.charAt(index);
        }

        /** Where the text ends so far, or -1 at its beginning. */
        public int sourceEnd() {
            return count == 0 ? -1 : to[count - 1];
        }

        /** The text so far. */
        public NormalText build() {
            return new NormalText(
                    value.toString(),
                    new Segments(
                            Arrays.copyOf(at, count),
                            Arrays.copyOf(from, count),
                            Arrays.copyOf(to, count),
                            Arrays.copyOf(whole, count),
                            value.length()),
                    0);
        }

        private int lastStart() {
            if (count == 0) {
                return -1;
            }
            return whole[count - 1] ? from[count - 1] : to[count - 1] - 1;
        }

        private void open(int start, int endExclusive, boolean isWhole) {
            if (endExclusive < start || start < lastStart() || endExclusive < sourceEnd()) {
                throw new IllegalArgumentException(
                        "goes backwards: " + start + " to " + endExclusive + " after " + sourceEnd());
            }
            if (count == at.length) {
                int size = count * 2;
                at = Arrays.copyOf(at, size);
                from = Arrays.copyOf(from, size);
                to = Arrays.copyOf(to, size);
                whole = Arrays.copyOf(whole, size);
            }
            at[count] = value.length();
            from[count] = start;
            to[count] = endExclusive;
            whole[count] = isWhole;
            count++;
        }
    }
}
