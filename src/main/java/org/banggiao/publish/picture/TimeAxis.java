package org.banggiao.publish.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.banggiao.publish.picture.Shape.Anchor;

/**
 * Where days lie from left to right, evenly.
 *
 * @param from the first day
 * @param until the day after the last
 * @param left where the first day begins, in pixels
 * @param right where the last one ends
 */
record TimeAxis(LocalDate from, LocalDate until, double left, double right) {
    private static final double LEAST_BETWEEN_TICKS = 64;
    private static final int[] MONTHS = {1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000};

    TimeAxis {
        if (!from.isBefore(until) || !(left < right)) {
            throw new IllegalArgumentException(
                    "no axis from " + from + " to " + until + " between " + left + " and " + right);
        }
    }

    /** The axis that holds all spans, with some room around them; the years of the window where one is given. */
    static TimeAxis of(List<Span> spans, Window window, double left, double right) {
        var first = spans.stream().flatMap(s -> s.first().stream()).min(LocalDate::compareTo);
        var last = spans.stream().flatMap(s -> s.last().stream()).max(LocalDate::compareTo);
        var from = window.from().map(y -> LocalDate.of(y, 1, 1)).or(() -> first);
        var until = window.to().map(y -> LocalDate.of(y + 1, 1, 1)).or(() -> last.map(d -> d.plusDays(1)));
        var begin = from.orElse(LocalDate.of(2000, 1, 1));
        var end = until.filter(begin::isBefore).orElse(begin.plusYears(1));
        long days = ChronoUnit.DAYS.between(begin, end);
        long room = Math.max(3, days / 40);
        return new TimeAxis(
                window.from().isPresent() ? begin : begin.minusDays(room),
                window.to().isPresent() ? end : end.plusDays(room),
                left,
                right);
    }

    /** Where a day begins. */
    double x(LocalDate day) {
        double share = (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, until);
        return Math.clamp(left + share * (right - left), left, right);
    }

    /** Where a day ends. */
    double xAfter(LocalDate day) {
        return x(day.plusDays(1));
    }

    /** A step of time that has a line and a name. */
    private record Tick(LocalDate day, String name) {}

    private List<Tick> ticks(Words words) {
        double perMonth = (right - left) / Math.max(1, ChronoUnit.DAYS.between(from, until) / 30.44);
        if (perMonth / 30.44 * 7 > LEAST_BETWEEN_TICKS) {
            return days(words);
        }
        int step = MONTHS[MONTHS.length - 1];
        for (int months : MONTHS) {
            if (months * perMonth >= LEAST_BETWEEN_TICKS) {
                step = months;
                break;
            }
        }
        var ticks = new ArrayList<Tick>();
        long first = Math.floorDiv(from.getYear() * 12L + from.getMonthValue() - 1, (long) step) * step;
        for (long month = first; ticks.size() < 200; month += step) {
            var day = LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
            if (!day.isBefore(until)) {
                break;
            }
            if (!day.isBefore(from)) {
                boolean isYear = day.getMonthValue() == 1;
                ticks.add(new Tick(
                        day,
                        step >= 12 || isYear
                                ? year(day.getYear(), words)
                                : words.get("picture.month", day.getMonthValue(), year(day.getYear(), words))));
            }
        }
        return ticks;
    }

    private List<Tick> days(Words words) {
        double perDay = (right - left) / ChronoUnit.DAYS.between(from, until);
        int step = perDay >= LEAST_BETWEEN_TICKS ? 1 : 7;
        var ticks = new ArrayList<Tick>();
        for (var day = from; day.isBefore(until) && ticks.size() < 200; day = day.plusDays(step)) {
            ticks.add(new Tick(
                    day,
                    words.get("picture.day", day.getDayOfMonth(), day.getMonthValue(), year(day.getYear(), words))));
        }
        return ticks;
    }

    /** A year of the calendar as people count: there is none between 1 BC and 1 AD. */
    static String year(int year, Words words) {
        return year > 0 ? String.valueOf(year) : words.get("picture.before-christ", 1 - year);
    }

    /** Draws lines from top to bottom, with the names of times over and under them. */
    void draw(Canvas canvas, double top, double bottom, Words words) {
        double free = Double.NEGATIVE_INFINITY;
        for (var tick : ticks(words)) {
            double x = x(tick.day());
            canvas.line(x, top, x, bottom, Style.line(Ink.LINE, 1));
            double half = Typeface.get().width(tick.name(), Canvas.SMALL) / 2;
            double at = Math.clamp(x, left - 20 + half, right + 20 - half);
            if (at - half > free) {
                canvas.text(at, top - 6, tick.name(), Canvas.SMALL, Anchor.MIDDLE, Ink.SOFT);
                canvas.text(at, bottom + 15, tick.name(), Canvas.SMALL, Anchor.MIDDLE, Ink.SOFT);
                free = at + half + 6;
            }
        }
        canvas.line(left, top, right, top, Style.line(Ink.SOFT, 1));
        canvas.line(left, bottom, right, bottom, Style.line(Ink.SOFT, 1));
    }
}
