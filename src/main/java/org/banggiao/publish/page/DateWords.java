package org.banggiao.publish.page;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.banggiao.time.Certainty;
import org.banggiao.time.DateAlternatives;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.DatePoint.Grain;
import org.banggiao.time.HistoricalDate;

/** Dates as each language says them, with no more precision than they have. */
final class DateWords {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Language language;

    DateWords(Language language) {
        this.language = language;
    }

    /** The date by itself, as in a table. */
    String of(HistoricalDate date) {
        return switch (date) {
            case DatePoint point -> point(point);
            case DateInterval interval -> interval(interval);
            case DateAlternatives alternatives ->
                or(alternatives.choices().stream().map(this::of));
        };
    }

    private String or(Stream<String> dates) {
        return dates.collect(Collectors.joining(language == Language.VI ? " hoặc " : " or "));
    }

    /** The date inside a sentence: with the preposition that it needs. */
    String inSentence(HistoricalDate date) {
        return switch (date) {
            case DatePoint point ->
                switch (language) {
                    case VI -> point.isApproximate() ? point(point) : "vào " + point(point);
                    case EN ->
                        point.isApproximate()
                                ? point(point)
                                : (point.grain() == Grain.DAY ? "on " : "in ") + point(point);
                };
            case DateInterval interval -> interval(interval);
            case DateAlternatives alternatives ->
                or(alternatives.choices().stream().map(this::inSentence));
        };
    }

    /** Text that holds a date in EDTF as words; other text as it is. */
    String ofText(String edtf) {
        try {
            return of(HistoricalDate.parse(edtf));
        } catch (IllegalArgumentException e) {
            return edtf;
        }
    }

    /** Whether the words are a short form of the date: of all its numbers, and no others. */
    boolean isShort(String words, HistoricalDate date) {
        var said = numbers(words);
        return !said.isEmpty() && (said.equals(numbers(of(date))) || said.equals(numbers(date.edtf())));
    }

    /** The numbers in a text, without leading noughts: what a date repeats, its short form says once. */
    private static Set<String> numbers(String text) {
        return DIGITS.matcher(text)
                .results()
                .map(m -> m.group().replaceFirst("^0+(?=.)", ""))
                .collect(Collectors.toSet());
    }

    private String point(DatePoint point) {
        return doubt(point.certainty()) + bare(point);
    }

    private String doubt(Certainty certainty) {
        return switch (certainty) {
            case CERTAIN -> "";
            case ABOUT -> language == Language.VI ? "khoảng " : "about ";
            case UNCERTAIN -> language == Language.VI ? "có lẽ " : "perhaps ";
            case UNCERTAIN_AND_ABOUT -> language == Language.VI ? "có lẽ khoảng " : "perhaps about ";
        };
    }

    private String bare(DatePoint point) {
        int year = point.year();
        return switch (language) {
            case VI ->
                switch (point.grain()) {
                    case CENTURY -> "thế kỷ " + (year / 100 + 1);
                    case DECADE -> "thập niên " + year;
                    case YEAR -> "năm " + year;
                    case MONTH -> "tháng " + point.month() + " năm " + year;
                    case DAY -> "ngày " + point.day() + " tháng " + point.month() + " năm " + year;
                };
            case EN ->
                switch (point.grain()) {
                    case CENTURY -> "the " + ordinal(year / 100 + 1) + " century";
                    case DECADE -> "the " + year + "s";
                    case YEAR -> String.valueOf(year);
                    case MONTH -> month(point) + " " + year;
                    case DAY -> point.day() + " " + month(point) + " " + year;
                };
        };
    }

    private String interval(DateInterval interval) {
        if (interval.start().isEmpty()) {
            return (language == Language.VI ? "đến " : "until ")
                    + point(interval.end().orElseThrow());
        }
        var start = interval.start().get();
        if (interval.end().isEmpty()) {
            return language == Language.VI ? "từ " + point(start) + " trở đi" : "from " + point(start) + " on";
        }
        var end = interval.end().get();
        boolean certain = !interval.isApproximate();
        if (certain && start.grain() == Grain.YEAR && end.grain() == Grain.YEAR) {
            return (language == Language.VI ? "từ năm " : "from ")
                    + start.year()
                    + (language == Language.VI ? " đến năm " : " to ")
                    + end.year();
        }
        boolean sameMonth = start.year() == end.year() && start.month() == end.month();
        if (certain && start.grain() == Grain.DAY && end.grain() == Grain.DAY && sameMonth) {
            return language == Language.VI
                    ? "từ ngày " + start.day() + " đến " + point(end)
                    : "from " + start.day() + " to " + point(end);
        }
        return language == Language.VI
                ? "từ " + point(start) + " đến " + point(end)
                : "from " + point(start) + " to " + point(end);
    }

    private static String month(DatePoint point) {
        return Month.of(point.month()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String ordinal(int number) {
        int lastTwo = number % 100;
        if (lastTwo >= 11 && lastTwo <= 13) {
            return number + "th";
        }
        return number
                + switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
