package org.banggiao.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.banggiao.mention.Reading;
import org.banggiao.text.Kind;

/**
 * Which countries a document speaks of at a sentence: how often it names each in all, and how often just before. A chapter on
 * three countries speaks of two of them at a time; a book on two countries keeps to these.
 */
final class Focus {
    /** What a sentence counts for the one behind it. */
    private static final double FADING = 0.7;

    private static final double BEHIND_HEADING = 0.3;

    private final Map<String, Double> whole;
    private final Map<Reading, Map<String, Double>> near = new IdentityHashMap<>();

    /**
     * The focus of the sentences of a document.
     *
     * @param whole how often each country is named in all, by code
     * @param named how often each country is named in a sentence, with its cities and people, by code
     */
    Focus(List<Reading> readings, Map<String, Integer> whole, Function<Reading, Map<String, Integer>> named) {
        this.whole = shares(whole);
        var body = new TreeMap<String, Double>();
        Map<String, Double> note = new TreeMap<>();
        Integer noteNumber = null;
        for (var reading : readings) {
            var sentence = reading.sentence();
            Map<String, Double> running = body;
            if (sentence.kind() == Kind.NOTE) {
                if (noteNumber == null || !noteNumber.equals(sentence.note())) {
                    note = new TreeMap<>(body);
                    noteNumber = sentence.note();
                }
                running = note;
            }
            double keeps = sentence.kind() == Kind.HEADING ? BEHIND_HEADING : FADING;
            running.replaceAll((code, weight) -> weight * keeps);
            var counting = running;
            named.apply(reading).forEach((code, count) -> counting.merge(code, (double) count, Double::sum));
            near.put(reading, shares(running));
        }
    }

    private static <N extends Number> Map<String, Double> shares(Map<String, N> counts) {
        double sum = counts.values().stream().mapToDouble(Number::doubleValue).sum();
        var shares = new TreeMap<String, Double>();
        counts.forEach((code, count) -> shares.put(code, sum == 0 ? 0 : count.doubleValue() / sum));
        return shares;
    }

    /** The codes of all countries, those first that the document speaks of most at the sentence. */
    List<String> at(Reading reading) {
        var here = near.getOrDefault(reading, Map.of());
        var weights = new TreeMap<>(whole);
        here.forEach((code, share) -> weights.merge(code, share, Double::sum));
        var codes = new ArrayList<>(weights.keySet());
        codes.sort(Comparator.comparingDouble((String code) -> -weights.getOrDefault(code, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        return codes;
    }
}
