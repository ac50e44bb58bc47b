package org.banggiao.publish.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.banggiao.publish.picture.Shape.Anchor;

/** Where the shapes of a drawing are put down, one over the other. */
final class Canvas {
    /** Pixels of the size of small words and of others. */
    static final double SMALL = 12;

    static final double NORMAL = 13.5;

    private final List<Shape> shapes = new ArrayList<>();

    void add(Shape shape) {
        shapes.add(shape);
    }

    void box(double x, double y, double width, double height, Style style) {
        add(new Shape.Box(x, y, width, height, style));
    }

    void disc(double x, double y, double radius, Style style) {
        add(new Shape.Disc(x, y, radius, style));
    }

    void line(double x1, double y1, double x2, double y2, Style style) {
        add(Shape.line(x1, y1, x2, y2, style));
    }

    void outline(Path path, Style style) {
        if (!path.isEmpty()) {
            add(new Shape.Outline(path, style));
        }
    }

    void text(double x, double y, String words, double size, Anchor anchor, Ink ink) {
        add(new Shape.Text(x, y, words, size, anchor, 0, ink));
    }

    void turned(double x, double y, String words, double size, double degrees, Ink ink) {
        add(new Shape.Text(x, y, words, size, Anchor.START, degrees, ink));
    }

    /** Puts down what stands for something in the data. */
    void mark(String words, Optional<String> href, Consumer<Canvas> drawn) {
        var parts = new Canvas();
        drawn.accept(parts);
        add(new Shape.Mark(words, href, parts.shapes));
    }

    List<Shape> shapes() {
        return List.copyOf(shapes);
    }
}
