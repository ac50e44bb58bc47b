package org.banggiao.publish.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.banggiao.time.DateAlternatives;
import org.banggiao.time.HistoricalDate;

/**
 * The days on which something can have been: it began between the first two bounds and ended between the other two; an absent one is
 * open. Where sources name several dates, each is an alternative.
 *
 * @param isAbout whether the date says of itself that it is approximate or doubtful
 */
public record Span(
        Optional<LocalDate> earliestStart,
        Optional<LocalDate> latestStart,
        Optional<LocalDate> earliestEnd,
        Optional<LocalDate> latestEnd,
        boolean isAbout,
        List<Span> alternatives) {
    public Span {
        alternatives = List.copyOf(alternatives);
    }

    /** The days that a date means. */
    public static Span of(HistoricalDate date) {
        return new Span(
                date.earliestStart(),
                date.latestStart(),
                date.earliestEnd(),
                date.latestEnd(),
                date.isApproximate(),
                date instanceof DateAlternatives several
                        ? several.choices().stream().map(Span::of).toList()
                        : List.of());
    }

    /** One day. */
    static Span of(LocalDate day) {
        var it = Optional.of(day);
        return new Span(it, it, it, it, false, List.of());
    }

    /** Whether it is dated on any side. */
    boolean isDated() {
        return earliestStart.isPresent() || latestStart.isPresent() || earliestEnd.isPresent() || latestEnd.isPresent();
    }

    /** Whether it is one known day. */
    boolean isDay() {
        return earliestStart.isPresent() && earliestStart.equals(latestEnd);
    }

    /** Whether there are days on which it certainly was. */
    boolean isCertainSomewhere() {
        return alternatives.isEmpty()
                && latestStart.isPresent()
                && earliestEnd.isPresent()
                && !latestStart.get().isAfter(earliestEnd.get());
    }

    /** The first day of which anything is known. */
    Optional<LocalDate> first() {
        return earliestStart.or(() -> latestStart).or(() -> earliestEnd).or(() -> latestEnd);
    }

    /** The last day of which anything is known. */
    Optional<LocalDate> last() {
        return latestEnd.or(() -> earliestEnd).or(() -> latestStart).or(() -> earliestStart);
    }
}
