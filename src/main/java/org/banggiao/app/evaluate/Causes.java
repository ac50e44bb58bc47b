package org.banggiao.app.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banggiao.text.Range;
import org.jspecify.annotations.Nullable;

/**
 * Says why records differ, as far as records show it: whether a place was read at all, or as something else; whether things
 * were joined that are two, or told twice; what is wrong with a date, with who acts, with a figure.
 */
final class Causes {
    private final List<GoldRecord> gold;
    private final List<Prediction> predictions;
    private final Map<GoldRecord, Matching.Pair> byGold = new IdentityHashMap<>();
    private final Map<Prediction, Matching.Pair> byPrediction = new IdentityHashMap<>();

    Causes(List<GoldRecord> gold, List<Prediction> predictions, List<Matching.Pair> pairs) {
        this.gold = gold;
        this.predictions = predictions;
        pairs.forEach(pair -> {
            byGold.put(pair.gold(), pair);
            byPrediction.put(pair.prediction(), pair);
        });
    }

    /** Why nothing was found for a gold record. */
    String ofMissed(GoldRecord missed) {
        List<Prediction> there = predictions.stream()
                .filter(p -> p.unit().equals(missed.unit()) && meets(p, missed))
                .toList();
        List<Prediction> same =
                there.stream().filter(p -> p.kind() == missed.values().kind()).toList();
        if (same.stream().anyMatch(p -> isMetElsewhere(p, missed))) {
            return "taken for one told elsewhere";
        }
        if (!same.isEmpty()) {
            return "one of several there not read";
        }
        if (there.stream().anyMatch(p -> !byPrediction.containsKey(p))) {
            return "read as another kind";
        }
        return there.isEmpty() ? "nothing read there" : "only something of another kind read there";
    }

    /** Whether an extracted record was found for a gold record that lies apart from another. */
    private boolean isMetElsewhere(Prediction prediction, GoldRecord other) {
        Matching.Pair pair = byPrediction.get(prediction);
        return pair != null
                && prediction.places().size() > 1
                && prediction.places().stream().anyMatch(place -> meets(place, pair.gold()) && !meets(place, other));
    }

    /** Why an extracted record has no gold record. */
    String ofSpurious(Prediction spurious) {
        List<GoldRecord> there = gold.stream()
                .filter(g -> g.unit().equals(spurious.unit()) && meets(spurious, g))
                .toList();
        if (there.stream().anyMatch(g -> g.values().kind() == spurious.kind())) {
            return "one more than people found there";
        }
        if (there.stream().anyMatch(g -> !byGold.containsKey(g))) {
            return "people found another kind there";
        }
        return there.isEmpty()
                ? "people found nothing there" + (spurious.isDatedByContext() ? ", dated by context" : "")
                : "people found only another kind there";
    }

    /** What is wrong with a record that was found; empty where nothing is. */
    List<String> ofFound(Matching.Pair pair) {
        Agreement agreement = pair.agreement();
        Reading expected = pair.gold().values();
        Reading read = pair.reading();
        List<String> causes = new ArrayList<>();
        if (!agreement.type()) {
            causes.add("type: " + read.type() + " for " + expected.type());
        }
        if (!agreement.date()) {
            causes.add("date: " + ofDate(expected.days(), read.days())
                    + (pair.prediction().isDatedByContext() ? ", from context" : ""));
        }
        if (!agreement.roles()) {
            causes.add("roles: " + ofRoles(expected, read));
        }
        if (!agreement.quantity()) {
            causes.add("figures: " + difference(figures(expected), figures(read)));
        }
        return causes;
    }

    private static String ofDate(Reading.@Nullable Days expected, Reading.@Nullable Days read) {
        if (expected == null || read == null) {
            return read == null ? "none read" : "read, but people gave none";
        }
        if (read.holds(expected)) {
            return "too coarse";
        }
        if (expected.holds(read)) {
            return "too fine";
        }
        return expected.meets(read) ? "overlapping" : "another";
    }

    private static String ofRoles(Reading expected, Reading read) {
        if (expected.kind() == RecordKind.AID_FLOW
                && read.names("recipients").equals(expected.names("donors"))
                && read.names("donors").equals(expected.names("recipients"))) {
            return "turned round";
        }
        return difference(expected.roles(), read.roles());
    }

    private static Set<Object> figures(Reading reading) {
        Set<Object> figures = new HashSet<>(reading.amounts());
        figures.addAll(reading.figures());
        return figures;
    }

    private static String difference(Set<?> expected, Set<?> read) {
        boolean lacks = !read.containsAll(expected);
        boolean more = !expected.containsAll(read);
        return lacks && more ? "others" : lacks ? "some missed" : "too many";
    }

    private static boolean meets(Prediction prediction, GoldRecord record) {
        return prediction.places().stream().anyMatch(place -> meets(place, record));
    }

    private static boolean meets(Range place, GoldRecord record) {
        return record.anchors().stream().anyMatch(place::overlaps);
    }
}
