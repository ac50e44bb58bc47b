package org.banggiao.app.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /** A line for each tenth of confidence. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-12s %7s %10s %10s", "confidence", "records", "meet gold", "strictly"));
        grouped(
                        predictions,
                        p -> p.confidence() < 0
                                ? "not said"
                                : String.format(Locale.ROOT, "%.1f - %.1f", floor(p), floor(p) + 0.1))
                .forEach((bin, records) -> lines.add(line(bin, records)));
        return lines;
    }

    /** A line for each family of rules, and what its priors are worth on ranges that they were not learnt from. */
    List<String> families() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%-12s %7s %10s %10s %6s", "rules", "records", "meet gold", "strictly", "prior"));
        grouped(predictions, Calibration::family)
                .forEach((family, records) -> lines.add(
                        line(family, records) + String.format(Locale.ROOT, " %6.2f", prior(records, predictions))));
        double families = 0;
        double one = 0;
        for (Prediction prediction : predictions) {
            List<Prediction> others = predictions.stream()
                    .filter(p -> !p.unit().equals(prediction.unit()))
                    .toList();
            List<Prediction> kin = others.stream()
                    .filter(p -> family(p).equals(family(prediction)))
                    .toList();
            double outcome = met.contains(prediction) ? 1 : 0;
            families += Math.pow(prior(kin, others) - outcome, 2);
            one += Math.pow(shareMet(others) - outcome, 2);
        }
        int n = Math.max(1, predictions.size());
        lines.add(String.format(
                Locale.ROOT,
                "Each range by priors from the others: Brier score %.3f; by one prior for all rules: %.3f.",
                families / n,
                one / n));
        return lines;
    }

    private double prior(Collection<Prediction> family, Collection<Prediction> all) {
        long hits = family.stream().filter(met::contains).count();
        return (hits + PRIOR_WEIGHT * shareMet(all)) / (family.size() + PRIOR_WEIGHT);
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

    private static double floor(Prediction prediction) {
        return Math.min(0.9, Math.floor(prediction.confidence() * 10 + 1e-9) / 10);
    }

    private static String family(Prediction prediction) {
        String rule = prediction.rule();
        int dot = rule.indexOf('.');
        return rule.isEmpty() ? "not said" : dot < 0 ? rule : rule.substring(0, dot);
    }
}
