package org.banggiao.time;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From one date to another, both included; an absent end is open. At least one end is given, and it can end on or after the
 * day on which it can start.
 *
 * @param start first date, empty where open ({@code ../1989})
 * @param end last date, empty where open ({@code 1999/..})
 */
public record DateInterval(Optional<DatePoint> start, Optional<DatePoint> end) implements HistoricalDate {
    public DateInterval {
        if (start.isEmpty() && end.isEmpty()) {
            throw new IllegalArgumentException("an interval needs a start or an end");
        }
        if (start.isPresent()
                && end.isPresent()
                && start.get().firstDay().isAfter(end.get().lastDay())) {
            throw new IllegalArgumentException("interval ends before it starts: "
                    + start.get().edtf() + "/" + end.get().edtf());
        }
    }

    public static DateInterval of(DatePoint start, DatePoint end) {
        return new DateInterval(Optional.of(start), Optional.of(end));
    }

    /** From a date on, with no end given. */
    public static DateInterval from(DatePoint start) {
        return new DateInterval(Optional.of(start), Optional.empty());
    }

    /** Up to a date, with no start given. */
    public static DateInterval until(DatePoint end) {
        return new DateInterval(Optional.empty(), Optional.of(end));
    }

    @Override
    public String edtf() {
        return start.map(DatePoint::edtf).orElse("..") + "/"
                + end.map(DatePoint::edtf).orElse("..");
    }

    @Override
    public Optional<LocalDate> earliestStart() {
        return start.map(DatePoint::firstDay);
    }

    @Override
    public Optional<LocalDate> latestStart() {
        return start.map(DatePoint::lastDay);
    }

    @Override
    public Optional<LocalDate> earliestEnd() {
        return end.map(DatePoint::firstDay);
    }

    @Override
    public Optional<LocalDate> latestEnd() {
        return end.map(DatePoint::lastDay);
    }

    @Override
    public boolean isApproximate() {
        return start.map(DatePoint::isApproximate).orElse(false)
                || end.map(DatePoint::isApproximate).orElse(false);
    }

    @Override
    public String toString() {
        return edtf();
    }
}
