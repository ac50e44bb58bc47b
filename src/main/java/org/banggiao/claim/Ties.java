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

        /** Of the two claims that which a claim is not. */
        String otherThan(Claim one) {
            return claim.equals(one.said().id()) ? other : claim;
        }
    }

    public Ties {
        same = List.copyOf(same);
        apart = List.copyOf(apart);
    }
}
