package org.banggiao.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of a sentence: points first, then points with "early" or "late", then ranges. The value is a {@link SaidDate},
 * or a list of them where one phrase names several ("các năm 1971, 1973 và 1976").
 */
final class DateReader {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,6}");

    private final RuleSet points;
    private final RuleSet parts;
    private final RuleSet dates;
    private final Tokenizer tokenizer;
    private final Map<String, Integer> numberWords;

    DateReader(Tokenizer tokenizer, Map<String, Integer> numberWords) {
        points = RuleSet.load(DateReader.class, "rules/points.rules", tokenizer);
        parts = RuleSet.load(DateReader.class, "rules/parts.rules", tokenizer);
        dates = RuleSet.load(DateReader.class, "rules/dates.rules", tokenizer);
        this.tokenizer = tokenizer;
        this.numberWords = new HashMap<>(numberWords);
        this.numberWords.put(tokenizer.key("giêng"), 1);
        this.numberWords.put(tokenizer.key("chạp"), 12);
        this.numberWords.put(tokenizer.key("lăm"), 5);
        this.numberWords.put(tokenizer.key("mốt"), 1);
    }

    List<RuleSet> ruleSets() {
        return List.of(points, parts, dates);
    }

    void read(Reading reading) {
        points.readLists(reading);
        boolean relative = reading.has("%same") || reading.has("%next") || reading.has("%distance");
        if (!reading.hasNumbers() && !relative) {
            return;
        }
        parts.readLists(reading);
        dates.readLists(reading);
        var impossible = new ArrayList<Span>();
        points.apply(reading, (rule, captures) -> value(rule, captures, impossible));
        parts.apply(reading, (rule, captures) -> value(rule, captures, impossible));
        dates.apply(reading, (rule, captures) -> value(rule, captures, impossible));
        var kept = new ArrayList<Span>();
        for (var span : impossible) {
            if (kept.stream().noneMatch(span::overlaps)) {
                kept.add(span);
                reading.add(span);
            }
        }
    }

    /** The date that a rule gives; where the calendar has none such, null, and the place is noted. */
    private @Nullable Object value(Rule rule, Map<String, List<Span>> captures, List<Span> impossible) {
        var template = rule.yield();
        if (template == null || !holds(rule.option("when", ""), captures)) {
            return null;
        }
        var each = captures.get(rule.option("each", ""));
        if (each == null) {
            return date(rule, template, captures, impossible);
        }
        var listed = new ArrayList<SaidDate>();
        for (var one : each) {
            var with = new HashMap<>(captures);
            with.put(rule.option("each", ""), List.of(one));
            var date = date(rule, template, with, impossible);
            if (date == null) {
                return null;
            }
            listed.add(date);
        }
        return List.copyOf(listed);
    }

    private @Nullable SaidDate date(
            Rule rule, String template, Map<String, List<Span>> captures, List<Span> impossible) {
        var filled = fill(template, captures);
        if (filled == null) {
            return null;
        }
        var slash = filled.indexOf('/');
        if (slash > 0) {
            var start = new SaidDate(filled.substring(0, slash));
            var end = new SaidDate(filled.substring(slash + 1));
            filled = start.withYearOf(end).form() + "/" + end.withYearOf(start).form();
        }
        var said = new SaidDate(filled);
        if (said.isWhole() && said.whole().isEmpty()) {
            var spans = captures.values().stream().flatMap(List::stream).toList();
            int from = spans.stream().mapToInt(Span::from).min().orElse(0);
            int to = spans.stream().mapToInt(Span::to).max().orElse(1);
            impossible.add(Span.of(from, to, "impossible", filled, rule.name()));
            return null;
        }
        return said;
    }

    /**
     * Conditions of a rule: {@code y ends 0}, {@code b has day}, {@code a precedes b} (months), {@code p dated} (no
     * bare day and month).
     */
    private boolean holds(String condition, Map<String, List<Span>> captures) {
        if (condition.isEmpty()) {
            return true;
        }
        var words = condition.split(" ");
        var captured = captures.get(words[0]);
        if (captured == null) {
            return false;
        }
        var span = captured.get(0);
        if (words[1].equals("ends")) {
            return String.valueOf(number(span)).endsWith(words[2]);
        }
        if (words[1].equals("has")) {
            return span.value() instanceof SaidDate d && d.hasDay() && !d.form().contains("/");
        }
        if (words[1].equals("precedes")) {
            var next = captures.getOrDefault(words[2], List.of());
            return !next.isEmpty()
                    && span.value() instanceof SaidDate a
                    && next.get(0).value() instanceof SaidDate b
                    && a.month() > 0
                    && b.month() == a.month() + 1
                    && a.lacksYear()
                    && !b.lacksYear();
        }
        return span.value() instanceof SaidDate && !isBare(span);
    }

    private static boolean isBare(Span span) {
        if (span.is("point.bare")) {
            return true;
        }
        for (var parts : span.parts().values()) {
            for (var part : parts) {
                if (isBare(part)) {
                    return true;
                }
            }
        }
        return false;
    }

    private @Nullable String fill(String template, Map<String, List<Span>> captures) {
        var out = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            out.append(template, from, open);
            var value = piece(template.substring(open + 1, close), captures);
            if (value == null) {
                return null;
            }
            out.append(value);
            from = close + 1;
        }
        var filled = out.append(template.substring(from)).toString();
        // "cuối" before "đầu năm" and the like: one sign of doubt is enough.
        return filled.replace("~~", "~");
    }

    /** {@code name}, {@code name:digits} for the first digits, {@code name@day} for the same month on another day. */
    private @Nullable String piece(String name, Map<String, List<Span>> captures) {
        int at = name.indexOf('@');
        int colon = name.indexOf(':');
        var key = at >= 0 ? name.substring(0, at) : colon >= 0 ? name.substring(0, colon) : name;
        var captured = captures.getOrDefault(key, List.of());
        if (captured.isEmpty()) {
            return null;
        }
        var span = captured.get(0);
        if (at >= 0) {
            int day = number(
                    captures.getOrDefault(name.substring(at + 1), List.of(span)).get(0));
            return span.value() instanceof SaidDate d && d.hasDay()
                    ? d.withDay(day).form()
                    : null;
        }
        if (span.value() instanceof SaidDate d) {
            return d.form();
        }
        int number = number(span);
        if (number < 0) {
            return null;
        }
        if (colon >= 0) {
            return String.valueOf(number).substring(0, Integer.parseInt(name.substring(colon + 1)));
        }
        return number < 100 ? (number < 10 ? "0" : "") + number : String.valueOf(number);
    }

    private int number(Span span) {
        var printed = String.valueOf(span.value());
        if (DIGITS.matcher(printed).matches()) {
            return Integer.parseInt(printed);
        }
        // "mười hai": ten and what follows; "hai mươi": so many tens.
        int total = 0;
        for (var word : printed.split(" ")) {
            if (total > 0 && word.equals("mươi")) {
                total *= 10;
                continue;
            }
            var value = numberWords.get(tokenizer.key(word));
            if (value == null) {
                return -1;
            }
            total += value;
        }
        return total;
    }
}
