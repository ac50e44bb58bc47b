package org.banggiao.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;

/**
 * That a person held a post, with at least one end known. The day of a handover belongs to both holders.
 *
 * @param person key of the person
 * @param office key of the generic post ({@code office:prime-minister})
 * @param country key of the country whose post it is, or of the state where states of one country stood side by side
 *     ({@code state:rvn})
 * @param from when it began, empty where the sources do not say
 * @param until when it ended, empty where the sources do not say or it lasts
 * @param standing whether alone, in place of the holder, or beside another
 * @param sources keys of the {@link Source sources} that state it, at least one
 */
public record Tenure(
        String person,
        String office,
        String country,
        Optional<DatePoint> from,
        Optional<DatePoint> until,
        Standing standing,
        List<String> sources) {
    /** How a person stands in a post. */
    public enum Standing {
        /** The one holder. */
        HOLDER,
        /** Acts in place of a holder. */
        ACTING,
        /** Holds it together with another, or against a rival. */
        JOINT
    }

    public Tenure {
        sources = List.copyOf(sources);
        if (from.isEmpty() && until.isEmpty()) {
            throw new IllegalArgumentException(person + " as " + office + " has neither beginning nor end");
        }
        if (from.isPresent()
                && until.isPresent()
                && from.get().firstDay().isAfter(until.get().lastDay())) {
            throw new IllegalArgumentException(person + " as " + office + " ends before it starts: "
                    + from.get().edtf() + " to " + until.get().edtf());
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(person + " as " + office + " has no source");
        }
    }

    /** Whether the person can have held the post on some day of the date. */
    public boolean canHold(HistoricalDate date) {
        boolean afterEnd = until.isPresent()
                && date.earliestStart().isPresent()
                && date.earliestStart().get().isAfter(until.get().lastDay());
        boolean beforeStart = from.isPresent()
                && date.latestEnd().isPresent()
                && date.latestEnd().get().isBefore(from.get().firstDay());
        return !afterEnd && !beforeStart;
    }

    /** Whether the person held the post on every day that the date can mean, as far as both ends are known. */
    public boolean certainlyHolds(HistoricalDate date) {
        return from.isPresent()
                && until.isPresent()
                && date.earliestStart().isPresent()
                && date.latestEnd().isPresent()
                && !date.earliestStart().get().isBefore(from.get().lastDay())
                && !date.latestEnd().get().isAfter(until.get().firstDay());
    }

    /** Whether both certainly held one post for some days together, the day of a handover aside. */
    boolean clashes(Tenure other) {
        return from.isPresent()
                && until.isPresent()
                && other.from.isPresent()
                && other.until.isPresent()
                && later(from.get().lastDay(), other.from.get().lastDay())
                        .isBefore(earlier(
                                until.get().firstDay(), other.until.get().firstDay()));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
