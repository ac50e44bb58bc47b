package org.banggiao.publish.settings;

/** How well a colour can be read (WCAG 2.2, relative luminance and contrast ratio). */
final class Contrast {
    /** What text of usual size needs. */
    static final double OF_TEXT = 4.5;

    private static final String PAPER = "#fcfaf6";

    private Contrast() {}

    /** The contrast of a colour with the paper of the pages, from 1 to 21. */
    static double onPaper(String colour) {
        double paper = luminance(PAPER) + 0.05;
        double ink = luminance(colour) + 0.05;
        return Math.max(paper, ink) / Math.min(paper, ink);
    }

    private static double luminance(String colour) {
        return 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
    }

    private static double part(String colour, int from) {
        double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
