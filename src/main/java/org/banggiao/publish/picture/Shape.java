package org.banggiao.publish.picture;

import java.util.List;
import java.util.Optional;

/** What a drawing is made of. Places are in pixels from its left upper corner. */
sealed interface Shape {
    /** Its colour; of several parts, that of the first. */
    Ink ink();

    /** What is drawn in one style. */
    sealed interface Styled extends Shape {
        Style style();

        @Override
        default Ink ink() {
            return style().ink();
        }
    }

    /** A rectangle. */
    record Box(double x, double y, double width, double height, Style style) implements Styled {}

    /** A circle. */
    record Disc(double x, double y, double radius, Style style) implements Styled {}

    /** Any outline. */
    record Outline(Path path, Style style) implements Styled {}

    /**
     * A line of text.
     *
     * @param y of its base line
     * @param size in pixels
     * @param turn degrees by which it is turned clockwise around its place
     */
    record Text(double x, double y, String words, double size, Anchor anchor, double turn, Ink ink) implements Shape {}

    /**
     * What stands for something in the data.
     *
     * @param words what it says, for those who point at it
     * @param href the path of the page that has more, if one
     */
    record Mark(String words, Optional<String> href, List<Shape> parts) implements Shape {
        public Mark {
            parts = List.copyOf(parts);
        }

        @Override
        public Ink ink() {
            return parts.isEmpty() ? Ink.INK : parts.getFirst().ink();
        }
    }

    /** Which end of a text is at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    static Shape line(double x1, double y1, double x2, double y2, Style style) {
        return new Outline(new Path().to(x1, y1).lineTo(x2, y2), style);
    }
}
