package org.banggiao.publish.picture;

import java.util.List;

/**
 * A picture as shapes, whatever it is then written as.
 *
 * @param width in pixels
 * @param height in pixels
 * @param language of its words (BCP 47)
 * @param title what it shows
 * @param description what can be seen in it, in a sentence or two, for those who do not see it
 */
public record Drawing(int width, int height, String language, String title, String description, List<Shape> shapes) {
    /** Pixels of the widest and the highest drawing. */
    static final int LARGEST = 6000;

    /** Pixels that the title takes in a file. */
    static final int HEADING = 40;

    public Drawing {
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
            throw new IllegalArgumentException("no drawing of " + width + " by " + height + " pixels");
        }
        shapes = List.copyOf(shapes);
    }

    /** The title as a line of text, which files have over the drawing; pages have it as their heading. */
    Shape heading() {
        return new Shape.Text(20, 32, Typeface.get().cut(title, 18, width - 40), 18, Shape.Anchor.START, 0, Ink.INK);
    }

    /** Pixels from top to bottom with the title. */
    int wholeHeight() {
        return height + HEADING;
    }

    /** How many marks there are in it. */
    public long marks() {
        return shapes.stream().filter(Shape.Mark.class::isInstance).count();
    }
}
