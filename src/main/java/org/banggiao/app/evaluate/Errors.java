package org.banggiao.app.evaluate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What was missed, what was read wrongly, and what people did not find. */
final class Errors {
    /** The columns of {@link #lines}. */
    static final String HEADER = "error\trange\tkind\tgold\textracted\twhere";

    private Errors() {}

    /** A tab-separated line for each error. */
    static List<String> lines(List<GoldRecord> gold, List<Prediction> predictions, List<Matching.Pair> pairs) {
        Map<GoldRecord, Matching.Pair> byGold = new IdentityHashMap<>();
        pairs.forEach(pair -> byGold.put(pair.gold(), pair));
        List<String> lines = new ArrayList<>();
        for (GoldRecord record : gold) {
            Matching.Pair pair = byGold.get(record);
            String cause = pair == null ? "missed" : wrong(pair.agreement());
            if (!cause.isEmpty()) {
                lines.add(String.join(
                        "\t",
                        cause,
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
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            counts.merge(String.format("%-10s %s", cells[2], cells[0]), 1, Integer::sum);
        }
        List<String> out = new ArrayList<>();
        counts.forEach((cause, n) -> out.add(String.format("%-40s %4d", cause, n)));
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
