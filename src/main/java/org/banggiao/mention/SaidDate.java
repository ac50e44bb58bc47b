package org.banggiao.mention;

import java.time.DateTimeException;
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
 * year, month and day that the context gives ({@code YYYY+1}: the year after it); {@code ANCHOR} is the date of the context
 * itself.
 *
 * @param form that text
 */
public record SaidDate(String form) {
    private static final Pattern START = Pattern.compile("^(?:\\.\\./)?(\\d{4}|YYYY)(?:-(\\d{2}|MM))?");
    private static final Pattern GAP = Pattern.compile("(YYYY|MM|DD)(?:\\+(\\d+))?");

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
        var point = startOf(context);
        if (point == null) {
            return Optional.empty();
        }
        var filled = new StringBuilder();
        var matcher = GAP.matcher(form);
        int from = 0;
        int carry = 0;
        // From the smallest unit up would need the whole date; months carry into years, which stand before them.
        int monthsMore = plus("MM");
        if (point.month() > 0) {
            carry = (point.month() - 1 + monthsMore) / 12;
        }
        while (matcher.find()) {
            filled.append(form, from, matcher.start());
            int more = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            switch (matcher.group(1)) {
                case "YYYY" ->
                    filled.append(
                            String.format(Locale.ROOT, "%04d", point.year() + more + (monthsMore > 0 ? carry : 0)));
                case "MM" -> {
                    if (point.month() == 0) {
                        return Optional.empty();
                    }
                    filled.append(String.format(Locale.ROOT, "%02d", (point.month() - 1 + more) % 12 + 1));
                }
                default -> {
                    if (point.day() == 0) {
                        return Optional.empty();
                    }
                    filled.append(String.format(Locale.ROOT, "%02d", point.day() + more));
                }
            }
            from = matcher.end();
        }
        filled.append(form.substring(from));
        return parse(filled.toString());
    }

    private int plus(String unit) {
        int at = form.indexOf(unit + "+");
        return at < 0
                ? 0
                : Integer.parseInt(form.substring(at + unit.length() + 1).replaceAll("\\D.*", ""));
    }

    private static @Nullable DatePoint startOf(HistoricalDate date) {
        return switch (date) {
            case DatePoint p -> p.grain().compareTo(DatePoint.Grain.YEAR) >= 0 ? p : null;
            case DateInterval i -> i.start().or(i::end).orElse(null);
            case DateAlternatives a -> startOf(a.choices().get(0));
        };
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
        return form.matches("(\\d{4}|YYYY)-(\\d{2}|MM)-(\\d{2}|DD).*");
    }

    /** The same month with another day. */
    SaidDate withDay(int day) {
        return new SaidDate(form.substring(0, 8) + String.format(Locale.ROOT, "%02d", day));
    }

    /** Its month where it is a month and no more, else 0. */
    int month() {
        return form.matches("(\\d{4}|YYYY)-\\d{2}") ? Integer.parseInt(form.substring(5)) : 0;
    }
}
