package org.banggiao.publish.facet;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place on the earth.
 *
 * @param longitude degrees east of Greenwich, -180 to 180
 * @param latitude degrees north of the equator, -90 to 90
 */
public record Point(BigDecimal longitude, BigDecimal latitude) {
    private static final String NUMBER = "\\s*(-?[0-9]{1,3}(?:\\.[0-9]{1,12})?)";
    /** A point of WKT as GeoSPARQL has it: longitude first, the usual coordinates of the web or none named. */
    private static final Pattern WKT = Pattern.compile(
            "(?:<http://www\\.opengis\\.net/def/crs/OGC/1\\.3/CRS84>\\s*)?POINT\\s*\\(" + NUMBER + "\\s" + NUMBER
                    + "\\s*\\)",
            Pattern.CASE_INSENSITIVE);

    public Point {
        if (longitude.abs().compareTo(BigDecimal.valueOf(180)) > 0
                || latitude.abs().compareTo(BigDecimal.valueOf(90)) > 0) {
            throw new IllegalArgumentException("not on the earth: " + longitude + " " + latitude);
        }
    }

    /** As WKT. */
    String wkt() {
        return "POINT(" + longitude.toPlainString() + " " + latitude.toPlainString() + ")";
    }

    /** Reads a point of WKT; empty for other shapes and other systems of coordinates. */
    public static Optional<Point> ofWkt(String text) {
        var matcher = WKT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Point(new BigDecimal(matcher.group(1)), new BigDecimal(matcher.group(2))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
