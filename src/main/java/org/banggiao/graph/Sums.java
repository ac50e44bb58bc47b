package org.banggiao.graph;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.banggiao.claim.AidFlow;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which amounts may be added without counting money twice: per donor set, recipient, stage and currency. A flow whose period
 * holds another's, or that is the more general of two in one period, is taken for its whole. Where the parts make up the
 * whole exactly, or are a series of the same kind that leaves no day of it out, they are summed and the whole is not; else
 * the whole is summed and its parts are not. A flow whose period crosses that of a summed one is refused. Doubt always
 * refuses. Wholes and parts are compared through all currencies of one name, so that a total over a currency reform does
 * not stand beside its years; sums are asked by currency in time.
 */
final class Sums {
    /**
     * The sum of a flow.
     *
     * @param node the amount
     * @param currency the code of all currencies of its name
     * @param unit its currency in time
     * @param value the number that stands for it
     */
    record Principal(Node node, String currency, Node unit, BigDecimal value) {}

    /**
     * What of a flow matters for sums.
     *
     * @param amounts how many amounts it has
     * @param isDisputed whether its claims give sums that cannot be the same
     * @param principal its sum, or null where there is none or it is not clear which
     */
    record Flow(
            Node node,
            @Nullable Node donorSet,
            Set<String> recipients,
            Node stage,
            AidFlow.Terms terms,
            @Nullable Node sector,
            @Nullable HistoricalDate period,
            int amounts,
            boolean isDisputed,
            @Nullable Principal principal) {}

    /**
     * Whether a flow is summed.
     *
     * @param reason notation in the code list {@code summability}
     * @param whole the flow that it is counted in, or null
     */
    record Decision(String reason, @Nullable Node whole) {
        boolean isSummable() {
            return reason.equals(SUMMABLE);
        }
    }

    private static final String SUMMABLE = "summable";

    private record Item(Flow flow, LocalDate first, LocalDate last, Node unit, BigDecimal value) {
        boolean hasPeriodOf(Item other) {
            return first.equals(other.first) && last.equals(other.last);
        }

        boolean surrounds(Item other) {
            return !first.isAfter(other.first) && !last.isBefore(other.last) && !hasPeriodOf(other);
        }

        boolean meets(Item other) {
            return !first.isAfter(other.last) && !other.first.isAfter(last);
        }

        long days() {
            return last.toEpochDay() - first.toEpochDay();
        }

        /** How little it says of what it is: what says less can hold what says more. */
        int generality() {
            return (isOpen(flow.terms()) ? 1 : 0) + (flow.sector() == null ? 1 : 0);
        }

        boolean canHold(Item other) {
            boolean terms = isOpen(flow.terms()) || isOpen(other.flow.terms()) || flow.terms() == other.flow.terms();
            boolean sector = flow.sector() == null
                    || other.flow.sector() == null
                    || flow.sector().equals(other.flow.sector());
            return terms && sector;
        }

        boolean isOfOneKindWith(Item other) {
            return flow.terms() == other.flow.terms()
                    && Objects.equals(flow.sector(), other.flow.sector())
                    && !hasPeriodOf(other);
        }

        boolean isWholeOf(Item other) {
            if (!canHold(other)) {
                return false;
            }
            return surrounds(other)
                    || (hasPeriodOf(other) && generality() > other.generality() && value.compareTo(other.value) >= 0);
        }

        private static boolean isOpen(AidFlow.Terms terms) {
            return terms == AidFlow.Terms.UNSPECIFIED || terms == AidFlow.Terms.MIXED;
        }
    }

    private final Map<Node, Decision> decisions = new HashMap<>();

    private Sums() {}

    /** A decision for each flow. */
    static Map<Node, Decision> of(List<Flow> flows) {
        var sums = new Sums();
        var groups = new TreeMap<String, List<Item>>();
        for (var flow : flows) {
            var refusal = refusal(flow);
            if (refusal != null) {
                sums.decide(flow, refusal, null);
            } else {
                groups.computeIfAbsent(key(flow), k -> new ArrayList<>()).add(item(flow));
            }
        }
        groups.values().forEach(sums::group);
        return sums.decisions;
    }

