package org.banggiao.mention;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule as its file gives it.
 *
 * @param name unique among all rules, such as {@code date.day-month-year}
 * @param reads class of what it reads
 * @param patterns what it matches, in the order of preference
 * @param after it does not match directly behind one of these
 * @param priority higher wins where matches overlap; then the longer
 * @param yield template of the value with captures in braces, or null
 * @param options further settings by name
 * @param examples texts in which it is to match, with the value expected there (empty where any will do)
 * @param counterexamples texts in which it is not to match
 * @param order place in the file, from 0
 */
public record Rule(
        String name,
        SpanType reads,
        List<Pattern> patterns,
        List<Pattern> after,
        int priority,
        @Nullable String yield,
        Map<String, String> options,
        List<Example> examples,
        List<String> counterexamples,
        int order) {
    /** A text in which the rule is to match, and the value. */
    public record Example(String text, String value) {}

    public Rule {
        patterns = List.copyOf(patterns);
        after = List.copyOf(after);
        options = Map.copyOf(options);
        examples = List.copyOf(examples);
        counterexamples = List.copyOf(counterexamples);
    }

    /** The name of the class of what it reads. */
    public String type() {
        return reads.name();
    }

    /** A setting, or the given value where the rule has none. */
    public String option(String key, String otherwise) {
        return options.getOrDefault(key, otherwise);
    }
}
