package org.banggiao.graph;

import org.apache.jena.graph.Node;
import org.banggiao.claim.Review;
import org.jspecify.annotations.Nullable;

/** What a person decided on a claim, as RDF. */
final class ReviewMapper {
    private ReviewMapper() {}

    /** The review of a claim; nothing where nobody has looked at it. */
    static void describe(@Nullable Review review, Node claim, QuadSink sink) {
        if (review == null) {
            return;
        }
        var node = Iris.part(claim, "review");
        sink.add(claim, Vocabulary.HAS_REVIEW, node);
        sink.add(node, Vocabulary.TYPE, Vocabulary.REVIEW);
        sink.label(node, "Duyệt ngày " + review.on(), "Review of " + review.on());
        sink.text(node, Vocabulary.REVIEWED_BY, review.by());
        sink.day(node, Vocabulary.REVIEWED_ON, review.on());
        sink.text(node, Vocabulary.REVIEW_REASON, review.why());
        review.before().forEach((name, value) -> sink.text(node, Vocabulary.VALUE_BEFORE, name + ": " + value));
    }
}
