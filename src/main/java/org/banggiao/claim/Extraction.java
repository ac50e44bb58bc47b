package org.banggiao.claim;

import java.util.List;
import org.banggiao.issue.Finding;
import org.banggiao.mention.Mention;

/**
 * What was found in a document.
 *
 * @param mentions what the sentences say, unresolved, by place
 * @param claims what the document claims, in the order of {@link ClaimFile#ORDER}
 * @param findings what is doubtful, by place
 */
public record Extraction(List<Mention> mentions, List<Claim> claims, List<Finding> findings) {
    public Extraction {
        mentions = List.copyOf(mentions);
        claims = List.copyOf(claims);
        findings = List.copyOf(findings);
    }
}
