package org.banggiao.claim;

import java.time.LocalDate;
import java.util.List;

/**
 * What people decided on which claims speak of one thing.
 *
 * @param same claims that do
 * @param apart claims that do not
 */
public record Ties(List<Tie> same, List<Tie> apart) {
    /** Nothing was decided. */
    public static final Ties NONE = new Ties(List.of(), List.of());

    /**
     * A decision on two claims.
     *
     * @param claim id of one
     * @param other id of the other
     * @param by who decided it
     * @param on when
     * @param why the reason, in one sentence
     */
    public record Tie(String claim, String other, String by, LocalDate on, String why) {
        /** Who decided it, when and why, in a line. */
        public String reason() {
            return by + " (" + on + "): " + why;
        }

        boolean joins(Claim a, Claim b) {
            var x = a.said().id();
            var y = b.said().id();
            return (claim.equals(x) && other.equals(y)) || (claim.equals(y) && other.equals(x));
        }
    }

    public Ties {
        same = List.copyOf(same);
        apart = List.copyOf(apart);
    }
}
