package org.banggiao.publish.picture;

import java.util.ArrayList;
import java.util.List;
import org.banggiao.publish.picture.PictureData.Position;
import org.banggiao.publish.picture.WorldOutline.Frame;
import org.banggiao.publish.picture.WorldOutline.Line;

/**
 * A part of the world as a rectangle: longitude to the right, latitude up, true to scale along its middle parallel (equirectangular).
 *
 * @param frame the part
 * @param left in pixels
 * @param top in pixels
 * @param width in pixels
 */
record MapPanel(Frame frame, double left, double top, double width) {
    /** Points of outlines that are nearer to each other than this are one, in pixels. */
    private static final double FINEST = 1.6;

    private double perDegree() {
        return width / (frame.east() - frame.west());
    }

    private double stretch() {
        return 1 / Math.cos(Math.toRadians((frame.south() + frame.north()) / 2));
    }

    double height() {
        return (frame.north() - frame.south()) * perDegree() * stretch();
    }

    double x(double longitude) {
        return left + (longitude - frame.west()) * perDegree();
    }

    double y(double latitude) {
        return top + (frame.north() - latitude) * perDegree() * stretch();
    }

    double x(Position position) {
        return x(position.longitude());
    }

    double y(Position position) {
        return y(position.latitude());
    }

    /** Draws land and borders. */
    void draw(Canvas canvas) {
        var world = WorldOutline.get();
        var land = new Path();
        for (var ring : world.land(frame)) {
            add(land, ring, true);
        }
        canvas.outline(land, Style.filled(Ink.LAND).edged(Ink.BORDER, 0.7));
        var borders = new Path();
        for (var border : world.borders(frame)) {
            add(borders, border, false);
        }
        canvas.outline(borders, Style.line(Ink.BORDER, 0.9));
        canvas.box(left, top, width, height(), Style.line(Ink.SOFT, 1));
    }

    private void add(Path path, Line line, boolean isRing) {
        double[] p = line.points();
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        int kept = 0;
        var steps = new ArrayList<double[]>();
        for (int i = 0; i < p.length; i += 2) {
            double x = x(p[i]);
            double y = y(p[i + 1]);
            boolean isEnd = !isRing && i + 2 >= p.length;
            if (kept == 0 || isEnd || Math.abs(x - lastX) + Math.abs(y - lastY) >= FINEST) {
                steps.add(new double[] {x, y});
                lastX = x;
                lastY = y;
                kept++;
            }
        }
        if (kept < (isRing ? 3 : 2)) {
            return;
        }
        path.to(steps.getFirst()[0], steps.getFirst()[1]);
        steps.subList(1, steps.size()).forEach(s -> path.lineTo(s[0], s[1]));
        if (isRing) {
            path.close();
        }
    }

    /** The smallest part of the world with these places and some room around them, of this shape at least this wide. */
    static Frame around(List<Position> places, double leastDegrees, double aspect) {
        double west = places.stream().mapToDouble(Position::longitude).min().orElse(60);
        double east = places.stream().mapToDouble(Position::longitude).max().orElse(150);
        double south = places.stream().mapToDouble(Position::latitude).min().orElse(-15);
        double north = places.stream().mapToDouble(Position::latitude).max().orElse(55);
        double wide = Math.max(leastDegrees, (east - west) * 1.16);
        double high = Math.max(leastDegrees / 2, (north - south) * 1.24);
        double middle = Math.clamp((south + north) / 2, -70, 70);
        double degreesHigh = wide * aspect * Math.cos(Math.toRadians(middle));
        if (degreesHigh < high) {
            wide = high / aspect / Math.cos(Math.toRadians(middle));
            degreesHigh = high;
        }
        wide = Math.min(wide, 360);
        degreesHigh = Math.min(degreesHigh, 170);
        double centre = (west + east) / 2;
        double from = Math.clamp(centre - wide / 2, -180, 180 - wide);
        double below = Math.clamp(middle - degreesHigh / 2, -85, 85 - degreesHigh);
        return new Frame(from, below, from + wide, below + degreesHigh);
    }
}
