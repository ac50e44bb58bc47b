package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(
                    (Candidate c) -> -c.rule().priority())
            .thenComparingInt(c -> c.span().from() - c.span().to())
            .thenComparingInt(c -> c.span().from())
            .thenComparingInt(c -> c.rule().order());

    private final List<Rule> rules;
    private final RuleIndex index;
    private final Gazetteer lists;

    /** A match, before it is decided which of those that overlap counts. */
    record Candidate(Rule rule, Span span) {}

    private RuleSet(List<Rule> rules, Gazetteer lists) {
        this.rules = List.copyOf(rules);
        this.lists = lists;
        index = new RuleIndex(this.rules);
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
        var candidates = candidates(reading, meaning);
        if (candidates.isEmpty()) {
            return List.of();
        }
        candidates.sort(BEST_FIRST);
        var taken = new ArrayList<Span>(candidates.size());
        for (var candidate : candidates) {
            if (isFree(candidate.span(), taken)) {
                taken.add(candidate.span());
            }
        }
        taken.sort(Comparator.comparingInt(Span::from));
        taken.forEach(reading::add);
        return taken;
    }

    private static boolean isFree(Span span, List<Span> taken) {
        for (int i = 0; i < taken.size(); i++) {
            if (taken.get(i).overlaps(span)) {
                return false;
            }
        }
        return true;
    }

    /** What every rule matches at every token; of a rule with several patterns the first that does. */
    List<Candidate> candidates(Reading reading, Meaning meaning) {
        var candidates = new ArrayList<Candidate>();
        var worth = index.worth(reading);
        if (worth == null) {
            return candidates;
        }
        var run = reading.run();
        var here = new long[worth.length];
        for (int token = 0; token < reading.size(); token++) {
            if (!index.beginning(reading, token, worth, here)) {
                continue;
            }
            Rule matched = null;
            for (int word = 0; word < here.length; word++) {
                for (long bits = here[word]; bits != 0; bits &= bits - 1) {
                    var trial = index.trial((word << 6) + Long.numberOfTrailingZeros(bits));
                    if (trial.rule() == matched) {
                        continue;
                    }
                    var span = match(trial.rule(), trial.pattern(), run, reading, token, meaning);
                    if (span != null) {
                        matched = trial.rule();
                        candidates.add(new Candidate(matched, span));
                    }
                }
            }
        }
        return candidates;
    }

    /** What a pattern of a rule matches at a token, or null. */
    static @Nullable Span match(
            Rule rule, Pattern pattern, PatternRun run, Reading reading, int from, Meaning meaning) {
        var match = run.at(pattern, from);
        if (match == null || isBehind(rule.after(), run, reading, from)) {
            return null;
        }
        Map<String, List<Span>> captures = Map.of();
        if (!match.captures().isEmpty()) {
            captures = new LinkedHashMap<>();
            for (var entry : match.captures().entrySet()) {
                var spans = new ArrayList<Span>(entry.getValue().size());
                for (var capture : entry.getValue()) {
                    spans.add(captured(capture, reading, rule));
                }
                captures.put(entry.getKey(), Collections.unmodifiableList(spans));
            }
        }
        var value = meaning.of(rule, captures);
        return value == null
                ? null
                : new Span(from, match.to(), rule.reads(), value, rule.name(), Collections.unmodifiableMap(captures));
    }

    /** The span that was captured, where it says something; else its words. */
    private static Span captured(Pattern.Capture capture, Reading reading, Rule rule) {
        var span = capture.span();
        return span != null && span.value() != null
                ? span
                : Span.of(
                        capture.from(),
                        capture.to(),
                        "words",
                        reading.words(capture.from(), capture.to()),
                        rule.name());
    }

    private static boolean isBehind(List<Pattern> patterns, PatternRun run, Reading reading, int from) {
        for (var pattern : patterns) {
            for (int start = Math.max(0, from - LONGEST_BEFORE); start < from; start++) {
                var match = pattern.mayBegin(reading, start) ? run.at(pattern, start) : null;
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
