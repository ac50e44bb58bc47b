package org.banggiao.graph;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates as triples: EDTF, printed words, four bounds, the two outer ones for beginners, and years. Words such as "cuối năm"
 * narrow the bounds of an approximate year or month: its beginning is its first third, its middle the second, its end the
 * last.
 */
final class Dates {
    private static final Pattern PART = Pattern.compile("(?<![\\p{L}\\p{M}])(đầu|giữa|cuối)(?![\\p{L}\\p{M}])");
    private static final int MOST_YEARS = 200;

    private Dates() {}

    /** The bounds of a date, narrowed where its words say so. */
    record Bounds(
            Optional<LocalDate> earliestStart,
            Optional<LocalDate> latestStart,
            Optional<LocalDate> earliestEnd,
            Optional<LocalDate> latestEnd) {
        static Bounds of(HistoricalDate date, @Nullable String printed) {
            if (printed != null && date instanceof DatePoint point && point.isApproximate()) {
                var part = PART.matcher(printed.toLowerCase(Locale.ROOT));
                if (part.find()) {
                    int third = switch (part.group(1)) {
                        case "đầu" -> 0;
                        case "giữa" -> 1;
                        default -> 2;
                    };
                    // Two parts named ("cuối năm này, đầu năm sau") say more than one third.
                    if (!part.find()) {
                        return thirdOf(point, third);
                    }
                }
            }
            return new Bounds(date.earliestStart(), date.latestStart(), date.earliestEnd(), date.latestEnd());
        }

        private static Bounds thirdOf(DatePoint point, int third) {
            var first = switch (point.grain()) {
                case YEAR -> LocalDate.of(point.year(), 4 * third + 1, 1);
                case MONTH -> LocalDate.of(point.year(), point.month(), 10 * third + 1);
                case DAY, DECADE, CENTURY -> point.firstDay();
            };
            var last = switch (point.grain()) {
                case YEAR -> YearMonth.of(point.year(), 4 * third + 4).atEndOfMonth();
                case MONTH -> third == 2 ? point.lastDay() : first.plusDays(9);
                case DAY, DECADE, CENTURY -> point.lastDay();
            };
            return new Bounds(Optional.of(first), Optional.of(last), Optional.of(first), Optional.of(last));
        }
    }

    /** Everything about the date of an event, plan or flow. */
    static void describe(QuadSink sink, Node subject, HistoricalDate date, @Nullable String printed) {
        sink.edtf(subject, Vocabulary.DATE, date.edtf());
        sink.text(subject, Vocabulary.DATE_AS_PRINTED, printed, "vi");
        var bounds = Bounds.of(date, printed);
        sink.day(subject, Vocabulary.EARLIEST_START, bounds.earliestStart().orElse(null));
        sink.day(subject, Vocabulary.LATEST_START, bounds.latestStart().orElse(null));
        sink.day(subject, Vocabulary.EARLIEST_END, bounds.earliestEnd().orElse(null));
        sink.day(subject, Vocabulary.LATEST_END, bounds.latestEnd().orElse(null));
        sink.day(subject, Vocabulary.START, bounds.earliestStart().orElse(null));
        sink.day(subject, Vocabulary.END, bounds.latestEnd().orElse(null));
        sink.add(subject, Vocabulary.TEMPORAL_KIND, Iris.code("temporalkind", kind(date)));
        years(sink, subject, date);
    }

    /** The one year, where there is one, and each year that a date with both ends touches. */
    static void years(QuadSink sink, Node subject, HistoricalDate date) {
        sink.whole(subject, Vocabulary.YEAR, date.singleYear().orElse(null));
        if (date.earliestStart().isPresent() && date.latestEnd().isPresent()) {
            int first = date.earliestStart().get().getYear();
            int last = date.latestEnd().get().getYear();
            for (int year = first; year <= last && year < first + MOST_YEARS; year++) {
                sink.whole(subject, Vocabulary.COVERS_YEAR, year);
            }
        }
    }

    private static String kind(HistoricalDate date) {
        if (date instanceof DateInterval interval) {
            if (interval.start().isEmpty()) {
                return "by";
            }
            boolean days = interval.start().get().grain() == DatePoint.Grain.DAY
                    && interval.end().map(e -> e.grain() == DatePoint.Grain.DAY).orElse(true);
            return days || interval.end().isEmpty() ? "throughout" : "within";
        }
        return "within";
    }
}
