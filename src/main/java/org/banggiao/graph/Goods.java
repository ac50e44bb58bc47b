package org.banggiao.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.banggiao.claim.AidFlow;
import org.banggiao.quantity.Amount;

/** What flows hold beside money: goods, works and people, and the shares of a whole. */
final class Goods {
    private static final String PERCENT = "%";
    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final Pattern RATE = Pattern.compile("(?i)(/|(mỗi|hằng|hàng|một) )(năm|tháng|ngày)(?!\\p{L})");
    private static final Pattern CAPACITY = Pattern.compile("(?i)^(công suất|sức chứa|trọng tải)(?!\\p{L})");
    private static final List<String> CAPACITIES = List.of("kilowatt", "megawatt", "kilovolt", "kilovolt-ampere");

    private final Units units;
    private final Concepts concepts;
    private final QuadSink sink;

    Goods(Graph schema, QuadSink sink) {
        this.units = Units.from(schema);
        this.concepts = Concepts.of(schema, "goods");
        this.sink = sink;
    }

    /** Writes items and shares; gives the breakdown of the shares where there are shares and no items. */
    Optional<Node> describe(Node flow, List<AidFlow.Item> items) {
        int position = 0;
        var shares = new ArrayList<AidFlow.Item>();
        for (var item : items) {
            if (PERCENT.equals(item.unit()) && item.amount() != null) {
                shares.add(item);
            } else {
                item(flow, item, ++position);
            }
        }
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        var breakdown = breakdown(flow, shares);
        return position == 0 ? Optional.of(breakdown) : Optional.empty();
    }

    private void item(Node flow, AidFlow.Item item, int position) {
        var node = Iris.part(flow, "item", position);
        sink.add(flow, Vocabulary.ITEM, node);
        sink.add(node, Vocabulary.TYPE, Vocabulary.AID_ITEM);
        sink.text(node, Vocabulary.WHAT, item.kind(), "vi");
        sink.add(
                node,
                Vocabulary.ITEM_CONCEPT,
                concepts.first(item.what())
                        .or(() -> concepts.first(item.unit()))
                        .orElse(null));
        sink.text(node, Vocabulary.UNIT_AS_PRINTED, item.unit());
        if (item.amount() != null) {
            number(sink, node, item.amount());
            var unit = units.named(item.unit());
            sink.add(node, Vocabulary.UNIT, unit.orElse(null));
            measure(item, unit).ifPresent(m -> sink.add(node, Vocabulary.MEASURE, Iris.code("measure", m)));
        }
    }

    /** How the number is meant, as far as unit and words say so. */
    private static Optional<String> measure(AidFlow.Item item, Optional<Node> unit) {
        var words = (item.unit() == null ? "" : item.unit()) + " " + item.what();
        boolean isCapacity = CAPACITY.matcher(item.what()).find()
                || unit.isPresent()
                        && CAPACITIES.stream()
                                .anyMatch(c -> Iris.code("unit", c).equals(unit.get()));
        return isCapacity
                ? Optional.of("capacity")
                : RATE.matcher(words).find() ? Optional.of("rate") : Optional.empty();
    }

    private Node breakdown(Node flow, List<AidFlow.Item> shares) {
        var breakdown = Iris.part(flow, "breakdown", 1);
        sink.add(flow, Vocabulary.BREAKDOWN, breakdown);
        sink.add(breakdown, Vocabulary.TYPE, Vocabulary.BREAKDOWN_CLASS);
        sink.add(breakdown, Vocabulary.AXIS, Iris.code("axis", "unknown"));
        var total = BigDecimal.ZERO;
        int position = 0;
        for (var item : shares) {
            var amount = item.amount();
            if (amount == null) {
                continue;
            }
            var share = Iris.part(breakdown, "share", ++position);
            sink.add(breakdown, Vocabulary.SHARE, share);
            sink.add(share, Vocabulary.TYPE, Vocabulary.SHARE_CLASS);
            sink.text(share, Vocabulary.WHAT, item.kind(), "vi");
            sink.add(share, Vocabulary.ITEM_CONCEPT, concepts.first(item.what()).orElse(null));
            sink.decimal(share, Vocabulary.PERCENTAGE, amount.value());
            sink.add(share, Vocabulary.QUALIFIER, GuideTerms.qualifier(amount.qualifier()));
            total = total.add(amount.value());
        }
        int compared = total.compareTo(WHOLE);
        sink.add(
                breakdown,
                Vocabulary.EXTENT,
                Iris.code("extent", compared == 0 ? "complete" : compared > 0 ? "overlapping" : "unknown"));
        return breakdown;
    }

    /** Writes a number as printed, and the bounds that its words give. */
    static void number(QuadSink sink, Node node, Amount amount) {
        sink.decimal(node, Vocabulary.VALUE, amount.value());
        sink.add(node, Vocabulary.QUALIFIER, GuideTerms.qualifier(amount.qualifier()));
        switch (amount.qualifier()) {
            case EXACT, BETWEEN -> {
                sink.decimal(node, Vocabulary.MIN, amount.value());
                sink.decimal(node, Vocabulary.MAX, amount.max());
            }
            case AT_LEAST -> sink.decimal(node, Vocabulary.MIN, amount.value());
            case AT_MOST -> sink.decimal(node, Vocabulary.MAX, amount.value());
            case ABOUT -> {}
        }
    }
}
