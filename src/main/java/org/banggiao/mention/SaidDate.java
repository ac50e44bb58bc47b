package org.banggiao.mention;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.banggiao.time.DateAlternatives;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date as a sentence says it, not yet resolved: EDTF in which {@code YYYY}, {@code MM} and {@code DD} stand for the
 * year, month and day that the context gives ({@code YYYY+1}: the year after it,
 * {@code YYYY-MM+-2}: two months before); {@code ANCHOR} is the date of the context
 * itself.
 *
 * @param form that text
 */
public record SaidDate(String form) {
    private static final Pattern START = Pattern.compile("^(?:\\.\\./)?(\\d{4}|YYYY)(?:-(\\d{2}|MM))?");
    private static final Pattern DAY = Pattern.compile("(\\d{4}|YYYY)-(\\d{2}|MM)-(\\d{2}|DD)");
    private static final Pattern MONTH = Pattern.compile("(\\d{4}|YYYY)-\\d{2}");
    private static final String MORE = "(?:\\+(-?\\d+))?";
    private static final Pattern POINT = Pattern.compile(
            "(\\d{4}|YYYY)" + MORE + "(?:-(\\d{2}|MM)" + MORE + "(?:-(\\d{2}|DD)" + MORE + ")?)?([~?%]?)");

    /** Whether it says everything itself. */
    public boolean isWhole() {
        return !form.contains("YYYY") && !form.contains("MM") && !form.contains("DD") && !form.equals("ANCHOR");
    }

    /** Whether the context must give a month or a day. */
    public boolean needsMonth() {
        return form.contains("MM") || form.contains("DD");
    }

    /** Whether it lacks the year. */
    public boolean lacksYear() {
        return form.contains("YYYY") || form.equals("ANCHOR");
    }

    /** The date where it says everything itself and the calendar has it. */
    public Optional<HistoricalDate> whole() {
        return isWhole() ? parse(form) : Optional.empty();
    }

    /** The date, what is missing taken from the context; empty where the context does not give it. */
    public Optional<HistoricalDate> resolve(@Nullable HistoricalDate context) {
        if (isWhole()) {
            return parse(form);
        }
        if (context == null) {
            return Optional.empty();
        }
        if (form.equals("ANCHOR")) {
            return Optional.of(context);
        }
        var from = pointOf(context);
        if (from == null) {
            return Optional.empty();
        }
        var filled = new ArrayList<String>();
        for (var side : form.split("/")) {
            var point = filled(side, from);
            if (point == null) {
                return Optional.empty();
            }
            filled.add(point);
        }
        return parse(String.join("/", filled));
    }

    /** One end of the form with what a point of the context gives; null where that is not enough. */
    private static @Nullable String filled(String side, DatePoint from) {
        var parts = POINT.matcher(side);
        if (side.equals("..") || !parts.matches()) {
            return side;
        }
        int year = value(parts.group(1), from.year()) + more(parts.group(2));
        if (parts.group(3) == null) {
            return String.format(Locale.ROOT, "%04d%s", year, parts.group(7));
        }
        int month = value(parts.group(3), from.month());
        if (month == 0) {
            return null;
        }
        int months = year * 12 + month - 1 + more(parts.group(4));
        if (parts.group(5) == null) {
            return String.format(Locale.ROOT, "%04d-%02d%s", months / 12, months % 12 + 1, parts.group(7));
        }
        int day = value(parts.group(5), from.day());
        if (day == 0) {
            return null;
        }
        int days = more(parts.group(6));
        if (days == 0) {
            return String.format(Locale.ROOT, "%04d-%02d-%02d%s", months / 12, months % 12 + 1, day, parts.group(7));
        }
        return LocalDate.of(months / 12, months % 12 + 1, day).plusDays(days) + parts.group(7);
    }

    /** The number that is written, or that of the context where it is left out. */
    private static int value(String written, int inContext) {
        return Character.isDigit(written.charAt(0)) ? Integer.parseInt(written) : inContext;
    }

    private static int more(@Nullable String written) {
        return written == null ? 0 : Integer.parseInt(written);
    }

    /** Where in the context counting begins: at its start, but at its end for "three days later". */
    private @Nullable DatePoint pointOf(HistoricalDate date) {
        boolean later = form.contains("+") && !form.contains("+-");
        return switch (date) {
            case DatePoint p -> p.grain().compareTo(DatePoint.Grain.YEAR) >= 0 ? p : null;
            case DateInterval i ->
                later ? i.end().or(i::start).orElse(null) : i.start().or(i::end).orElse(null);
            case DateAlternatives a -> pointOf(a.choices().get(0));
        };
    }

    /** The same distance the other way: of "a day after" the day before. */
    public SaidDate reversed() {
        return new SaidDate(form.replace("+-", "#").replace("+", "+-").replace("#", "+"));
    }

    /** Whether it is so far from another date: "three months later". */
    public boolean isDistance() {
        return form.contains("+");
    }

    private static Optional<HistoricalDate> parse(String edtf) {
        try {
            return Optional.of(HistoricalDate.parse(edtf));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** This with the year and month of another where it lacks them: of "29 August to 1 September 1976" the first. */
    SaidDate withYearOf(SaidDate other) {
        var parts = START.matcher(other.form);
        if (isWhole() || !parts.find()) {
            return this;
        }
        var filled = parts.group(1).equals("YYYY") ? form : form.replace("YYYY", parts.group(1));
        var month = parts.group(2);
        return new SaidDate(month == null || month.equals("MM") ? filled : filled.replace("MM", month));
    }

    /** Whether it names a day. */
    boolean hasDay() {
        return DAY.matcher(form).lookingAt();
    }

    /** The same month with another day. */
    SaidDate withDay(int day) {
        return new SaidDate(form.substring(0, 8) + String.format(Locale.ROOT, "%02d", day));
    }

    /** Its month where it is a month and no more, else 0. */
    int month() {
        return MONTH.matcher(form).matches() ? Integer.parseInt(form.substring(5)) : 0;
    }
}
