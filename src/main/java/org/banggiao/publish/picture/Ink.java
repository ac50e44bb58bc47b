package org.banggiao.publish.picture;

import java.util.Locale;

/**
 * A colour by what it is for. Every one that carries meaning stands out from paper and land by at least 3:1 (WCAG 2.2, 1.4.11),
 * words by 4.5:1, in the light and in the dark; none is the only sign of anything.
 */
public enum Ink {
    PAPER(0xffffff),
    INK(0x1f1b18),
    SOFT(0x5d554e),
    LINE(0xddd6cb),
    LAND(0xeee8dc),
    BORDER(0xb3a894),
    MAIN(0x1d5c8f),
    STRESS(0xa8391f),
    OTHER(0x1b6f52);

    private final int light;

    Ink(int light) {
        this.light = light;
    }

    /** Red, green and blue of this in the light, as {@code 0xrrggbb}: what files are drawn in. */
    int rgb() {
        return light;
    }

    /** The same as SVG writes it. */
    String hex() {
        return String.format(Locale.ROOT, "#%06x", light);
    }

    /** The class under which the style sheet of pages has it for light and dark. */
    String styleClass() {
        return "i-" + name().toLowerCase(Locale.ROOT);
    }
}
