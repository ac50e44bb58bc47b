package org.banggiao.publish.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.banggiao.publish.picture.AidDrawing.Sum;
import org.banggiao.publish.picture.Shape.Anchor;
import org.banggiao.time.HistoricalDate;

/**
 * Sums of aid by year: a row of bars for each donor and group, each on its own scale. What was given over several years stands under the
 * years as one sum, since the sources do not say how it was spread.
 */
final class AidYears {
    /** Rows that are drawn; the table has the others. */
    static final int MOST_PANELS = 12;

    private static final double LEFT = 86;
    private static final double RIGHT = AidDrawing.WIDTH - 40;
    private static final double PANEL = 120;
    private static final double PERIOD_ROW = 24;

    private final Words words;
    private final Canvas canvas = new Canvas();

    AidYears(Words words) {
        this.words = words;
    }

    /**
     * A period as years.
     *
     * @param from the first
     * @param to the last
     */
    private record Years(int from, int to, Sum sum) {
        static Optional<Years> of(Sum sum) {
            try {
                var date = HistoricalDate.parse(sum.period());
                return date.earliestStart()
                        .flatMap(s -> date.latestEnd().map(e -> new Years(s.getYear(), e.getYear(), sum)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** Sums by donors and group, those with the largest total first. */
    static List<List<Sum>> groups(List<Sum> sums) {
        var groups = new TreeMap<String, List<Sum>>();
        sums.forEach(s -> groups.computeIfAbsent(s.donors() + " " + s.group(), g -> new ArrayList<>())
                .add(s));
        return groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Sum>> g) -> total(g.getValue()))
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static BigDecimal total(List<Sum> sums) {
        return sums.stream().map(Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Drawing draw(String title, String description, String unit, List<Sum> sums) {
        var years = sums.stream().flatMap(s -> Years.of(s).stream()).toList();
        double y = 32;
        if (!years.isEmpty()) {
            int first = years.stream().mapToInt(Years::from).min().orElseThrow();
            int last = years.stream().mapToInt(Years::to).max().orElseThrow();
            var magnitude = Magnitude.of(sums.stream()
                    .map(Sum::amount)
                    .max(Comparator.naturalOrder())
                    .orElse(BigDecimal.ONE));
            var step = new Step(first, (RIGHT - LEFT) / (last - first + 1), last);
            canvas.text(
                    20,
                    20,
                    words.get("picture.aid.in.years", magnitude.name(words), unit),
                    Canvas.SMALL,
                    Anchor.START,
                    Ink.SOFT);
            for (var group : groups(sums).stream().limit(MOST_PANELS).toList()) {
                y = panel(group, magnitude, step, y);
            }
        }
        return new Drawing(AidDrawing.WIDTH, (int) y + 10, words.language(), title, description, canvas.shapes());
    }

    /** Where years lie. */
    private record Step(int first, double width, int last) {
        double x(int year) {
            return LEFT + (year - first) * width;
        }
    }

    private double panel(List<Sum> group, Magnitude magnitude, Step step, double top) {
        var first = group.getFirst();
        var name = words.get(
                "picture.aid.pair",
                words.name(first.donors()),
                AidDrawing.name(first.group(), words),
                magnitude.rounded(total(group), words));
        canvas.text(20, top + 18, name, 15, Anchor.START, Ink.INK);
        var years = group.stream()
                .flatMap(s -> Years.of(s).stream())
                .sorted(Comparator.comparingInt(Years::from).thenComparingInt(Years::to))
                .toList();
        double bottom = top + 42;
        if (years.stream().anyMatch(s -> s.from() == s.to())) {
            bottom = top + 44 + PANEL;
            var most = years.stream()
                    .filter(s -> s.from() == s.to())
                    .map(s -> s.sum().amount())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            var scale = Scale.upTo(magnitude.in(most), bottom, top + 44);
            scale.draw(canvas, LEFT, RIGHT, words);
            bars(years, magnitude, scale, step);
        } else {
            canvas.line(LEFT, bottom, RIGHT, bottom, Style.line(Ink.SOFT, 1));
        }
        names(step, bottom);
        return periods(years, magnitude, step, bottom + 28) + 18;
    }

    private void bars(List<Years> years, Magnitude magnitude, Scale scale, Step step) {
        double free = Double.NEGATIVE_INFINITY;
        for (var bar : years) {
            if (bar.from() == bar.to()) {
                var amount = magnitude.in(bar.sum().amount());
                double width = Math.min(46, step.width() * 0.72);
                double x = step.x(bar.from()) + (step.width() - width) / 2;
                double y = Math.min(scale.y(amount), scale.bottom() - 1.5);
                canvas.mark(
                        bar.from() + ": " + words.number(bar.sum().amount()),
                        bar.sum().path(words),
                        parts -> parts.box(x, y, width, scale.bottom() - y, Style.filled(Ink.MAIN)));
                var label = magnitude.rounded(bar.sum().amount(), words);
                double half = Typeface.get().width(label, Canvas.SMALL) / 2;
                if (x + width / 2 - half > free) {
                    canvas.text(x + width / 2, y - 5, label, Canvas.SMALL, Anchor.MIDDLE, Ink.INK);
                    free = x + width / 2 + half + 4;
                }
            }
        }
    }

    private void names(Step step, double y) {
        int every = IntStream.of(1, 2, 5, 10, 20, 50, 100)
                .filter(n -> n * step.width() >= 40)
                .findFirst()
                .orElse(200);
        for (int year = step.first(); year <= step.last(); year++) {
            if (Math.floorMod(year, every) == 0) {
                canvas.text(
                        step.x(year) + step.width() / 2,
                        y + 16,
                        TimeAxis.year(year, words),
                        Canvas.SMALL,
                        Anchor.MIDDLE,
                        Ink.SOFT);
            }
        }
    }

    /** What was given over several years: a bracket over them with the sum, in as many lines as are needed. */
    private double periods(List<Years> years, Magnitude magnitude, Step step, double top) {
        var free = new ArrayList<Double>();
        for (var period : years) {
            if (period.from() == period.to()) {
                continue;
            }
            double left = step.x(period.from()) + 2;
            double right = step.x(period.to()) + step.width() - 2;
            var text = period.from() + "–" + period.to() + ": "
                    + magnitude.rounded(period.sum().amount(), words);
            double width = Typeface.get().width(text, Canvas.SMALL) * 1.06 + 8;
            boolean isInside = width + 10 < right - left;
            boolean isRight = right + width < RIGHT + 30;
            double begin = isInside || isRight ? left : left - width;
            double end = isInside || !isRight ? right : right + width;
            int row = 0;
            while (row < free.size() && free.get(row) > begin) {
                row++;
            }
            if (row == free.size()) {
                free.add(0.0);
            }
            free.set(row, end + 6);
            double y = top + row * PERIOD_ROW;
            canvas.mark(text, period.sum().path(words), parts -> {
                parts.box(
                        left, y, right - left, 17, Style.tinted(Ink.OTHER, 0.16).edged(1.2));
                if (isInside) {
                    parts.text((left + right) / 2, y + 13, text, Canvas.SMALL, Anchor.MIDDLE, Ink.INK);
                } else {
                    parts.text(
                            isRight ? right + 6 : left - 6,
                            y + 13,
                            text,
                            Canvas.SMALL,
                            isRight ? Anchor.START : Anchor.END,
                            Ink.INK);
                }
            });
        }
        return top + free.size() * PERIOD_ROW;
    }
}