    private static @Nullable String refusal(Flow flow) {
        if (flow.amounts() == 0) {
            return "no-amount";
        }
        if (flow.isDisputed()) {
            return "disputed";
        }
        if (flow.principal() == null) {
            return "ambiguous-amounts";
        }
        if (flow.recipients().size() != 1 || flow.donorSet() == null) {
            return "not-exact-recipient";
        }
        var period = flow.period();
        return period == null
                        || period.earliestStart().isEmpty()
                        || period.latestEnd().isEmpty()
                ? "no-period"
                : null;
    }

    private static String key(Flow flow) {
        var principal = flow.principal();
        return flow.donorSet() + " " + flow.recipients() + " " + flow.stage() + " "
                + (principal == null ? "" : principal.currency());
    }

    private static Item item(Flow flow) {
        var period = flow.period();
        var principal = flow.principal();
        if (period == null || principal == null) {
            throw new IllegalArgumentException("refused before: " + flow.node());
        }
        return new Item(
                flow,
                period.earliestStart().orElseThrow(),
                period.latestEnd().orElseThrow(),
                principal.unit(),
                principal.value());
    }

    private void group(List<Item> group) {
        var order = group.stream()
                .sorted(Comparator.comparingLong((Item i) -> -i.days())
                        .thenComparingInt(i -> -i.generality())
                        .thenComparing(Item::first)
                        .thenComparing(i -> i.value().negate())
                        .thenComparing(i -> i.flow().node().getURI()))
                .toList();
        var summed = new ArrayList<Item>();
        for (var whole : order) {
            if (isDecided(whole)) {
                continue;
            }
            var parts = order.stream()
                    .filter(p -> p != whole && !isDecided(p) && whole.isWholeOf(p))
                    .toList();
            if (areComplete(whole, parts)) {
                decide(whole.flow(), "whole-of-summable", null);
            } else if (summed.stream().anyMatch(s -> crosses(s, whole))) {
                decide(whole.flow(), "overlaps-summable", null);
            } else {
                decide(whole.flow(), SUMMABLE, null);
                summed.add(whole);
                parts.forEach(
                        p -> decide(p.flow(), "part-of-summable", whole.flow().node()));
            }
        }
    }

    /** Whether the parts can stand for the whole: their sum is the same, or they are its series. */
    private static boolean areComplete(Item whole, List<Item> parts) {
        var outermost = parts.stream()
                .filter(p -> parts.stream().noneMatch(other -> other != p && other.isWholeOf(p)))
                .toList();
        for (var a : outermost) {
            if (outermost.stream().anyMatch(b -> a != b && crosses(a, b))) {
                return false;
            }
        }
        var total = outermost.stream().map(Item::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean areOneUnit = outermost.stream().map(Item::unit).distinct().count() == 1;
        return areOneUnit && total.compareTo(whole.value()) == 0 || areSeries(whole, outermost);
    }

    /** Whether parts of the same kind follow each other through the whole and leave no day of it out. */
    private static boolean areSeries(Item whole, List<Item> outermost) {
        var next = whole.first();
        for (var part : outermost.stream()
                .filter(whole::isOfOneKindWith)
                .sorted(Comparator.comparing(Item::first))
                .toList()) {
            if (part.first().isAfter(next)) {
                return false;
            }
            if (!part.last().isBefore(next)) {
                next = part.last().plusDays(1);
            }
        }
        return next.isAfter(whole.last());
    }

    private static boolean crosses(Item a, Item b) {
        return a.canHold(b) && a.meets(b) && !a.hasPeriodOf(b);
    }

    private boolean isDecided(Item item) {
        return decisions.containsKey(item.flow().node());
    }

    private void decide(Flow flow, String reason, @Nullable Node whole) {
        decisions.put(flow.node(), new Decision(reason, whole));
    }
}
