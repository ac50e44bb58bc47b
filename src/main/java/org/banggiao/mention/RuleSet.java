package org.banggiao.mention;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules and word lists of one file, and their application to a sentence.
 *
 * <pre>
 * list visit.go: sang thăm | đến thăm         words that count alike, as class %visit.go
 * rule visit.verb
 *   class act                                  class of what is read
 *   match %visit.go &lt;actor&gt;                   several lines are alternatives
 *   after %negation                            not directly behind this
 *   yield {y}-{m}-{d}                          the value, from captures
 *   priority 5
 *   set type visit                             any further setting
 *   + a text => value                          it is to match here
 *   - a text                                   and not here
 * </pre>
 */
public final class RuleSet {
    private static final int LONGEST_BEFORE = 6;
    private static final BitSet NONE = new BitSet();

    private final List<Rule> rules;

    // Places in the list of rules, by what a match can begin with.
    private final Map<String, BitSet> byFirstWord = new HashMap<>();
    private final Map<String, BitSet> byFirstType = new HashMap<>();
    private final BitSet anywhere = new BitSet();

    // The same by the whole class of a span, of classes met so far.
    private final Map<String, BitSet> byClass = new ConcurrentHashMap<>();
    private final Gazetteer lists;

    private RuleSet(List<Rule> rules, Gazetteer lists) {
        this.rules = List.copyOf(rules);
        this.lists = lists;
        for (int i = 0; i < rules.size(); i++) {
            int place = i;
            for (var pattern : rules.get(i).patterns()) {
                var words = pattern.firstWords();
                var types = pattern.firstTypes();
                if (words == null || types == null) {
                    anywhere.set(place);
                } else {
                    words.forEach(w ->
                            byFirstWord.computeIfAbsent(w, k -> new BitSet()).set(place));
                    types.forEach(t -> byFirstType
                            .computeIfAbsent(top(t), k -> new BitSet())
                            .set(place));
                }
            }
        }
    }

    /** The class above all classes of a span: {@code actor} of {@code actor.country}; a list's name is one. */
    private static String top(String type) {
        int dot = type.startsWith("%") ? -1 : type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    /** Sets the places of the rules that can match at a token. */
    private void startingAt(Reading reading, int token, BitSet places) {
        places.clear();
        places.or(anywhere);
        add(byFirstWord.get(reading.key(token)), places);
        if (reading.token(token).kind() == Token.Kind.NUMBER) {
            add(byFirstType.get(Pattern.NUMBER), places);
        }
        for (var span : reading.startingAt(token)) {
            places.or(byClass.computeIfAbsent(span.type(), t -> byFirstType.getOrDefault(top(t), NONE)));
        }
    }

    private static void add(@Nullable BitSet some, BitSet places) {
        if (some != null) {
            places.or(some);
        }
    }

    /** All rules, in the order of the file. */
    public List<Rule> rules() {
        return rules;
    }

    /** Decides what a match means: its value, or null where it means nothing and is to be passed over. */
    @FunctionalInterface
    public interface Meaning {
        /** A value for the match, or null to refuse it. */
        @Nullable
        Object of(Rule rule, Map<String, List<Span>> captures);
    }

    /** The value of a rule without meaning of its own: its filled template, or its class. */
    public static final Meaning TEMPLATE = (rule, captures) -> rule.type();

    /** Reads the lists of this file in a sentence; to be called before {@link #apply}. */
    public void readLists(Reading reading) {
        lists.read(reading);
    }

    /** Applies the rules: matches that overlap are settled by priority, then length, then place, then order of the rules. */
    public List<Span> apply(Reading reading, Meaning meaning) {
        record Candidate(Rule rule, Span span) {}
        var candidates = new ArrayList<Candidate>();
        var places = new BitSet(rules.size());
        for (int i = 0; i < reading.size(); i++) {
            startingAt(reading, i, places);
            for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
                var rule = rules.get(place);
                var span = match(rule, reading, i, meaning);
                if (span != null) {
                    candidates.add(new Candidate(rule, span));
                }
            }
        }
        candidates.sort(Comparator.comparingInt((Candidate c) -> -c.rule().priority())
                .thenComparingInt(c -> c.span().from() - c.span().to())
                .thenComparingInt(c -> c.span().from())
                .thenComparingInt(c -> c.rule().order()));
        var taken = new ArrayList<Span>();
        for (var candidate : candidates) {
            var span = candidate.span();
            if (taken.stream().noneMatch(t -> t.overlaps(span))) {
                taken.add(span);
            }
        }
        taken.sort(Comparator.comparingInt(Span::from));
        taken.forEach(reading::add);
        return taken;
    }

    private static @Nullable Span match(Rule rule, Reading reading, int from, Meaning meaning) {
        for (var pattern : rule.patterns()) {
            if (!canBegin(pattern, reading, from)) {
                continue;
            }
            var match = pattern.at(reading, from);
            if (match == null || isBehind(rule.after(), reading, from)) {
                continue;
            }
            var captures = new LinkedHashMap<String, List<Span>>();
            match.captures()
                    .forEach((name, found) -> captures.put(
                            name,
                            found.stream()
                                    .map(c -> c.span() != null && c.span().value() != null
                                            ? c.span()
                                            : Span.of(
                                                    c.from(),
                                                    c.to(),
                                                    "words",
                                                    reading.words(c.from(), c.to()),
                                                    rule.name()))
                                    .toList()));
            var value = meaning.of(rule, captures);
            if (value != null) {
                return new Span(
                        from, match.to(), rule.type(), value, rule.name(), Collections.unmodifiableMap(captures));
            }
        }
        return null;
    }

    private static boolean canBegin(Pattern pattern, Reading reading, int from) {
        var words = pattern.firstWords();
        var types = pattern.firstTypes();
        if (words == null || types == null || words.contains(reading.key(from))) {
            return true;
        }
        if (types.contains(Pattern.NUMBER) && reading.token(from).kind() == Token.Kind.NUMBER) {
            return true;
        }
        for (var span : reading.startingAt(from)) {
            for (var type : types) {
                if (span.is(type)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBehind(List<Pattern> patterns, Reading reading, int from) {
        for (var pattern : patterns) {
            for (int start = Math.max(0, from - LONGEST_BEFORE); start < from; start++) {
                var match = pattern.at(reading, start);
                if (match != null && match.to() == from) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Reads a file beside a class.
     *
     * @throws IllegalArgumentException where the file is not right; the message names the file and the line
     */
    public static RuleSet load(Class<?> beside, String file, Tokenizer tokenizer) {
        return parse(file, ResourceText.text(beside, file), tokenizer);
    }

    /** As {@link #load}, from a text; {@code name} is for messages. */
    public static RuleSet parse(String name, String text, Tokenizer tokenizer) {
        return new RuleFile(name, tokenizer).read(text);
    }

    static RuleSet of(List<Rule> rules, Gazetteer lists) {
        return new RuleSet(rules, lists);
    }
}
