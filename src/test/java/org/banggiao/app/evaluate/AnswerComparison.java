package org.banggiao.app.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.banggiao.app.evaluate.ComparedQuestion.Counted;

/**
 * Sets the answer by the graph against the answer counted in gold records. A line of the one is the same as a line of the
 * other where they count under the same key and stand at the same place; as many as possible are paired. What is left on
 * either side is explained by what the other has at that place.
 */
final class AnswerComparison {
    /** A difference; the sort is one of a few words, the rest says what is met. */
    record Difference(String side, String where, String key, String sort, String what) {}

    private record Expected(GoldRecord record, String key) {}

    private final List<GoldRecord> records;
    private final Map<String, ReadThing> things;
    private final List<Counted> found;
    private final List<Expected> expected = new ArrayList<>();
    private final Map<Integer, Integer> goldOfFound = new TreeMap<>();
    private final Map<Integer, Integer> foundOfGold = new TreeMap<>();

    AnswerComparison(
            ComparedQuestion question, List<Counted> answer, List<GoldRecord> records, Map<String, ReadThing> things) {
        this.records = records;
        this.things = things;
        this.found = answer.stream().filter(c -> things.containsKey(c.thing())).toList();
        for (GoldRecord record : records) {
            question.gold().apply(record.values()).stream()
                    .sorted()
                    .forEach(key -> expected.add(new Expected(record, key)));
        }
        for (int gold = 0; gold < expected.size(); gold++) {
            pair(gold, new HashSet<>());
        }
    }

    /** How many lines the answer by the graph has in the annotated ranges. */
    int inGraph() {
        return found.size();
    }

    /** How many the one by the records has. */
    int inGold() {
        return expected.size();
    }

    /** How many are in both. */
    int same() {
        return foundOfGold.size();
    }

    /** Finds a line of the graph for one of the gold records, and others for those that had it (augmenting paths). */
    private boolean pair(int gold, Set<Integer> tried) {
        Expected wanted = expected.get(gold);
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).key().equals(wanted.key()) && thing(i).meets(wanted.record())) {
                candidates.add(i);
            }
        }
        candidates.sort(
                Comparator.comparing(i -> thing(i).differences(wanted.record()).size()));
        for (int candidate : candidates) {
            if (tried.add(candidate)) {
                Integer other = goldOfFound.get(candidate);
                if (other == null || pair(other, tried)) {
                    goldOfFound.put(candidate, gold);
                    foundOfGold.put(gold, candidate);
                    return true;
                }
            }
        }
        return false;
    }

    private ReadThing thing(int i) {
        return Objects.requireNonNull(things.get(found.get(i).thing()));
    }

    /** What only one side has, with the reason. */
    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (int gold = 0; gold < expected.size(); gold++) {
            if (!foundOfGold.containsKey(gold)) {
                differences.add(missing(expected.get(gold)));
            }
        }
        for (int i = 0; i < found.size(); i++) {
            if (!goldOfFound.containsKey(i)) {
                differences.add(surplus(i));
            }
        }
        return differences;
    }

    private Difference missing(Expected wanted) {
        GoldRecord record = wanted.record();
        String where =
                record.unit().document() + ":" + record.anchors().getFirst().startInclusive();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).key().equals(wanted.key()) && thing(i).meets(record)) {
                Integer taken = goldOfFound.get(i);
                GoldRecord other = expected.get(taken == null ? 0 : taken).record();
                boolean isElsewhere = other.unit() != record.unit()
                        || thing(i).places().stream().noneMatch(p -> p.meets(other) && p.meets(record));
                return new Difference(
                        "gold",
                        where,
                        wanted.key(),
                        isElsewhere ? "merged" : "not told apart",
                        thing(i).key()
                                + (isElsewhere
                                        ? " is also what is said at "
                                                + other.unit().document() + ":"
                                                + other.anchors().getFirst().startInclusive()
                                        : " stands for several records of one passage"));
            }
        }
        List<ReadThing> here =
                things.values().stream().filter(t -> t.meets(record)).toList();
        List<ReadThing> ofKind = here.stream()
                .filter(t -> t.kind() == record.values().kind())
                .sorted(Comparator.comparing(t -> t.differences(record).size()))
                .toList();
        return ofKind.stream()
                .filter(t -> isNearest(record, t))
                .findFirst()
                .map(t -> difference("gold", where, wanted.key(), t, record))
                .or(() -> ofKind.stream()
                        .findFirst()
                        .map(t -> new Difference(
                                "gold",
                                where,
                                wanted.key(),
                                "missed beside others",
                                "what is read there, as " + t.key() + ", is what other records have")))
                .or(() -> here.stream()
                        .findFirst()
                        .map(t -> new Difference(
                                "gold",
                                where,
                                wanted.key(),
                                "other kind",
                                "read as " + t.kind().code() + " " + t.type() + " " + t.key())))
                .orElseGet(() -> new Difference("gold", where, wanted.key(), "missed", "nothing is read there"));
    }

    /** Whether no other record of the passage is nearer to a thing. */
    private boolean isNearest(GoldRecord record, ReadThing thing) {
        int own = thing.differences(record).size();
        return records.stream()
                .filter(r -> r.values().kind() == thing.kind())
                .filter(r -> thing.places().stream().anyMatch(p -> p.meets(record) && p.meets(r)))
                .noneMatch(r -> thing.differences(r).size() < own);
    }

    private Difference surplus(int i) {
        ReadThing thing = thing(i);
        String where = thing.places().getFirst().toString();
        String key = found.get(i).key();
        List<GoldRecord> here = records.stream().filter(thing::meets).toList();
        for (GoldRecord record : here) {
            if (expected.stream().anyMatch(e -> e.record() == record && e.key().equals(key))) {
                return new Difference("graph", where, key, "read twice", thing.key() + " is no record of its own");
            }
        }
        return here.stream()
                .filter(r -> r.values().kind() == thing.kind())
                .min(Comparator.comparing(r -> thing.differences(r).size()))
                .map(r -> difference("graph", where, key, thing, r))
                .or(() -> here.stream()
                        .findFirst()
                        .map(r -> new Difference(
                                "graph",
                                where,
                                key,
                                "other kind",
                                thing.key() + " is recorded as "
                                        + r.values().kind().code() + " "
                                        + r.values().type())))
                .orElseGet(() -> new Difference("graph", where, key, "spurious", thing.key() + ": no record is there"));
    }

    private static Difference difference(String side, String where, String key, ReadThing thing, GoldRecord record) {
        List<String> differences = thing.differences(record);
        String first = differences.isEmpty() ? "" : differences.getFirst().split("[ :]", 2)[0];
        return new Difference(
                side,
                where,
                key,
                differences.isEmpty() ? "lacks what is asked for" : "other " + first,
                thing.key() + (differences.isEmpty() ? "" : ": " + String.join("; ", differences)));
    }

    /** How often each sort of difference comes, by side and sort. */
    static Map<String, Long> counts(List<Difference> differences, String side) {
        Map<String, Long> counts = new LinkedHashMap<>();
        differences.stream()
                .filter(d -> d.side().equals(side))
                .map(Difference::sort)
                .sorted()
                .forEach(sort -> counts.merge(sort, 1L, Long::sum));
        return counts;
    }
}
