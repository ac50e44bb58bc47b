package org.banggiao.publish.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.banggiao.time.HistoricalDate;

/**
 * A date that somebody asks for, and how far off another may be.
 *
 * @param date the date
 * @param toleranceDays how many days a date may lie before or after it; empty where nothing is said, and then what is near counts a
 *     little
 */
record AskedDate(HistoricalDate date, Optional<Integer> toleranceDays) {
    /** No tolerance is larger. */
    static final int MOST_DAYS = 40 * 366;

    // What a date is worth that could be the one asked for, by how much it leaves open.
    private static final double IN_A_MONTH = 0.9;
    private static final double IN_A_YEAR = 0.8;
    private static final double LONGER = 0.6;
    /** A date off by as much as the tolerance allows. */
    private static final double AT_THE_EDGE = 0.7;
    // What lies beside the date, where no tolerance is said.
    private static final double DAYS_OFF = 0.6;
    private static final double A_MONTH_OFF = 0.4;
    private static final double A_YEAR_OFF = 0.2;
    private static final int A_FEW_DAYS = 3;
    private static final int A_MONTH = 31;
    private static final int A_YEAR = 366;

    AskedDate {
        if (toleranceDays.filter(d -> d < 0 || d > MOST_DAYS).isPresent()) {
            throw new IllegalArgumentException("a tolerance is 0 to " + MOST_DAYS + " days: " + toleranceDays);
        }
    }

    static AskedDate of(HistoricalDate date) {
        return new AskedDate(date, Optional.empty());
    }

    AskedDate within(int days) {
        return new AskedDate(date, Optional.of(days));
    }

    /** How well another date agrees, from 0 to 1. A more precise one agrees wholly. */
    double agreement(HistoricalDate other) {
        if (date.canOverlap(other)) {
            return other.isWithin(date) ? 1 : worth(days(other));
        }
        long off = daysOff(other);
        if (toleranceDays.isPresent()) {
            int tolerance = toleranceDays.get();
            return off > tolerance ? 0 : 1 - (1 - AT_THE_EDGE) * off / Math.max(1, tolerance);
        }
        return off <= A_FEW_DAYS ? DAYS_OFF : off <= A_MONTH ? A_MONTH_OFF : off <= A_YEAR ? A_YEAR_OFF : 0;
    }

    private static double worth(long days) {
        return days <= A_MONTH ? IN_A_MONTH : days <= A_YEAR ? IN_A_YEAR : LONGER;
    }

    /** How many days a date can mean. */
    private static long days(HistoricalDate date) {
        return date.earliestStart().isEmpty() || date.latestEnd().isEmpty()
                ? Long.MAX_VALUE
                : ChronoUnit.DAYS.between(
                                date.earliestStart().get(), date.latestEnd().get())
                        + 1;
    }

    private long daysOff(HistoricalDate other) {
        var begin = date.earliestStart().orElse(LocalDate.MIN);
        var otherEnd = other.latestEnd().orElse(LocalDate.MAX);
        return otherEnd.isBefore(begin)
                ? ChronoUnit.DAYS.between(otherEnd, begin)
                : ChronoUnit.DAYS.between(
                        date.latestEnd().orElse(LocalDate.MAX),
                        other.earliestStart().orElse(LocalDate.MIN));
    }
}
