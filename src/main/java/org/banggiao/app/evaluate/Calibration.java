package org.banggiao.app.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether confidence means what it says: of the records with confidence 0.8, about eight in ten ought to meet a gold record.
 * And how often the records of each family of rules do, learnt on all ranges but the one that it is tried on.
 */
final class Calibration {
    /** Observations at the share of all that are added to those of a family, so that few records do not decide. */
    private static final double PRIOR_WEIGHT = 2;

    private final List<Prediction> predictions;
    private final Set<Prediction> met;
    private final Set<Prediction> strict;

    Calibration(List<Prediction> predictions, List<Matching.Pair> pairs) {
        this.predictions = predictions;
        met = Matching.predictions(pairs);
        strict = Matching.predictions(
                pairs.stream().filter(pair -> pair.agreement().strict()).toList());
    }

    /** A line for each tenth of confidence, and how far it is from what came of it. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%-12s %7s %10s %10s %6s", "confidence", "records", "meet gold", "strictly", "mean"));
        grouped(predictions, Calibration::bin)
                .forEach((bin, records) -> lines.add(
                        line(bin, records) + String.format(Locale.ROOT, " %6.2f", Math.max(0, mean(records)))));
        lines.add(distance());
        return lines;
    }

    /** A line for each family of rules, one for records that context dated, and what priors are worth on ranges that they were not learnt from. */
    List<String> families() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%-12s %7s %10s %10s %6s", "rules", "records", "meet gold", "strictly", "prior"));
        Map<String, Double> priors = priors();
        grouped(predictions, Calibration::family)
                .forEach((family, records) -> lines.add(line(family, records)
                        + String.format(Locale.ROOT, " %6.2f", priors.getOrDefault(family, 0.0))));
        List<Prediction> byContext = dated(predictions, true);
        lines.add(line("by context", byContext) + String.format(Locale.ROOT, " x %4.2f", contextFactor()));
        lines.add(String.format(
                Locale.ROOT,
                "Brier score of priors learnt on the other ranges: by family %.3f, by family and whether context gave the"
                        + " date %.3f; by one prior for all %.3f.",
                brier((own, others) -> prior(kin(own, others), shareMet(others))),
                brier((own, others) -> {
                    List<Prediction> kin = kin(own, others);
                    return prior(dated(kin, own.isDatedByContext()), prior(kin, shareMet(others)));
                }),
                brier((own, others) -> shareMet(others))));
        return lines;
    }

    /** The prior of each family, from its records of all ranges whose date the passage states. */
    Map<String, Double> priors() {
        Map<String, Double> priors = new TreeMap<>();
        double all = shareMet(dated(predictions, false));
        grouped(predictions, Calibration::family)
                .forEach((family, records) -> priors.put(family, prior(dated(records, false), all)));
        return priors;
    }

    /** What is left of the priors where context gave the date. */
    double contextFactor() {
        Map<String, Double> priors = priors();
        List<Prediction> records = dated(predictions, true);
        double expected = records.stream()
                .mapToDouble(p -> priors.getOrDefault(family(p), 0.0))
                .sum();
        double hits = records.stream().filter(met::contains).count();
        return (hits + PRIOR_WEIGHT) / (expected + PRIOR_WEIGHT);
    }

    private static List<Prediction> dated(List<Prediction> records, boolean byContext) {
        return records.stream().filter(p -> p.isDatedByContext() == byContext).toList();
    }

    /** How far the confidence of the records is from what came of them. */
    private String distance() {
        Map<String, List<Prediction>> bins = grouped(said(), Calibration::bin);
        double apart = bins.values().stream()
                .mapToDouble(records -> Math.abs(mean(records) - shareMet(records)) * records.size())
                .sum();
        double brier = said().stream()
                .mapToDouble(p -> Math.pow(p.confidence() - outcome(p), 2))
                .sum();
        int n = Math.max(1, said().size());
        return String.format(
                Locale.ROOT,
                "Brier score of the confidence given %.3f; it is apart from what came of it by %.3f in the mean.",
                brier / n,
                apart / n);
    }

    private List<Prediction> said() {
        return predictions.stream().filter(p -> p.confidence() >= 0).toList();
    }

    private static double mean(List<Prediction> records) {
        return records.stream().mapToDouble(Prediction::confidence).average().orElse(0);
    }

    /** The mean square of what a forecast misses, each range foretold from the others. */
    private double brier(BiFunction<Prediction, List<Prediction>, Double> forecast) {
        double sum = 0;
        for (Prediction prediction : predictions) {
            List<Prediction> others = predictions.stream()
                    .filter(p -> !p.unit().equals(prediction.unit()))
                    .toList();
            sum += Math.pow(forecast.apply(prediction, others) - outcome(prediction), 2);
        }
        return sum / Math.max(1, predictions.size());
    }

    private static List<Prediction> kin(Prediction own, List<Prediction> others) {
        return others.stream().filter(p -> family(p).equals(family(own))).toList();
    }

    private int outcome(Prediction prediction) {
        return met.contains(prediction) ? 1 : 0;
    }

    private double prior(Collection<Prediction> family, double ofAll) {
        long hits = family.stream().filter(met::contains).count();
        return (hits + PRIOR_WEIGHT * ofAll) / (family.size() + PRIOR_WEIGHT);
    }

    private double shareMet(Collection<Prediction> of) {
        return Scores.share((int) of.stream().filter(met::contains).count(), of.size());
    }

    private String line(String name, List<Prediction> records) {
        return String.format(
                Locale.ROOT,
                "%-12s %7d %10.2f %10.2f",
                name,
                records.size(),
                shareMet(records),
                Scores.share((int) records.stream().filter(strict::contains).count(), records.size()));
    }

    private static Map<String, List<Prediction>> grouped(
            List<Prediction> predictions, Function<Prediction, String> by) {
        return predictions.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    }

    private static String bin(Prediction prediction) {
        double floor = floor(prediction);
        return prediction.confidence() < 0 ? "not said" : String.format(Locale.ROOT, "%.1f - %.1f", floor, floor + 0.1);
    }

    private static double floor(Prediction prediction) {
        return Math.min(0.9, Math.floor(prediction.confidence() * 10 + 1e-9) / 10);
    }

    private static String family(Prediction prediction) {
        String rule = prediction.rule();
        int dot = rule.indexOf('.');
        return rule.isEmpty() ? "not said" : dot < 0 ? rule : rule.substring(0, dot);
    }
}
