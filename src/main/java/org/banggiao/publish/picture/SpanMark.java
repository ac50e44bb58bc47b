package org.banggiao.publish.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.banggiao.publish.picture.Shape.Anchor;

/**
 * Draws when something was, with no more precision than is known: a disc is a day; full bars are days on which it certainly was; pale
 * shapes with points for ends are days on which it may have been; an open end has an arrow; dates that sources dispute are joined
 * by dots; dashes are dates that say "about" or "perhaps".
 *
 * @param axis where days lie
 * @param height of a bar in pixels
 */
record SpanMark(TimeAxis axis, double height) {
    private static final double LINE = 1.3;
    private static final double LONGEST_POINT = 14;

    /** Where a span begins and ends in the drawing. */
    record Extent(double left, double right) {}

    /** What a span takes, from left to right. */
    Extent extent(Span span) {
        double left = span.earliestStart().map(axis::x).orElse(axis.left());
        double right = span.latestEnd().map(axis::xAfter).orElse(axis.right());
        double middle = (left + right) / 2;
        return new Extent(Math.min(left, middle - height / 2), Math.max(right, middle + height / 2));
    }

    /** Draws a span around a height. */
    void draw(Canvas canvas, Span span, double y, Ink ink) {
        if (!span.alternatives().isEmpty()) {
            var extent = extent(span);
            canvas.line(extent.left(), y, extent.right(), y, Style.dashed(ink, LINE));
            span.alternatives().forEach(choice -> draw(canvas, choice, y, ink));
        } else if (span.isDay()) {
            double x = (axis.x(span.earliestStart().orElseThrow())
                            + axis.xAfter(span.latestEnd().orElseThrow()))
                    / 2;
            var style = span.isAbout() ? Style.pale(ink).dashed() : Style.filled(ink);
            canvas.disc(x, y, height / 2, style);
        } else {
            range(canvas, span, y, ink);
        }
    }

    private void range(Canvas canvas, Span span, double y, Ink ink) {
        var extent = extent(span);
        double left = extent.left();
        double right = extent.right();
        double half = height / 2;
        double widest = Math.min(LONGEST_POINT, (right - left) / 2);
        double leftPoint = span.earliestStart().isEmpty() ? 0 : point(span.earliestStart(), span.latestStart(), widest);
        double rightPoint = span.latestEnd().isEmpty() ? 0 : point(span.earliestEnd(), span.latestEnd(), widest);
        var body = new Path().to(left, y).lineTo(left + leftPoint, y - half).lineTo(right - rightPoint, y - half);
        body.lineTo(right, y)
                .lineTo(right - rightPoint, y + half)
                .lineTo(left + leftPoint, y + half)
                .close();
        if (right - left <= height + 1
                && span.earliestStart().equals(span.latestStart())
                && span.earliestEnd().equals(span.latestEnd())
                && span.isCertainSomewhere()) {
            canvas.box(left, y - half, right - left, height, Style.filled(ink));
            return;
        }
        var pale = Style.pale(ink);
        canvas.outline(body, span.isAbout() ? pale.dashed() : pale);
        if (span.isCertainSomewhere()) {
            double from = axis.x(span.latestStart().orElseThrow());
            double to = axis.xAfter(span.earliestEnd().orElseThrow());
            if (to > from) {
                canvas.box(from, y - half, Math.max(2, to - from), height, Style.filled(ink));
            }
        }
        if (span.latestEnd().isEmpty()) {
            arrow(canvas, right, y, 1, ink);
        }
        if (span.earliestStart().isEmpty()) {
            arrow(canvas, left, y, -1, ink);
        }
    }

    /** How long the pointed end of a body is: nothing where the bound is known to the day. */
    private double point(Optional<LocalDate> early, Optional<LocalDate> late, double widest) {
        if (early.equals(late)) {
            return 0;
        }
        double soft = early.isPresent() && late.isPresent() ? axis.xAfter(late.get()) - axis.x(early.get()) : widest;
        return Math.min(widest, Math.max(3, soft));
    }

    private void arrow(Canvas canvas, double x, double y, int direction, Ink ink) {
        double half = height / 2 + 1;
        canvas.outline(
                new Path()
                        .to(x, y - half)
                        .lineTo(x + direction * half, y)
                        .lineTo(x, y + half)
                        .close(),
                Style.filled(ink));
    }

    /** Draws what the signs mean, in a line; gives where it ends. */
    static double legend(Canvas canvas, double left, double y, Words words) {
        var axis = new TimeAxis(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 2, 1), 0, 31);
        var day = Span.of(LocalDate.of(2000, 1, 4));
        var open = new Span(
                Optional.of(LocalDate.of(2000, 1, 1)),
                Optional.of(LocalDate.of(2000, 1, 1)),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
        var month = span(1, 28, 1, 28, false);
        var samples = List.of(
                new Sample("picture.legend.day", day, Ink.MAIN),
                new Sample("picture.legend.certain", span(1, 1, 28, 28, false), Ink.MAIN),
                new Sample("picture.legend.possible", month, Ink.MAIN),
                new Sample("picture.legend.about", span(1, 28, 1, 28, true), Ink.MAIN),
                new Sample("picture.legend.open", open, Ink.MAIN),
                new Sample(
                        "picture.legend.either",
                        new Span(
                                Optional.of(LocalDate.of(2000, 1, 4)),
                                Optional.of(LocalDate.of(2000, 1, 26)),
                                Optional.of(LocalDate.of(2000, 1, 4)),
                                Optional.of(LocalDate.of(2000, 1, 26)),
                                false,
                                List.of(day, Span.of(LocalDate.of(2000, 1, 26)))),
                        Ink.STRESS));
        double x = left;
        double line = y;
        for (var sample : samples) {
            var text = words.get(sample.key());
            double width = Typeface.get().width(text, Canvas.SMALL) * 1.06;
            boolean isPoint = sample.span().isDay();
            double sign = isPoint ? 8 : 31;
            if (x + sign + 8 + width > Timeline.WIDTH - 10) {
                x = left;
                line += 20;
            }
            double start = x - (isPoint ? 1 : 0);
            var shifted = new SpanMark(new TimeAxis(axis.from(), axis.until(), start, start + 31), 8);
            shifted.draw(canvas, sample.span(), line - 4, sample.ink());
            canvas.text(x + sign + 8, line, text, Canvas.SMALL, Anchor.START, Ink.SOFT);
            x += sign + 8 + width + 22;
        }
        return line;
    }

    private record Sample(String key, Span span, Ink ink) {}

    private static Span span(int a, int b, int c, int d, boolean isAbout) {
        return new Span(
                Optional.of(LocalDate.of(2000, 1, a)),
                Optional.of(LocalDate.of(2000, 1, b)),
                Optional.of(LocalDate.of(2000, 1, c)),
                Optional.of(LocalDate.of(2000, 1, d)),
                isAbout,
                List.of());
    }
}
