package org.banggiao.claim.curation;

import java.util.List;
import org.banggiao.claim.Claim;
import org.banggiao.claim.Ties;
import org.banggiao.issue.Finding;

/**
 * Claims after people's corrections.
 *
 * @param claims all of them: as read, confirmed, corrected, added, and rejected ones
 * @param ties which of them speak of one thing, and which do not
 * @param findings corrections that could not be carried out
 */
public record Curated(List<Claim> claims, Ties ties, List<Finding> findings) {
    public Curated {
        claims = List.copyOf(claims);
        findings = List.copyOf(findings);
    }

    /** Claims that nobody corrected. */
    public static Curated untouched(List<Claim> claims) {
        return new Curated(claims, Ties.NONE, List.of());
    }
}
