package org.banggiao.publish.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The outline of land and the borders of states as Natural Earth 1:50m draws them (public domain; from world-atlas 2.0.2, made by
 * {@code src/map/outline.py}). Borders are those that Natural Earth holds to be in force, and state no view on any.
 */
final class WorldOutline {
    private static final double UNIT = 50;

    /** Read when the first map is drawn. */
    private static final class Loaded {
        static final WorldOutline WORLD = new WorldOutline();
    }

    /**
     * A part of the world in degrees.
     *
     * @param west of Greenwich is negative
     * @param south of the equator is negative
     */
    record Frame(double west, double south, double east, double north) {
        Frame {
            if (!(west < east) || !(south < north)) {
                throw new IllegalArgumentException(
                        "no part of the world: " + west + " to " + east + ", " + south + " to " + north);
            }
        }

        boolean holds(PictureData.Position position) {
            return position.longitude() >= west
                    && position.longitude() <= east
                    && position.latitude() >= south
                    && position.latitude() <= north;
        }
    }

    /** Longitude and latitude of each point in turn, in degrees. */
    record Line(double[] points) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Line line && Arrays.equals(points, line.points);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(points);
        }
    }

    private final List<Line> land = new ArrayList<>();
    private final List<Line> borders = new ArrayList<>();

    private WorldOutline() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WorldOutline.class.getResourceAsStream("outline-50m.txt")),
                StandardCharsets.US_ASCII))) {
            in.lines().forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WorldOutline get() {
        return Loaded.WORLD;
    }

    private void read(String line) {
        var parts = line.split(" ");
        double[] points = new double[parts.length - 1];
        long x = 0;
        long y = 0;
        for (int i = 1; i + 1 < parts.length; i += 2) {
            x += Integer.parseInt(parts[i]);
            y += Integer.parseInt(parts[i + 1]);
            points[i - 1] = x / UNIT - 180;
            points[i] = 90 - y / UNIT;
        }
        (parts[0].equals("L") ? land : borders).add(new Line(points));
    }

    /** The rings of land inside a frame, cut at its edges. */
    List<Line> land(Frame frame) {
        return land.stream()
                .map(l -> cutRing(l, frame))
                .filter(l -> l.points().length >= 6)
                .toList();
    }

    /** The borders that touch a frame, whole points of them: what lies outside is cut off a point beyond the edge. */
    List<Line> borders(Frame frame) {
        var lines = new ArrayList<Line>();
        for (var border : borders) {
            lines.addAll(cutLine(border, frame));
        }
        return lines;
    }

    /** Cuts a ring at the four edges in turn (Sutherland and Hodgman). */
    static Line cutRing(Line ring, Frame frame) {
        double[] points = ring.points();
        points = cut(points, 0, frame.west(), 1);
        points = cut(points, 0, frame.east(), -1);
        points = cut(points, 1, frame.south(), 1);
        points = cut(points, 1, frame.north(), -1);
        return new Line(points);
    }

    private static double[] cut(double[] points, int axis, double edge, int sign) {
        double[] kept = new double[points.length * 2 + 4];
        int n = 0;
        for (int i = 0; i < points.length; i += 2) {
            int before = (i + points.length - 2) % points.length;
            double here = (points[i + axis] - edge) * sign;
            double there = (points[before + axis] - edge) * sign;
            if (here < 0 != there < 0) {
                double share = there / (there - here);
                kept[n++] = points[before] + share * (points[i] - points[before]);
                kept[n++] = points[before + 1] + share * (points[i + 1] - points[before + 1]);
            }
            if (here >= 0) {
                kept[n++] = points[i];
                kept[n++] = points[i + 1];
            }
        }
        return Arrays.copyOf(kept, n);
    }

    /** The pieces of a line inside a frame (Liang and Barsky for each of its parts). */
    private static List<Line> cutLine(Line line, Frame frame) {
        var pieces = new ArrayList<Line>();
        var piece = new ArrayList<Double>();
        double[] p = line.points();
        for (int i = 2; i < p.length; i += 2) {
            double[] inside = inside(p[i - 2], p[i - 1], p[i], p[i + 1], frame);
            if (inside.length == 0) {
                flush(piece, pieces);
                continue;
            }
            if (piece.isEmpty()) {
                piece.add(inside[0]);
                piece.add(inside[1]);
            }
            piece.add(inside[2]);
            piece.add(inside[3]);
            if (inside[2] != p[i] || inside[3] != p[i + 1]) {
                flush(piece, pieces);
            }
        }
        flush(piece, pieces);
        return pieces;
    }

    private static void flush(List<Double> piece, List<Line> pieces) {
        if (piece.size() >= 4) {
            pieces.add(new Line(piece.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        piece.clear();
    }

    private static double[] inside(double x1, double y1, double x2, double y2, Frame frame) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double[] towards = {-dx, dx, -dy, dy};
        double[] room = {x1 - frame.west(), frame.east() - x1, y1 - frame.south(), frame.north() - y1};
        double from = 0;
        double to = 1;
        for (int i = 0; i < 4; i++) {
            if (towards[i] == 0) {
                if (room[i] < 0) {
                    return new double[0];
                }
            } else {
                double share = room[i] / towards[i];
                if (towards[i] < 0) {
                    from = Math.max(from, share);
                } else {
                    to = Math.min(to, share);
                }
            }
        }
        if (from > to) {
            return new double[0];
        }
        return new double[] {x1 + from * dx, y1 + from * dy, to == 1 ? x2 : x1 + to * dx, to == 1 ? y2 : y1 + to * dy};
    }
}
