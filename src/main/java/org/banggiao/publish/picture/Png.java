package org.banggiao.publish.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Paints drawings as PNG, from the same shapes as {@link Svg}. No SVG is read for that and nothing is fetched; letters are those of
 * {@link Typeface}.
 */
public final class Png {
    /** Pixels of an image: what is larger is painted smaller. */
    static final int MOST_PIXELS = 12_000_000;

    private static final double SCALE = 2;

    private Png() {}

    /** The image, twice as large as the drawing unless that is too large. */
    public static byte[] paint(Drawing drawing) {
        double area = (double) drawing.width() * drawing.wholeHeight();
        double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / area));
        var image = new BufferedImage(
                Math.max(1, (int) Math.floor(drawing.width() * scale)),
                Math.max(1, (int) Math.floor(drawing.wholeHeight() * scale)),
                BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(color(Ink.PAPER, 1));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(scale, scale);
            paint(drawing.heading(), graphics);
            graphics.translate(0, Drawing.HEADING);
            drawing.shapes().forEach(shape -> paint(shape, graphics));
        } finally {
            graphics.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("this Java has no writer of PNG: the module java.desktop is not whole");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void paint(Shape shape, Graphics2D graphics) {
        switch (shape) {
            case Shape.Box box ->
                paint(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()), box.style(), graphics);
            case Shape.Disc disc -> {
                double r = disc.radius();
                paint(new Ellipse2D.Double(disc.x() - r, disc.y() - r, 2 * r, 2 * r), disc.style(), graphics);
            }
            case Shape.Outline outline -> paint(path(outline.path()), outline.style(), graphics);
            case Shape.Text text -> {
                var face = Typeface.get();
                double width = face.width(text.words(), text.size());
                double shift = switch (text.anchor()) {
                    case START -> 0;
                    case MIDDLE -> -width / 2;
                    case END -> -width;
                };
                var place = AffineTransform.getTranslateInstance(text.x(), text.y());
                place.rotate(Math.toRadians(text.turn()));
                place.translate(shift, 0);
                graphics.setColor(color(text.ink(), 1));
                graphics.fill(place.createTransformedShape(face.outline(text.words(), text.size())));
            }
            case Shape.Mark mark -> mark.parts().forEach(part -> paint(part, graphics));
        }
    }

    private static void paint(java.awt.Shape area, Style style, Graphics2D graphics) {
        if (style.filling() > 0) {
            graphics.setColor(color(style.ink(), style.filling()));
            graphics.fill(area);
        }
        if (style.width() > 0) {
            graphics.setColor(color(style.edge(), 1));
            float width = (float) style.width();
            graphics.setStroke(
                    style.dash() > 0
                            ? new BasicStroke(
                                    width,
                                    BasicStroke.CAP_BUTT,
                                    BasicStroke.JOIN_MITER,
                                    4,
                                    new float[] {(float) style.dash()},
                                    0)
                            : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4));
            graphics.draw(area);
        }
    }

    private static Path2D path(Path path) {
        var area = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (var step : path.steps()) {
            double[] to = step.to();
            switch (step.kind()) {
                case 'M' -> area.moveTo(to[0], to[1]);
                case 'L' -> area.lineTo(to[0], to[1]);
                case 'C' -> area.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
                case 'Z' -> area.closePath();
                default -> throw new IllegalArgumentException("no such step: " + step.kind());
            }
        }
        return area;
    }

    private static Color color(Ink ink, double opacity) {
        return new Color(
                ink.rgb() >> 16 & 0xff, ink.rgb() >> 8 & 0xff, ink.rgb() & 0xff, (int) Math.round(opacity * 255));
    }
}
