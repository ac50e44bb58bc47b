package org.banggiao.publish.picture;

/**
 * How a shape is drawn: filled, with a line, or both.
 *
 * @param ink the colour of its filling
 * @param filling how much of the ink fills it, 0 (not filled) to 1
 * @param edge the colour of its line
 * @param width of its line in pixels of the drawing, 0 for none
 * @param dash length of dashes and gaps in pixels, 0 for a whole line
 */
record Style(Ink ink, double filling, Ink edge, double width, double dash) {
    private static final double PALE = 0.22;
    private static final double PALE_LINE = 1.3;

    Style {
        if (filling < 0 || filling > 1 || width < 0 || dash < 0) {
            throw new IllegalArgumentException(
                    "no such style: filling " + filling + ", width " + width + ", dash " + dash);
        }
    }

    /** Pale with a line around: how what is possible is drawn. */
    static Style pale(Ink ink) {
        return tinted(ink, PALE).edged(PALE_LINE);
    }

    boolean isPale() {
        return equals(pale(ink));
    }

    static Style filled(Ink ink) {
        return new Style(ink, 1, ink, 0, 0);
    }

    static Style tinted(Ink ink, double filling) {
        return new Style(ink, filling, ink, 0, 0);
    }

    static Style line(Ink ink, double width) {
        return new Style(ink, 0, ink, width, 0);
    }

    static Style dashed(Ink ink, double width) {
        return new Style(ink, 0, ink, width, 3);
    }

    /** With a line around the filling. */
    Style edged(double lineWidth) {
        return new Style(ink, filling, ink, lineWidth, dash);
    }

    /** With a line of another colour around the filling. */
    Style edged(Ink other, double lineWidth) {
        return new Style(ink, filling, other, lineWidth, dash);
    }

    /** With dashes for a whole line. */
    Style dashed() {
        return new Style(ink, filling, edge, width, 3);
    }
}
