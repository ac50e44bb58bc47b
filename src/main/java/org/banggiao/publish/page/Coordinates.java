package org.banggiao.publish.page;

import java.math.BigDecimal;
import org.banggiao.publish.facet.Point;

/** Says where a point lies, as maps do: latitude first, without signs. */
final class Coordinates {
    private Coordinates() {}

    /** Latitude and longitude in degrees, such as {@code 21.0285° N, 105.8542° E}. */
    static String of(Point point, Texts texts) {
        return half(point.latitude(), "coordinates.north", "coordinates.south", texts) + ", "
                + half(point.longitude(), "coordinates.east", "coordinates.west", texts);
    }

    private static String half(BigDecimal degrees, String positive, String negative, Texts texts) {
        var bare = degrees.abs().stripTrailingZeros();
        // Each digit of a degree counts, however small; the point of decimals is the language's.
        var number = bare.scale() <= 0
                ? bare.toPlainString()
                : texts.language() == Language.VI ? bare.toPlainString().replace('.', ',') : bare.toPlainString();
        return texts.get(degrees.signum() < 0 ? negative : positive, number);
    }
}
