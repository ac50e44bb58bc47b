package org.banggiao.app.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banggiao.text.Range;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jspecify.annotations.Nullable;

/** Pairs gold records with extracted ones: one to one in each range and kind, so that all pairs together are closest. */
final class Matching {
    private Matching() {}

    /**
     * A gold record and the extracted record that was found for it.
     *
     * @param gold what people found
     * @param prediction what was extracted
     * @param reading the values of it that come closest to gold
     */
    record Pair(GoldRecord gold, Prediction prediction, Reading reading) {
        Agreement agreement() {
            return Agreement.of(gold.values(), reading);
        }
    }

    /** The pairs, in the order of the gold records. Evidence and an anchor have to share a code point. */
    static List<Pair> of(List<GoldRecord> gold, List<Prediction> predictions) {
        record Group(GoldRecord.Unit unit, RecordKind kind) {}
        Map<Group, List<GoldRecord>> byGroup = new LinkedHashMap<>();
        for (GoldRecord record : gold) {
            byGroup.computeIfAbsent(new Group(record.unit(), record.values().kind()), g -> new ArrayList<>())
                    .add(record);
        }
        List<Pair> pairs = new ArrayList<>();
        byGroup.forEach((group, records) -> pairs.addAll(matchGroup(
                records,
                predictions.stream()
                        .filter(p -> p.unit().equals(group.unit()) && p.kind() == group.kind())
                        .toList())));
        Map<GoldRecord, Integer> order = new IdentityHashMap<>();
        gold.forEach(record -> order.put(record, order.size()));
        pairs.sort(Comparator.comparingInt(pair -> order.getOrDefault(pair.gold(), 0)));
        return pairs;
    }

    /** The extracted records of pairs; each counts for itself, also where two say the same. */
    static Set<Prediction> predictions(List<Pair> pairs) {
        Set<Prediction> predictions = Collections.newSetFromMap(new IdentityHashMap<>());
        pairs.forEach(pair -> predictions.add(pair.prediction()));
        return predictions;
    }

    /** A record by its place in a list, since two records may be equal. */
    private record Node(boolean gold, int index) {}

    private static List<Pair> matchGroup(List<GoldRecord> gold, List<Prediction> predictions) {
        SimpleWeightedGraph<Node, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        Set<Node> left = new LinkedHashSet<>();
        Set<Node> right = new LinkedHashSet<>();
        for (int i = 0; i < gold.size(); i++) {
            left.add(new Node(true, i));
        }
        for (int i = 0; i < predictions.size(); i++) {
            right.add(new Node(false, i));
        }
        left.forEach(graph::addVertex);
        right.forEach(graph::addVertex);
        Map<DefaultWeightedEdge, Pair> pairs = new LinkedHashMap<>();
        for (Node g : left) {
            for (Node p : right) {
                Closest closest = closest(gold.get(g.index()), predictions.get(p.index()));
                if (closest != null) {
                    DefaultWeightedEdge edge = graph.addEdge(g, p);
                    graph.setEdgeWeight(edge, closest.closeness());
                    pairs.put(edge, new Pair(gold.get(g.index()), predictions.get(p.index()), closest.reading()));
                }
            }
        }
        Set<DefaultWeightedEdge> chosen = new MaximumWeightBipartiteMatching<>(graph, left, right)
                .getMatching()
                .getEdges();
        return pairs.entrySet().stream()
                .filter(entry -> chosen.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private record Closest(Reading reading, double closeness) {}

    private static @Nullable Closest closest(GoldRecord gold, Prediction prediction) {
        int distance = Integer.MAX_VALUE;
        for (Range place : prediction.places()) {
            for (Range anchor : gold.anchors()) {
                if (place.overlaps(anchor)) {
                    distance = Math.min(distance, Math.abs(middle(place) - middle(anchor)));
                }
            }
        }
        if (distance == Integer.MAX_VALUE) {
            return null;
        }
        Closest best = null;
        for (Reading reading : prediction.readings()) {
            double closeness = Agreement.closeness(gold.values(), reading, distance);
            if (best == null || closeness > best.closeness()) {
                best = new Closest(reading, closeness);
            }
        }
        return best;
    }

    private static int middle(Range range) {
        return (range.startInclusive() + range.endExclusive()) / 2;
    }
}
