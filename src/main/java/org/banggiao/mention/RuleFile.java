package org.banggiao.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the text of a rule file; see {@link RuleSet}. */
final class RuleFile {
    private final String name;
    private final Tokenizer tokenizer;
    private final Gazetteer lists = new Gazetteer();
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable Draft draft;

    private static final class Draft {
        final String name;
        String type = "";
        final List<Pattern> patterns = new ArrayList<>();
        final List<Pattern> after = new ArrayList<>();
        int priority;

        @Nullable
        String yield;

        final Map<String, String> options = new LinkedHashMap<>();
        final List<Rule.Example> examples = new ArrayList<>();
        final List<String> counterexamples = new ArrayList<>();

        Draft(String name) {
            this.name = name;
        }
    }

    RuleFile(String name, Tokenizer tokenizer) {
        this.name = name;
        this.tokenizer = tokenizer;
    }

    RuleSet read(String text) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                line(line);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        finish();
        return RuleSet.of(rules, lists);
    }

    private void line(String line) {
        int space = line.indexOf(' ');
        var word = space < 0 ? line : line.substring(0, space);
        var rest = space < 0 ? "" : line.substring(space + 1).strip();
        if (word.equals("list")) {
            finish();
            list(rest);
            return;
        }
        if (word.equals("rule")) {
            finish();
            if (!names.add(rest)) {
                throw new IllegalArgumentException("a second rule of the name " + rest);
            }
            draft = new Draft(rest);
            return;
        }
        var open = draft;
        if (open == null) {
            throw new IllegalArgumentException("'" + word + "' stands in no rule");
        }
        switch (word) {
            case "class" -> open.type = rest;
            case "match" -> open.patterns.add(PatternParser.parse(rest, tokenizer));
            case "after" -> open.after.add(PatternParser.parse(rest, tokenizer));
            case "priority" -> open.priority = Integer.parseInt(rest);
            case "yield" -> open.yield = rest;
            case "set" -> {
                int gap = rest.indexOf(' ');
                open.options.put(gap < 0 ? rest : rest.substring(0, gap), gap < 0 ? "yes" : rest.substring(gap + 1));
            }
            case "+" -> {
                int arrow = rest.lastIndexOf("=>");
                open.examples.add(
                        arrow < 0
                                ? new Rule.Example(rest, "")
                                : new Rule.Example(
                                        rest.substring(0, arrow).strip(),
                                        rest.substring(arrow + 2).strip()));
            }
            case "-" -> open.counterexamples.add(rest);
            default -> throw new IllegalArgumentException("no such entry of a rule: '" + word + "'");
        }
    }

    private void list(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a list is written 'list name: phrase | phrase'");
        }
        var list = text.substring(0, colon).strip();
        for (var phrase : text.substring(colon + 1).split("\\|")) {
            if (!phrase.isBlank()) {
                lists.add(list, phrase.strip(), tokenizer);
            }
        }
    }

    private void finish() {
        var done = draft;
        draft = null;
        if (done == null) {
            return;
        }
        if (done.type.isEmpty() || done.patterns.isEmpty()) {
            throw new IllegalArgumentException("the rule " + done.name + " needs a class and a match");
        }
        rules.add(new Rule(
                done.name,
                SpanType.of(done.type),
                done.patterns,
                done.after,
                done.priority,
                done.yield,
                done.options,
                done.examples,
                done.counterexamples,
                rules.size()));
    }
}
