package org.banggiao.claim;

import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a passage says of how an instrument holds and which others it touches. Names are as printed, in 300 characters at most.
 *
 * @param termYears for how many years it is to hold, or null
 * @param renewalYears by how many years it is renewed where no party gives notice, or null
 * @param noticeMonths how many months before its end notice is due, or null
 * @param entryIntoForce when it entered into force, or null
 * @param number the number that it bears, or null
 * @param replaces the instrument that it takes the place of, or null
 * @param amends the instrument that it changes, or null
 * @param supplements the instrument that it adds to, or null
 */
public record Provisions(
        @Nullable Integer termYears,
        @Nullable Integer renewalYears,
        @Nullable Integer noticeMonths,
        @Nullable HistoricalDate entryIntoForce,
        @Nullable String number,
        @Nullable String replaces,
        @Nullable String amends,
        @Nullable String supplements) {
    /** Nothing is said. */
    public static final Provisions NONE = new Provisions(null, null, null, null, null, null, null, null);

    public Provisions {
        check("term in years", termYears);
        check("term of renewal in years", renewalYears);
        check("notice in months", noticeMonths);
    }

    private static void check(String what, @Nullable Integer number) {
        if (number != null && number < 1) {
            throw new IllegalArgumentException("a " + what + " is 1 at least: " + number);
        }
    }
}
