package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;
import org.banggiao.publish.permanent.PermanentQuery;

/**
 * The page of a query that has an address of its own.
 *
 * @param query the query
 * @param address its address, to be cited
 * @param release the release that has answered
 * @param isCurrent whether that is the current one
 * @param answer what it gave
 * @param downloads the same in the formats of the endpoint
 * @param digest the SHA-256 of the canonical result, 64 hexadecimal digits; empty where there is none
 * @param canonical a link to the canonical result
 * @param citation the citation as BibTeX
 * @param citations links to the citation in each form
 * @param text a link to the query itself
 * @param edit a link to the form with the query in it
 */
public record PermanentPage(
        PermanentQuery query,
        String address,
        String release,
        boolean isCurrent,
        QueryPage.Answer answer,
        List<Frame.Alternate> downloads,
        Optional<String> digest,
        String canonical,
        String citation,
        List<Frame.Alternate> citations,
        String text,
        String edit) {}
