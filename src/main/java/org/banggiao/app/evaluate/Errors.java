package org.banggiao.app.evaluate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was missed, what was read wrongly, and what people did not find. */
final class Errors {
    /** The columns of {@link #lines}. */
    static final String HEADER = "error\tcause\trange\tkind\tgold\textracted\twhere";

    private Errors() {}

    /** A tab-separated line for each error. */
    static List<String> lines(List<GoldRecord> gold, List<Prediction> predictions, List<Matching.Pair> pairs) {
        Map<GoldRecord, Matching.Pair> byGold = new IdentityHashMap<>();
        pairs.forEach(pair -> byGold.put(pair.gold(), pair));
        Causes causes = new Causes(gold, predictions, pairs);
        List<String> lines = new ArrayList<>();
        for (GoldRecord record : gold) {
            Matching.Pair pair = byGold.get(record);
            String error = pair == null ? "missed" : wrong(pair.agreement());
            if (!error.isEmpty()) {
                lines.add(String.join(
                        "\t",
                        error,
                        pair == null ? causes.ofMissed(record) : String.join("; ", causes.ofFound(pair)),
                        record.unit().name(),
                        record.values().kind().code(),
                        describe(record.values()),
                        pair == null ? "" : describe(pair.reading()),
                        record.anchors().getFirst() + " " + record.words()));
            }
        }
        Set<Prediction> met = Matching.predictions(pairs);
        for (Prediction prediction : predictions) {
            if (!met.contains(prediction)) {
                lines.add(String.join(
                        "\t",
                        "spurious",
                        causes.ofSpurious(prediction),
                        prediction.unit().name(),
                        prediction.kind().code(),
                        "",
                        describe(prediction.readings().getFirst()),
                        prediction.places() + " " + prediction.rule() + " " + prediction.label()));
            }
        }
        return lines;
    }

    /** How many errors there are of each sort, by kind. */
    static List<String> counts(List<String> lines) {
        return counted(lines.stream().map(line -> line.split("\t", -1)).map(cells -> key(cells, cells[0])));
    }

    /** How many errors have each cause, by kind; one that is wrong in two things counts for each. */
    static List<String> causes(List<String> lines) {
        return counted(lines.stream()
                .map(line -> line.split("\t", -1))
                .flatMap(cells -> Stream.of(cells[1].split("; "))
                        .map(cause -> key(cells, cells[0].startsWith("wrong") ? cause : cells[0] + ": " + cause))));
    }

    private static String key(String[] cells, String what) {
        return String.format(Locale.ROOT, "%-10s %s", cells[3], what);
    }

    private static List<String> counted(Stream<String> keys) {
        Map<String, Integer> counts = new TreeMap<>();
        keys.forEach(key -> counts.merge(key, 1, Integer::sum));
        List<String> out = new ArrayList<>();
        counts.forEach((key, n) -> out.add(String.format(Locale.ROOT, "%-64s %4d", key, n)));
        return out;
    }

    private static String wrong(Agreement agreement) {
        StringJoiner wrong = new StringJoiner("+", "wrong ", "").setEmptyValue("");
        if (!agreement.type()) {
            wrong.add("type");
        }
        if (!agreement.date()) {
            wrong.add("date");
        }
        if (!agreement.roles()) {
            wrong.add("roles");
        }
        if (!agreement.quantity()) {
            wrong.add("quantity");
        }
        return wrong.toString();
    }

    private static String describe(Reading reading) {
        StringJoiner text = new StringJoiner("; ");
        text.add(String.valueOf(reading.type()));
        text.add(reading.text(reading.kind().dateField()).orElse("no date"));
        text.add(String.join(" ", reading.roles()));
        if (!reading.amounts().isEmpty()) {
            text.add(String.join(", ", reading.amounts()));
        }
        if (!reading.figures().isEmpty()) {
            text.add(reading.figures().toString());
        }
        return text.toString();
    }
}
