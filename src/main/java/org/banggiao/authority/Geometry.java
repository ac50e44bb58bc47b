package org.banggiao.authority;

import java.math.BigDecimal;
import java.util.List;

/**
 * A point that stands for a place, in WGS 84.
 *
 * @param key key of the place
 * @param longitude degrees east, -180 to 180, as the source gives it
 * @param latitude degrees north, -90 to 90
 * @param precision what the point is to the place
 * @param sources keys of the {@link Source sources} that state it, at least one
 */
public record Geometry(
        String key, BigDecimal longitude, BigDecimal latitude, Precision precision, List<String> sources) {
    private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);
    private static final BigDecimal RIGHT_ANGLE = BigDecimal.valueOf(90);

    /** What a point is to its place. */
    public enum Precision {
        /** The site of a town, a gate or a building. */
        SITE,
        /** A point within an area that stands for all of it: a province, a lake. */
        AREA
    }

    public Geometry {
        sources = List.copyOf(sources);
        if (longitude.abs().compareTo(HALF_TURN) > 0 || latitude.abs().compareTo(RIGHT_ANGLE) > 0) {
            throw new IllegalArgumentException(
                    key + " lies outside the world: longitude " + longitude + ", latitude " + latitude);
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("the point of " + key + " has no source");
        }
    }

    /** The point as well-known text (OGC Simple Features), longitude first. */
    public String wkt() {
        return "POINT(" + longitude.toPlainString() + " " + latitude.toPlainString() + ")";
    }
}
