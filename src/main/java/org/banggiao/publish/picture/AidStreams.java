package org.banggiao.publish.picture;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.banggiao.publish.picture.AidDrawing.Sum;
import org.banggiao.publish.picture.Shape.Anchor;

/** Sums of aid as streams, from those who gave to what it went to: as broad as they are large (a Sankey diagram). */
final class AidStreams {
    private static final int MOST_NAMES = 12;
    private static final double LEFT = 250;
    private static final double RIGHT = AidDrawing.WIDTH - 250;
    private static final double NODE = 14;
    private static final double TOP = 42;
    private static final double HEIGHT = 340;
    private static final double GAP = 26;
    private static final double THINNEST = 1.5;

    private final Words words;
    private final Canvas canvas = new Canvas();

    AidStreams(Words words) {
        this.words = words;
    }

    /** One end of streams: where it begins, how broad it is, and how much of that has been drawn. */
    private static final class End {
        private final BigDecimal total;
        private final double top;
        private final double breadth;
        private double used;

        End(BigDecimal total, double top, double breadth) {
            this.total = total;
            this.top = top;
            this.breadth = breadth;
        }
    }

    Drawing draw(String title, String description, String unit, List<Sum> sums) {
        var total = sums.stream().map(Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        double bottom = TOP;
        if (total.signum() > 0) {
            var magnitude = Magnitude.of(total);
            canvas.text(
                    20,
                    20,
                    words.get("picture.aid.in", magnitude.name(words), unit),
                    Canvas.SMALL,
                    Anchor.START,
                    Ink.SOFT);
            var donors = names(sums, s -> words.name(s.donors()));
            var groups = names(sums, s -> AidDrawing.name(s.group(), words));
            double scale = HEIGHT / total.doubleValue();
            var left = ends(donors, scale);
            var right = ends(groups, scale);
            streams(sums, donors, groups, left, right, scale);
            nodes(left, LEFT - NODE, Anchor.END, magnitude);
            nodes(right, RIGHT, Anchor.START, magnitude);
            bottom = Math.max(bottom(left), bottom(right));
        }
        return new Drawing(AidDrawing.WIDTH, (int) bottom + 30, words.language(), title, description, canvas.shapes());
    }

    private static double bottom(Map<String, End> ends) {
        return ends.values().stream().mapToDouble(e -> e.top + e.breadth).max().orElse(TOP);
    }

    /** What each sum is drawn under: its own name, or "others" for what is smaller than the first dozen. */
    private Map<Sum, String> names(List<Sum> sums, Function<Sum, String> name) {
        var totals = new HashMap<String, BigDecimal>();
        sums.forEach(s -> totals.merge(name.apply(s), s.amount(), BigDecimal::add));
        var kept = totals.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(totals.size() > MOST_NAMES ? MOST_NAMES - 1 : MOST_NAMES)
                .map(Map.Entry::getKey)
                .toList();
        var names = new LinkedHashMap<Sum, String>();
        for (var sum : sums) {
            var own = name.apply(sum);
            names.put(
                    sum,
                    kept.contains(own) ? own : words.get("picture.others", words.number(totals.size() - kept.size())));
        }
        return names;
    }

    private static Map<String, End> ends(Map<Sum, String> names, double scale) {
        var totals = new HashMap<String, BigDecimal>();
        names.forEach((sum, name) -> totals.merge(name, sum.amount(), BigDecimal::add));
        var ends = new LinkedHashMap<String, End>();
        double y = TOP;
        for (var entry : totals.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList()) {
            double breadth = Math.max(THINNEST, entry.getValue().doubleValue() * scale);
            ends.put(entry.getKey(), new End(entry.getValue(), y, breadth));
            y += breadth + GAP;
        }
        return ends;
    }

    private void streams(
            List<Sum> sums,
            Map<Sum, String> donors,
            Map<Sum, String> groups,
            Map<String, End> left,
            Map<String, End> right,
            double scale) {
        var orderLeft = List.copyOf(left.keySet());
        var orderRight = List.copyOf(right.keySet());
        var sorted = sums.stream()
                .sorted(Comparator.comparingInt((Sum s) -> orderLeft.indexOf(donors.get(s)))
                        .thenComparingInt(s -> orderRight.indexOf(groups.get(s))))
                .toList();
        for (var sum : sorted) {
            var donor = donors.getOrDefault(sum, "");
            var group = groups.getOrDefault(sum, "");
            var from = left.get(donor);
            var to = right.get(group);
            if (from == null || to == null) {
                throw new IllegalStateException("no end of the stream of " + sum);
            }
            double breadth = Math.max(THINNEST, sum.amount().doubleValue() * scale);
            double y1 = from.top + from.used;
            double y2 = to.top + to.used;
            from.used += breadth;
            to.used += breadth;
            double middle = (LEFT + RIGHT) / 2;
            var band = new Path()
                    .to(LEFT, y1)
                    .curveTo(middle, y1, middle, y2, RIGHT, y2)
                    .lineTo(RIGHT, y2 + breadth)
                    .curveTo(middle, y2 + breadth, middle, y1 + breadth, LEFT, y1 + breadth)
                    .close();
            var text = words.get("picture.aid.pair", donor, group, words.number(sum.amount()));
            canvas.mark(
                    text,
                    sum.path(words),
                    parts -> parts.outline(band, Style.tinted(Ink.MAIN, 0.3).edged(1)));
        }
    }

    private void nodes(Map<String, End> ends, double x, Anchor anchor, Magnitude magnitude) {
        double textX = anchor == Anchor.END ? x - 10 : x + NODE + 10;
        ends.forEach((name, end) -> {
            canvas.box(x, end.top, NODE, end.breadth, Style.filled(Ink.MAIN));
            double middle = end.top + end.breadth / 2;
            canvas.text(textX, middle, Typeface.get().cut(name, Canvas.NORMAL, 205), Canvas.NORMAL, anchor, Ink.INK);
            canvas.text(textX, middle + 16, magnitude.rounded(end.total, words), Canvas.SMALL, anchor, Ink.SOFT);
        });
    }
}
