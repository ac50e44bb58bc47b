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
import org.jspecify.annotations.Nullable;

/**
 * Which countries a document speaks of at a sentence: how often it names each in all, and how often just before. A chapter on
 * three countries speaks of two of them at a time; a book on two countries keeps to these.
 */
final class Focus {
    /** What a sentence counts for the one behind it. */
    private static final double FADING = 0.7;

    private static final double OUTSTANDING = 0.1;
    private static final double PARTNER = 0.07;
    private static final double BEHIND_PARAGRAPH = 0.5;

    private static final double BEHIND_HEADING = 0.3;

    /** Of the sentences on two countries, so many speak of the one that all the others have to do with. */
    private static final double MOST = 0.7;

    /** What those on the country whose historians write such documents count. */
    private static final double HOME = 1.15;

    /** A country has to do with another where so many sentences speak of the two. */
    private static final int SOME = 2;

    private final Map<String, Double> whole;
    private final @Nullable String hub;

    // What each sentence and those before it count, by code.
    private final Map<Reading, Map<String, Double>> weights = new IdentityHashMap<>();
    private final Map<Reading, List<String>> asked = new IdentityHashMap<>();

    /**
     * The focus of the sentences of a document.
     *
     * @param whole how often each country is named in all, by code
     * @param named how often each country is named in a sentence, with its cities and people, by code
     * @param before the sentence that one goes on from, or null
     * @param home the country whose historians write such documents
     */
    Focus(
            List<Reading> readings,
            Map<String, Integer> whole,
            Function<Reading, Map<String, Integer>> named,
            Function<Reading, @Nullable Reading> before,
            String home) {
        this.whole = shares(whole);
        hub = hub(readings, named, home);
        Map<String, Double> heading = Map.of();
        for (var reading : readings) {
            var running = new TreeMap<String, Double>();
            var earlier = before.apply(reading);
            if (earlier != null) {
                double keeps = isApart(earlier, reading) ? BEHIND_PARAGRAPH : FADING;
                weights.getOrDefault(earlier, Map.of()).forEach((code, weight) -> running.put(code, weight * keeps));
            }
            heading.forEach((code, weight) -> running.merge(code, weight, Double::sum));
            heading = Map.of();
            named.apply(reading).forEach((code, count) -> running.merge(code, (double) count, Double::sum));
            if (reading.sentence().kind() == Kind.HEADING) {
                running.replaceAll((code, weight) -> weight * BEHIND_HEADING);
                heading = running;
            }
            weights.put(reading, running);
        }
    }

    /**
     * The country whose relations with two others or more a document tells of, each apart: "Egypt between Moscow and Washington".
     * Null where most of what it tells is between two, or between others.
     */
    private @Nullable String hub(List<Reading> readings, Function<Reading, Map<String, Integer>> named, String home) {
        var pairs = new TreeMap<String, Map<String, Integer>>();
        int all = 0;
        for (var reading : readings) {
            var two = named.apply(reading).keySet().stream()
                    .filter(c -> whole.getOrDefault(c, 0.0) >= PARTNER)
                    .toList();
            if (two.size() == 2) {
                all++;
                pairs.computeIfAbsent(two.get(0), k -> new TreeMap<>()).merge(two.get(1), 1, Integer::sum);
                pairs.computeIfAbsent(two.get(1), k -> new TreeMap<>()).merge(two.get(0), 1, Integer::sum);
            }
        }
        String found = null;
        double most = 0;
        for (var each : pairs.entrySet()) {
            int sum = each.getValue().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            long partners = each.getValue().values().stream()
                    .filter(n -> n >= SOME && n >= OUTSTANDING * sum)
                    .count();
            double weight = each.getKey().equals(home) ? sum * HOME : sum;
            if (partners >= 2 && weight >= MOST * all && weight > most) {
                found = each.getKey();
                most = weight;
            }
        }
        return found;
    }

    /** The country whose relations with several others the document tells of, or null. */
    @Nullable
    String hub() {
        return hub;
    }

    private static boolean isApart(Reading earlier, Reading reading) {
        return earlier.sentence().kind() == reading.sentence().kind()
                && earlier.sentence().paragraph() != reading.sentence().paragraph();
    }

    private static <N extends Number> Map<String, Double> shares(Map<String, N> counts) {
        double sum = counts.values().stream().mapToDouble(Number::doubleValue).sum();
        var shares = new TreeMap<String, Double>();
        counts.forEach((code, count) -> shares.put(code, sum == 0 ? 0 : count.doubleValue() / sum));
        return shares;
    }

    /** The codes of all countries, those first that the document speaks of most at the sentence. */
    List<String> at(Reading reading) {
        return asked.computeIfAbsent(reading, this::order);
    }

    private List<String> order(Reading reading) {
        var here = shares(this.weights.getOrDefault(reading, Map.of()));
        var weights = new TreeMap<>(whole);
        // Where a text names two countries or more, cities of others are only where something was.
        here.forEach((code, share) -> {
            if (whole.size() < 2 || whole.containsKey(code)) {
                weights.merge(code, share, Double::sum);
            }
        });
        var codes = new ArrayList<>(weights.keySet());
        codes.sort(Comparator.comparingDouble((String code) -> -weights.getOrDefault(code, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        if (hub != null && codes.indexOf(hub) > 1) {
            codes.remove(hub);
            codes.add(1, hub);
        }
        return List.copyOf(codes);
    }

    /** The codes of the countries to each of which a tenth or more of all names belong, those first that are named most. */
    List<String> outstanding() {
        return whole.entrySet().stream()
                .filter(e -> e.getValue() >= OUTSTANDING)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }
}
