package org.banggiao.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** Stands for what a country that was not named up to a sentence counts for there. */
    private static final double NOT_NAMED = -1;

    private final Map<String, Double> whole;

    // All countries that are named, in order; the share of each in all names, and what it counts for at a sentence, in
    // that order.
    private final List<String> codes;
    private final double[] shares;
    private final Map<Reading, double[]> near = new IdentityHashMap<>();
    private final @Nullable String hub;

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
        var names = readings.stream().map(named).toList();
        hub = hub(names, home);
        var all = new TreeSet<>(whole.keySet());
        names.forEach(each -> all.addAll(each.keySet()));
        codes = List.copyOf(all);
        shares = codes.stream()
                .mapToDouble(code -> this.whole.getOrDefault(code, NOT_NAMED))
                .toArray();
        double[] heading = null;
        for (int i = 0; i < names.size(); i++) {
            var reading = readings.get(i);
            var running = running(before.apply(reading), reading);
            if (heading != null) {
                for (int code = 0; code < running.length; code++) {
                    add(running, code, heading[code]);
                }
            }
            names.get(i).forEach((code, count) -> add(running, Collections.binarySearch(codes, code), count));
            boolean isHeading = reading.sentence().kind() == Kind.HEADING;
            for (int code = 0; isHeading && code < running.length; code++) {
                running[code] *= running[code] >= 0 ? BEHIND_HEADING : 1;
            }
            heading = isHeading ? running : null;
            near.put(reading, running);
        }
    }

    /** What each country counts for at the beginning of a sentence. */
    private double[] running(@Nullable Reading earlier, Reading reading) {
        var known = earlier == null ? null : near.get(earlier);
        if (earlier == null || known == null) {
            var none = new double[codes.size()];
            Arrays.fill(none, NOT_NAMED);
            return none;
        }
        var running = known.clone();
        double keeps = isApart(earlier, reading) ? BEHIND_PARAGRAPH : FADING;
        for (int code = 0; code < running.length; code++) {
            running[code] *= running[code] >= 0 ? keeps : 1;
        }
        return running;
    }

    private static void add(double[] running, int code, double more) {
        if (more >= 0) {
            running[code] = running[code] >= 0 ? running[code] + more : more;
        }
    }

    /**
     * The country whose relations with two others or more a document tells of, each apart: "Egypt between Moscow and Washington".
     * Null where most of what it tells is between two, or between others.
     */
    private @Nullable String hub(List<Map<String, Integer>> names, String home) {
        var pairs = new TreeMap<String, Map<String, Integer>>();
        int all = 0;
        for (var named : names) {
            if (named.size() < 2) {
                continue;
            }
            var two = named.keySet().stream()
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

    private static Map<String, Double> shares(Map<String, Integer> counts) {
        double sum = counts.values().stream().mapToDouble(Integer::doubleValue).sum();
        var shares = new TreeMap<String, Double>();
        counts.forEach((code, count) -> shares.put(code, sum == 0 ? 0 : count / sum));
        return shares;
    }

    /** The codes of all countries, those first that the document speaks of most at the sentence. */
    List<String> at(Reading reading) {
        var here = near.get(reading);
        double sum = here == null
                ? 0
                : Arrays.stream(here).filter(count -> count >= 0).sum();
        // Those of more weight first, of one weight by code.
        var ordered = new ArrayList<String>(shares.length);
        var weights = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            // Where a text names two countries or more, cities of others are only where something was.
            boolean isNear = here != null && here[i] >= 0 && (whole.size() < 2 || shares[i] >= 0);
            if (!isNear && shares[i] < 0) {
                continue;
            }
            double share = isNear && here != null && sum != 0 ? here[i] / sum : 0;
            double weight = shares[i] >= 0 ? shares[i] + share : share;
            int at = ordered.size();
            for (; at > 0 && weights[at - 1] < weight; at--) {
                weights[at] = weights[at - 1];
            }
            weights[at] = weight;
            ordered.add(at, codes.get(i));
        }
        if (hub != null && ordered.indexOf(hub) > 1) {
            ordered.remove(hub);
            ordered.add(1, hub);
        }
        return ordered;
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
