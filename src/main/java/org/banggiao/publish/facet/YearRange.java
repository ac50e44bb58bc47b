package org.banggiao.publish.facet;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Years from one to another. Its text is {@code 1950}, {@code 1950-1954}, {@code 1950-} or {@code -1954} and round-trips.
 *
 * @param from the first year, included; {@value #OPEN_FROM} where open
 * @param to the last year, included, not before the first; {@value #OPEN_TO} where open
 */
public record YearRange(int from, int to) implements Comparable<YearRange> {
    static final int OPEN_FROM = Integer.MIN_VALUE;
    static final int OPEN_TO = Integer.MAX_VALUE;
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,4})?(-)?([0-9]{1,4})?");
    private static final Comparator<YearRange> ORDER =
            Comparator.comparingInt(YearRange::from).thenComparingInt(YearRange::to);

    public YearRange {
        if (from > to || (from == OPEN_FROM && to == OPEN_TO)) {
            throw new IllegalArgumentException("no years from " + from + " to " + to);
        }
    }

    /** Reads a text; empty where it says no years, or ends before it begins. */
    public static Optional<YearRange> parse(String text) {
        var matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var first = matcher.group(1);
        boolean isSingle = matcher.group(2) == null;
        var last = isSingle ? first : matcher.group(3);
        if ((first == null && last == null) || (isSingle && matcher.group(3) != null)) {
            return Optional.empty();
        }
        int from = first == null ? OPEN_FROM : Integer.parseInt(first);
        int to = last == null ? OPEN_TO : Integer.parseInt(last);
        return from > to ? Optional.empty() : Optional.of(new YearRange(from, to));
    }

    /** Whether a year lies in it. */
    public boolean contains(int year) {
        return from <= year && year <= to;
    }

    @Override
    public int compareTo(YearRange other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return from == to
                ? String.valueOf(from)
                : (from == OPEN_FROM ? "" : from) + "-" + (to == OPEN_TO ? "" : String.valueOf(to));
    }
}
