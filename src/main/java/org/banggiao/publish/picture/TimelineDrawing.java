package org.banggiao.publish.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.banggiao.publish.picture.Shape.Anchor;
import org.banggiao.publish.picture.Timeline.Dated;

/** Draws things along time: each in a line with its name, or as marks by sort. */
final class TimelineDrawing {
    private static final double EDGE = NamedLines.EDGE;
    private static final double LANE_NAME = 190;
    private static final double PACKED_ROW = 11;
    private static final int MOST_IN_A_LANE = 120;

    private final Window window;
    private final Words words;
    private final Canvas canvas = new Canvas();

    TimelineDrawing(Window window, Words words) {
        this.window = window;
        this.words = words;
    }

    Drawing of(String title, String description, List<Dated> things) {
        boolean isNamed = things.size() <= Timeline.MOST_NAMED;
        double bottom = isNamed ? named(things) : packed(things);
        double end = SpanMark.legend(canvas, EDGE, bottom + 46, words);
        return new Drawing(
                Timeline.WIDTH, (int) Math.ceil(end + 14), words.language(), title, description, canvas.shapes());
    }

    private double named(List<Dated> things) {
        var lines = things.stream()
                .map(d -> new NamedLines.Line(
                        words.dateAlone(d.thing().date().orElse("")),
                        words.name(d.thing()),
                        words.path(d.thing().iri()),
                        d.span().orElseThrow(),
                        d.thing().isDisputed()))
                .toList();
        return new NamedLines(canvas, words).draw(lines, window);
    }

    private static Ink ink(Dated dated) {
        return dated.thing().isDisputed() ? Ink.STRESS : Ink.MAIN;
    }

    private record Lane(String name, List<List<Dated>> rows, int size) {}

    private double packed(List<Dated> things) {
        double top = NamedLines.TOP;
        var axis = TimeAxis.of(
                things.stream().flatMap(d -> d.span().stream()).toList(),
                window,
                EDGE + LANE_NAME,
                Timeline.WIDTH - EDGE - 12);
        var mark = new SpanMark(axis, 8);
        var lanes = new ArrayList<Lane>();
        for (Map.Entry<String, List<Dated>> lane :
                Timeline.bySort(things, words).entrySet()) {
            lanes.add(new Lane(
                    lane.getKey(), pack(lane.getValue(), mark), lane.getValue().size()));
        }
        lanes.sort(Comparator.comparingInt((Lane l) -> -l.size()).thenComparing(Lane::name));
        double height = lanes.stream().mapToDouble(TimelineDrawing::height).sum();
        axis.draw(canvas, top, top + height, words);
        double y = top;
        for (var lane : lanes) {
            draw(lane, mark, y);
            y += height(lane);
            canvas.line(EDGE, y, Timeline.WIDTH - EDGE - 12, y, Style.line(Ink.LINE, 1));
        }
        return top + height;
    }

    private static double height(Lane lane) {
        return Math.max(26, lane.rows().size() * PACKED_ROW + 12);
    }

    private void draw(Lane lane, SpanMark mark, double top) {
        double middle = top + height(lane) / 2;
        var number = words.number(lane.size());
        double room = LANE_NAME - 22 - Typeface.get().width(number, Canvas.SMALL);
        canvas.text(
                EDGE,
                middle + 4.5,
                Typeface.get().cut(lane.name(), Canvas.NORMAL, room),
                Canvas.NORMAL,
                Anchor.START,
                Ink.INK);
        canvas.text(EDGE + LANE_NAME - 10, middle + 4.5, number, Canvas.SMALL, Anchor.END, Ink.SOFT);
        double y = middle - (lane.rows().size() - 1) * PACKED_ROW / 2;
        for (var row : lane.rows()) {
            for (var dated : row) {
                double at = y;
                canvas.mark(
                        words.dateAlone(dated.thing().date().orElse("")) + ": " + words.name(dated.thing()),
                        words.path(dated.thing().iri()),
                        parts -> mark.draw(parts, dated.span().orElseThrow(), at, ink(dated)));
            }
            y += PACKED_ROW;
        }
    }

    /** Rows in which no mark covers another: each thing goes into the first that has room. */
    private static List<List<Dated>> pack(List<Dated> things, SpanMark mark) {
        var rows = new ArrayList<List<Dated>>();
        var free = new ArrayList<Double>();
        for (var dated : things) {
            var extent = mark.extent(dated.span().orElseThrow());
            int row = 0;
            while (row < rows.size() && free.get(row) > extent.left() && row < MOST_IN_A_LANE) {
                row++;
            }
            if (row == rows.size()) {
                rows.add(new ArrayList<>());
                free.add(0.0);
            }
            rows.get(row).add(dated);
            free.set(row, extent.right() + 1.5);
        }
        return rows;
    }
}
