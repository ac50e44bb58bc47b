package org.banggiao.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One date at its grain: a century, a decade, a year, a month or a day.
 *
 * @param year first year: of a decade the one that ends in 0, of a century the one that ends in 00; 1 to 9999
 * @param month 1 to 12, or 0 where the text gives none
 * @param day 1 to 31, or 0 where the text gives none
 * @param grain how fine it is; agrees with month and day
 * @param certainty how sure it is of itself
 */
public record DatePoint(int year, int month, int day, Grain grain, Certainty certainty) implements HistoricalDate {
    private static final Pattern FORM =
            Pattern.compile("(\\d{4}|\\d{3}X|\\d{2}XX)(?:-(\\d{2}))?(?:-(\\d{2}))?([~?%]?)");

    /** How finely a date is given. */
    public enum Grain {
        CENTURY,
        DECADE,
        YEAR,
        MONTH,
        DAY
    }

    public DatePoint {
        boolean ok = switch (grain) {
            case CENTURY -> year % 100 == 0 && month == 0 && day == 0;
            case DECADE -> year % 10 == 0 && month == 0 && day == 0;
            case YEAR -> month == 0 && day == 0;
            case MONTH -> month >= 1 && month <= 12 && day == 0;
            case DAY ->
                month >= 1
                        && month <= 12
                        && year >= 1
                        && day >= 1
                        && day <= YearMonth.of(year, month).lengthOfMonth();
        };
        if (!ok || year < 0 || year > 9999) {
            throw new IllegalArgumentException(
                    "no such date: year " + year + ", month " + month + ", day " + day + " as " + grain);
        }
    }

    public static DatePoint ofYear(int year) {
        return new DatePoint(year, 0, 0, Grain.YEAR, Certainty.CERTAIN);
    }

    public static DatePoint ofMonth(int year, int month) {
        return new DatePoint(year, month, 0, Grain.MONTH, Certainty.CERTAIN);
    }

    /** @throws IllegalArgumentException where the calendar has no such day */
    public static DatePoint ofDay(int year, int month, int day) {
        return new DatePoint(year, month, day, Grain.DAY, Certainty.CERTAIN);
    }

    /** The ten years from {@code firstYear}, which ends in 0. */
    public static DatePoint ofDecade(int firstYear) {
        return new DatePoint(firstYear, 0, 0, Grain.DECADE, Certainty.CERTAIN);
    }

    /** The same date with another certainty. */
    public DatePoint with(Certainty other) {
        return new DatePoint(year, month, day, grain, other);
    }

    /** Reads one EDTF date of levels 0 and 1; no intervals. */
    public static DatePoint parse(String edtf) {
        var m = FORM.matcher(edtf);
        if (!m.matches()) {
            throw new IllegalArgumentException("not an EDTF date: '" + edtf + "'");
        }
        var certainty = Certainty.CERTAIN;
        for (var c : Certainty.values()) {
            if (c.mark().equals(m.group(4))) {
                certainty = c;
            }
        }
        var digits = m.group(1);
        int year = Integer.parseInt(digits.replace('X', '0'));
        int month = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
        int day = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        Grain grain;
        if (digits.endsWith("XX")) {
            grain = Grain.CENTURY;
        } else if (digits.endsWith("X")) {
            grain = Grain.DECADE;
        } else if (m.group(2) == null) {
            grain = Grain.YEAR;
        } else {
            grain = m.group(3) == null ? Grain.MONTH : Grain.DAY;
        }
        return new DatePoint(year, month, day, grain, certainty);
    }

    @Override
    public String edtf() {
        var text = switch (grain) {
            case CENTURY -> digits(year / 100, 2) + "XX";
            case DECADE -> digits(year / 10, 3) + "X";
            case YEAR -> digits(year, 4);
            case MONTH -> digits(year, 4) + "-" + digits(month, 2);
            case DAY -> digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2);
        };
        return text + certainty.mark();
    }

    private static String digits(int number, int least) {
        var digits = Integer.toString(number);
        return digits.length() >= least ? digits : "0".repeat(least - digits.length()) + digits;
    }

    /** First day of the grain. */
    public LocalDate firstDay() {
        return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
    }

    /** Last day of the grain. */
    public LocalDate lastDay() {
        return switch (grain) {
            case CENTURY -> LocalDate.of(year + 99, 12, 31);
            case DECADE -> LocalDate.of(year + 9, 12, 31);
            case YEAR -> LocalDate.of(year, 12, 31);
            case MONTH -> YearMonth.of(year, month).atEndOfMonth();
            case DAY -> firstDay();
        };
    }

    @Override
    public Optional<LocalDate> earliestStart() {
        return Optional.of(firstDay());
    }

    @Override
    public Optional<LocalDate> latestStart() {
        return Optional.of(lastDay());
    }

    @Override
    public Optional<LocalDate> earliestEnd() {
        return Optional.of(firstDay());
    }

    @Override
    public Optional<LocalDate> latestEnd() {
        return Optional.of(lastDay());
    }

    @Override
    public boolean isApproximate() {
        return certainty != Certainty.CERTAIN;
    }

    @Override
    public String toString() {
        return edtf();
    }
}
