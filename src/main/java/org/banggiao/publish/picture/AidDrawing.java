package org.banggiao.publish.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** What the pictures of aid draw. */
final class AidDrawing {
    /** Pixels. */
    static final int WIDTH = Timeline.WIDTH;

    private AidDrawing() {}

    /**
     * What is added up: flows of the same donors, group and period, all at one stage and in one unit.
     *
     * @param group the recipient, sector, type or terms; empty where the flows do not say one
     * @param period a year, another date in EDTF, or empty
     * @param flows how many
     * @param things the flows
     */
    record Sum(Node donors, Optional<Node> group, String period, BigDecimal amount, long flows, List<Node> things) {
        Sum plus(Sum other) {
            var all = new ArrayList<>(things);
            all.addAll(other.things);
            return new Sum(donors, group, period, amount.add(other.amount), flows + other.flows, List.copyOf(all));
        }

        /** The page of what is summed, where it is one thing. */
        Optional<String> path(Words words) {
            return things.size() == 1 ? words.path(things.getFirst()) : words.path(donors);
        }
    }

    static String name(Optional<Node> group, Words words) {
        return group.map(words::name).orElse(words.get("picture.not-said"));
    }
}
