package org.banggiao.graph;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.banggiao.claim.Review;
import org.banggiao.claim.Ties;
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
        describe(claim, node, review.by(), review.on(), review.why(), sink);
        sink.label(node, "Duyệt ngày " + review.on(), "Review of " + review.on());
        review.before().forEach((name, value) -> sink.text(node, Vocabulary.VALUE_BEFORE, name + ": " + value));
    }

    /**
     * What people decided on which claims speak of one thing: a review of each of the two, which points to the other.
     *
     * @param addresses of the claims, by their ids
     */
    static void describe(Ties ties, Map<String, Node> addresses, QuadSink sink) {
        Map<Node, Integer> counts = new HashMap<>();
        for (var tie : ties.same()) {
            describe(tie, "cùng một việc", "one thing", addresses, counts, sink);
        }
        for (var tie : ties.apart()) {
            describe(tie, "hai việc khác nhau", "two things", addresses, counts, sink);
        }
    }

    private static void describe(
            Ties.Tie tie, String vi, String en, Map<String, Node> addresses, Map<Node, Integer> counts, QuadSink sink) {
        var one = addresses.get(tie.claim());
        var other = addresses.get(tie.other());
        if (one == null || other == null) {
            return;
        }
        for (var claim : List.of(one, other)) {
            var node = Iris.part(claim, "review", counts.merge(claim, 1, Integer::sum));
            describe(claim, node, tie.by(), tie.on(), tie.why(), sink);
            sink.label(node, "Duyệt ngày " + tie.on() + ": " + vi, "Review of " + tie.on() + ": " + en);
            sink.add(node, Vocabulary.SEE_ALSO, claim.equals(one) ? other : one);
        }
    }

    private static void describe(Node claim, Node node, String by, LocalDate on, String why, QuadSink sink) {
        sink.add(claim, Vocabulary.HAS_REVIEW, node);
        sink.add(node, Vocabulary.TYPE, Vocabulary.REVIEW);
        sink.text(node, Vocabulary.REVIEWED_BY, by);
        sink.day(node, Vocabulary.REVIEWED_ON, on);
        sink.text(node, Vocabulary.REVIEW_REASON, why);
    }
}
