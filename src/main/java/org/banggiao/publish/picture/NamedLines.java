package org.banggiao.publish.picture;

import java.util.List;
import java.util.Optional;
import org.banggiao.publish.picture.Shape.Anchor;

/** Draws things along time with a line each: the date at the left, the mark at its time, the name beside it where there is more room. */
final class NamedLines {
    /** Pixels at the left and right of all drawings along time. */
    static final double EDGE = 20;

    /** Where the lines begin under the title. */
    static final double TOP = 34;

    private static final double DATES = 250;
    private static final double ROW = 25;
    private static final double LEAST_FOR_A_NAME = 120;

    /**
     * One line.
     *
     * @param when in words
     * @param href the path of the page of what it is about
     * @param isStressed whether it stands out: sources dispute it
     */
    record Line(String when, String name, Optional<String> href, Span span, boolean isStressed) {}

    private final Canvas canvas;
    private final Words words;

    NamedLines(Canvas canvas, Words words) {
        this.canvas = canvas;
        this.words = words;
    }

    /** Draws the lines and gives where they end. */
    double draw(List<Line> lines, Window window) {
        double bottom = TOP + Math.max(1, lines.size()) * ROW + 6;
        var axis =
                TimeAxis.of(lines.stream().map(Line::span).toList(), window, EDGE + DATES, Timeline.WIDTH - EDGE - 12);
        axis.draw(canvas, TOP, bottom, words);
        var mark = new SpanMark(axis, 10);
        double y = TOP + ROW / 2 + 3;
        for (var line : lines) {
            row(line, mark, y);
            y += ROW;
        }
        return bottom;
    }

    private void row(Line line, SpanMark mark, double y) {
        var when = Typeface.get().cut(line.when(), Canvas.SMALL, DATES - 24);
        canvas.text(EDGE, y + 4.5, when, Canvas.SMALL, Anchor.START, Ink.SOFT);
        canvas.mark(line.when() + ": " + line.name(), line.href(), parts -> {
            var ink = line.isStressed() ? Ink.STRESS : Ink.MAIN;
            var extent = mark.extent(line.span());
            if (room(extent) < LEAST_FOR_A_NAME) {
                new SpanMark(mark.axis(), 6).draw(parts, line.span(), y + 8, ink);
                double most = extent.right() - extent.left() - 20;
                var name = Typeface.get().cut(line.name(), Canvas.NORMAL, most);
                parts.text(extent.left() + 10, y + 1.5, name, Canvas.NORMAL, Anchor.START, Ink.INK);
            } else {
                mark.draw(parts, line.span(), y, ink);
                name(parts, line.name(), extent, y + 4.5);
            }
        });
    }

    private static double toTheRight(SpanMark.Extent extent) {
        return Timeline.WIDTH - EDGE - extent.right() - 14;
    }

    private static double toTheLeft(SpanMark.Extent extent) {
        return extent.left() - 14 - (EDGE + DATES - 10);
    }

    /** The pixels beside a mark, where there are more; where they are few, the name stands over it. */
    private static double room(SpanMark.Extent extent) {
        return Math.max(toTheRight(extent), toTheLeft(extent));
    }

    /** At the right where it fits or there is more room than at the left. */
    private static void name(Canvas parts, String name, SpanMark.Extent extent, double y) {
        var face = Typeface.get();
        double size = Canvas.NORMAL;
        double right = toTheRight(extent);
        double left = toTheLeft(extent);
        double width = face.width(name, size) * 1.05;
        if (width <= right || right >= left) {
            parts.text(extent.right() + 10, y, face.cut(name, size, right / 1.05), size, Anchor.START, Ink.INK);
        } else {
            parts.text(extent.left() - 10, y, face.cut(name, size, left / 1.05), size, Anchor.END, Ink.INK);
        }
    }
}
