package org.banggiao.publish.reconcile;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banggiao.text.Folding;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates as records of catalogues write them: in figures (18/7/1977, 18-7-1977, 1977-07-18), in Vietnamese with tones or without
 * (ngày 18 tháng 7 năm 1977, tháng 7/1977), in English (18 July 1977, July 18th, 1977), as a month or a year, as years from and
 * to. Where day and month could be taken for each other, the day comes first.
 */
final class SaidDates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String YEAR = "([12][0-9]{3})";
    private static final String TWO = "([0-3]?[0-9])";
    private static final String BEGIN = "(?<![\\p{L}0-9])";
    private static final String END = "(?![\\p{L}0-9])";
    private static final String DAY_WORD = "(?:(?:ngay|mong|mung|hom)\\s+)?";
    private static final String YEAR_WORD = "(?:nam\\s+)?";

    /** Makes a date of what a form has found; empty where it is no day of the calendar. */
    private interface Made {
        Optional<String> edtf(MatchResult found);
    }

    private record Form(Pattern pattern, Made made) {}

    private static final List<Form> FORMS = List.of(
            form(
                    "([12][0-9]{3})-([01][0-9])-([0-3][0-9])(?:t[0-9:.]+(?:z|[+-][0-9:]+)?)?",
                    m -> day(m.group(1), m.group(2), m.group(3))),
            form(
                    DAY_WORD + TWO + "\\s*thang\\s*([01]?[0-9])\\s*(?:,|-|/)?\\s*" + YEAR_WORD + YEAR,
                    m -> day(m.group(3), m.group(2), m.group(1))),
            form(
                    DAY_WORD + TWO + "\\s*[-/.]\\s*([0-3]?[0-9])\\s*[-/.]\\s*" + YEAR,
                    m -> day(m.group(3), m.group(2), m.group(1)).or(() -> day(m.group(3), m.group(1), m.group(2)))),
            form(
                    "(?:on\\s+)?" + TWO + "(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTH + ",?\\s+" + YEAR,
                    m -> day(m.group(3), month(m.group(2)), m.group(1))),
            form(
                    MONTH + "\\s+" + TWO + "(?:st|nd|rd|th)?,?\\s+" + YEAR,
                    m -> day(m.group(3), month(m.group(1)), m.group(2))),
            form("(?:thang\\s*)([01]?[0-9])\\s*(?:,|-|/)?\\s*" + YEAR_WORD + YEAR, m -> month(m.group(2), m.group(1))),
            form("([01]?[0-9])\\s*[-/]\\s*" + YEAR, m -> month(m.group(2), m.group(1))),
            form("([12][0-9]{3})-([01][0-9])", m -> month(m.group(1), m.group(2))),
            form(MONTH + ",?\\s+" + YEAR, m -> month(m.group(2), month(m.group(1)))),
            form(YEAR_WORD + YEAR + "\\s*[-–—/]\\s*" + YEAR, m -> years(m.group(1), m.group(2))),
            form(YEAR_WORD + YEAR, m -> Optional.of(m.group(1))));

    private static final Pattern TOLERANCE =
            Pattern.compile("\\s*(?:±|\\+/?-)\\s*([0-9]{1,4})\\s*(d|days?|ngay|m|months?|thang|y|years?|nam)?\\s*$");

    private SaidDates() {}

    private static Form form(String pattern, Made made) {
        return new Form(Pattern.compile(BEGIN + pattern + END), made);
    }

    /**
     * A date in a text.
     *
     * @param start where it begins, in chars of the text
     * @param end where it ends, exclusive
     */
    record Spot(int start, int end, HistoricalDate date) {}

    /**
     * The dates in a text, in their order.
     *
     * @param text in NFC
     */
    static List<Spot> in(String text) {
        var plain = new StringBuilder(Folding.withoutAccents(text));
        var found = new ArrayList<Spot>();
        for (var form : FORMS) {
            Matcher matcher = form.pattern.matcher(plain.toString());
            while (matcher.find()) {
                var edtf = form.made.edtf(matcher.toMatchResult());
                if (edtf.isPresent()) {
                    found.add(new Spot(matcher.start(), matcher.end(), HistoricalDate.parse(edtf.get())));
                    // What has been read once is no part of another date.
                    plain.replace(matcher.start(), matcher.end(), "|".repeat(matcher.end() - matcher.start()));
                }
            }
        }
        return found.stream()
                .sorted((a, b) -> Integer.compare(a.start, b.start))
                .toList();
    }

    /**
     * A date that stands alone, in EDTF or as above, perhaps with a tolerance ({@code 18/7/1977 ± 3 days}).
     *
     * @return empty where it cannot be read as a date
     */
    static Optional<AskedDate> of(String value) {
        var text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
        var tolerance = TOLERANCE.matcher(Folding.withoutAccents(text));
        if (tolerance.find()) {
            int days = Math.min(AskedDate.MOST_DAYS, Integer.parseInt(tolerance.group(1)) * unit(tolerance.group(2)));
            return of(text.substring(0, tolerance.start())).map(d -> d.within(days));
        }
        try {
            return Optional.of(AskedDate.of(HistoricalDate.parse(text)));
        } catch (IllegalArgumentException e) {
            return in(text).stream().findFirst().map(spot -> AskedDate.of(spot.date));
        }
    }

    /** How many days a unit of time has at most. */
    private static int unit(@Nullable String word) {
        return word == null
                ? 1
                : switch (word.charAt(0)) {
                    case 'm', 't' -> 31;
                    case 'y' -> 366;
                    case 'n' -> word.equals("nam") ? 366 : 1;
                    default -> 1;
                };
    }

    private static String month(String name) {
        return String.valueOf(MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1);
    }

    private static Optional<String> day(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(number(year), number(month), number(day)).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> month(String year, String month) {
        int number = number(month);
        return number < 1 || number > 12 ? Optional.empty() : Optional.of("%s-%02d".formatted(year, number));
    }

    private static Optional<String> years(String from, String to) {
        return number(from) > number(to) ? Optional.empty() : Optional.of(from + "/" + to);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
