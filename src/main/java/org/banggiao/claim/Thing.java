package org.banggiao.claim;

import java.util.List;

/**
 * One thing in history, and all claims that speak of it: at least one, all of one kind, the earliest passage first.
 *
 * @param kind {@code event}, {@code agreement} or {@code aidflow}
 * @param claims what the sources say of it
 * @param reasons why each further claim was taken for the same thing: one sentence for each claim but the first
 */
public record Thing(String kind, List<Claim> claims, List<String> reasons) {
    public Thing {
        claims = List.copyOf(claims);
        reasons = List.copyOf(reasons);
        if (claims.isEmpty() || reasons.size() != claims.size() - 1) {
            throw new IllegalArgumentException("a thing needs claims, and a reason for each but the first: "
                    + claims.size() + " claims, " + reasons.size() + " reasons");
        }
        for (var claim : claims) {
            if (!claim.kind().equals(kind)) {
                throw new IllegalArgumentException("a claim of kind " + claim.kind() + " for a thing of kind " + kind);
            }
        }
    }

    /** The claim that says most of it: the finest date stated with it, then the most roles, then the earliest. */
    public Claim fullest() {
        Claim best = claims.get(0);
        for (var claim : claims) {
            if (Merger.fullness(claim) > Merger.fullness(best)) {
                best = claim;
            }
        }
        return best;
    }
}
