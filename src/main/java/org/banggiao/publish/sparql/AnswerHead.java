package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.banggiao.publish.http.EntityTag;

/**
 * The head of a successful answer. A release never changes, so what is asked for and the release tell what the answer says:
 * who has it already is told so, and the query is not run again.
 */
final class AnswerHead {
    /** How long a release that is asked by its id need not be asked again: what it answers stays. */
    private static final String LASTING = "public, max-age=86400";

    /** Bytes of an answer that are held back, so that a failure on the way there can still be told with its status. */
    private static final int HELD_BACK = 64 * 1024;

    private AnswerHead() {}

    /** The tag of what a query gives; empty where that is something else each time. */
    static Optional<EntityTag> tag(CheckedQuery.Facts query, ResultFormat.Offer offer, String release) {
        return query.isSame()
                ? Optional.of(EntityTag.of(release, "query", offer.mediaType(), query.text()))
                : Optional.empty();
    }

    /**
     * Sets status and headers.
     *
     * @param isOfRelease whether the client has named the release that it asks
     * @return whether the body is to follow
     */
    static boolean send(
            Optional<EntityTag> tag,
            ResultFormat.Offer offer,
            boolean isOfRelease,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Vary", "Accept");
        response.setHeader("Cache-Control", tag.isEmpty() ? "no-store" : isOfRelease ? LASTING : "no-cache");
        tag.ifPresent(t -> response.setHeader("ETag", t.value()));
        if (tag.isPresent() && tag.get().isKnownTo(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return false;
        }
        response.setBufferSize(HELD_BACK);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(offer.contentType());
        return !request.getMethod().equals("HEAD");
    }
}
