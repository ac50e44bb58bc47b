package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private static final String WORD = "w ";
    private static final String TYPE = "t ";

    private final List<Rule> rules;
    private final Map<String, List<Rule>> byFirst = new HashMap<>();
    private final List<Rule> anywhere = new ArrayList<>();
    private final Gazetteer lists;

    private RuleSet(List<Rule> rules, Gazetteer lists) {
        this.rules = List.copyOf(rules);
        this.lists = lists;
        for (var rule : rules) {
            var firsts = new TreeSet<String>();
            boolean known = true;
            for (var pattern : rule.patterns()) {
                var words = pattern.firstWords();
                var types = pattern.firstTypes();
                if (words == null || types == null) {
                    known = false;
                } else {
                    words.forEach(w -> firsts.add(WORD + w));
                    types.forEach(t -> firsts.add(TYPE + top(t)));
                }
            }
            if (known) {
                firsts.forEach(
                        f -> byFirst.computeIfAbsent(f, k -> new ArrayList<>()).add(rule));
            } else {
                anywhere.add(rule);
            }
        }
    }

    /** The class above all classes of a span: {@code actor} of {@code actor.country}; a list's name is one. */
    private static String top(String type) {
        int dot = type.startsWith("%") ? -1 : type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    /** The rules that can match at a token, each once, in the order of the file. */
    private Collection<Rule> startingAt(Reading reading, int token) {
        var found = new TreeMap<Integer, Rule>();
        anywhere.forEach(r -> found.put(r.order(), r));
        collect(WORD + reading.key(token), found);
        if (reading.token(token).kind() == Token.Kind.NUMBER) {
            collect(TYPE + Pattern.NUMBER, found);
        }
        for (var span : reading.startingAt(token)) {
            collect(TYPE + top(span.type()), found);
        }
        return found.values();
    }

    private void collect(String first, Map<Integer, Rule> into) {
        byFirst.getOrDefault(first, List.of()).forEach(r -> into.put(r.order(), r));
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
        for (int i = 0; i < reading.size(); i++) {
            for (var rule : startingAt(reading, i)) {
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
