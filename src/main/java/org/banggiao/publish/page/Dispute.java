package org.banggiao.publish.page;

import java.util.List;

/**
 * A property that claims give differently.
 *
 * @param property in words
 * @param kind within a source or between sources, in words
 * @param sides what each claim gives
 */
public record Dispute(String property, String kind, List<Side> sides) {
    public Dispute {
        sides = List.copyOf(sides);
    }

    /** What a claim gives, and the link to it on the page. */
    public record Side(String value, String where, String anchor) {}
}
