package org.banggiao.time;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * A date as a text gives it, with the days that it can mean. The text form is EDTF (Library of Congress, levels 0 to 2 as
 * far as named here) and {@code parse(d.edtf())} equals {@code d}.
 *
 * <p>Four bounds, each empty where the date is open on that side: what is dated begins between {@link #earliestStart} and
 * {@link #latestStart}, and ends between {@link #earliestEnd} and {@link #latestEnd}. For a single day all four are that
 * day; for {@code 1976-08} it begins and ends somewhere in August.
 */
public sealed interface HistoricalDate permits DatePoint, DateInterval, DateAlternatives {
    /** The EDTF form. */
    String edtf();

    /** First day on which it can have begun; empty where open. */
    Optional<LocalDate> earliestStart();

    /** Last day on which it can have begun. */
    Optional<LocalDate> latestStart();

    /** First day on which it can have ended. */
    Optional<LocalDate> earliestEnd();

    /** Last day on which it can have ended; empty where open. */
    Optional<LocalDate> latestEnd();

    /** Whether it is marked as about ({@code ~}) or uncertain ({@code ?}) anywhere. */
    boolean isApproximate();

    /** The one year that all of it lies in; empty where it crosses years or is open. */
    default Optional<Integer> singleYear() {
        if (earliestStart().isEmpty() || latestEnd().isEmpty()) {
            return Optional.empty();
        }
        int first = earliestStart().get().getYear();
        return first == latestEnd().get().getYear() ? Optional.of(first) : Optional.empty();
    }

    /** Whether some day can be both in this and in the other. */
    default boolean canOverlap(HistoricalDate other) {
        return notAfter(earliestStart(), other.latestEnd()) && notAfter(other.earliestStart(), latestEnd());
    }

    /** Whether every day that this can mean is a day that the other can mean: it says the same, or more finely. */
    default boolean isWithin(HistoricalDate other) {
        boolean startsInside = other.earliestStart().isEmpty()
                || (earliestStart().isPresent()
                        && !earliestStart().get().isBefore(other.earliestStart().get()));
        boolean endsInside = other.latestEnd().isEmpty()
                || (latestEnd().isPresent()
                        && !latestEnd().get().isAfter(other.latestEnd().get()));
        return startsInside && endsInside;
    }

    private static boolean notAfter(Optional<LocalDate> start, Optional<LocalDate> end) {
        return start.isEmpty() || end.isEmpty() || !start.get().isAfter(end.get());
    }

    /**
     * Reads EDTF: {@code 1976}, {@code 1976-08}, {@code 1976-08-31}, each with {@code ~ ? %}; {@code 198X}, {@code 19XX};
     * {@code a/b} with {@code ..} for an open end; {@code [a,b]}.
     *
     * @throws IllegalArgumentException where it is none of these, names no day of the calendar, or ends before it starts
     */
    static HistoricalDate parse(String edtf) {
        if (edtf.startsWith("[") && edtf.endsWith("]")) {
            var parts = edtf.substring(1, edtf.length() - 1).split(",", -1);
            if (parts.length < 2) {
                throw new IllegalArgumentException("a one-of set needs at least two dates: '" + edtf + "'");
            }
            return DateAlternatives.of(
                    Arrays.stream(parts).map(HistoricalDate::parse).toList());
        }
        int slash = edtf.indexOf('/');
        if (slash < 0) {
            return DatePoint.parse(edtf);
        }
        var start = edtf.substring(0, slash);
        var end = edtf.substring(slash + 1);
        return new DateInterval(
                start.equals("..") ? Optional.empty() : Optional.of(DatePoint.parse(start)),
                end.equals("..") ? Optional.empty() : Optional.of(DatePoint.parse(end)));
    }
}
