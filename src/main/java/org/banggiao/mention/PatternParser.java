package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads patterns:
 *
 * <pre>
 * word          that word, in any spelling and case          "-"   that mark
 * &lt;class&gt;       a token or something read before            %list a phrase of the list
 * ..5           up to five tokens, not over ; or .           ^ $   beginning, end of the sentence
 * ( a | b )     either                                        !( a ) not followed by that
 * x?  x{0,3}    optional, repeated                            name=x  captured
 * </pre>
 *
 * <p>Classes of tokens: {@code any word cap foreign lower number int year month day}; every other class is what other rules read.
 */
final class PatternParser {
    private static final int MOST_REPEATS = 12;

    private final String text;
    private final Tokenizer tokenizer;
    private int at;

    private PatternParser(String text, Tokenizer tokenizer) {
        this.text = text;
        this.tokenizer = tokenizer;
    }

    /** @throws IllegalArgumentException where the text is no pattern; the message says where */
    static Pattern parse(String text, Tokenizer tokenizer) {
        var parser = new PatternParser(text, tokenizer);
        var node = parser.alternatives();
        parser.spaces();
        if (parser.at < text.length()) {
            throw parser.fault("nothing is to stand here");
        }
        return compile(node);
    }

    private sealed interface Node {
        record Leaf(Pattern.Step step) implements Node {}

        record Sequence(List<Node> items) implements Node {}

        record Either(List<Node> choices) implements Node {}

        record Repeat(Node item, int least, int most) implements Node {}

        record Named(String name, Node item) implements Node {}
    }

    private Node alternatives() {
        var choices = new ArrayList<Node>();
        choices.add(sequence());
        while (peek() == '|') {
            at++;
            choices.add(sequence());
        }
        return choices.size() == 1 ? choices.get(0) : new Node.Either(choices);
    }

    private Node sequence() {
        var items = new ArrayList<Node>();
        while (peek() != 0 && peek() != '|' && peek() != ')') {
            items.add(item());
        }
        return items.size() == 1 ? items.get(0) : new Node.Sequence(items);
    }

    private Node item() {
        String name = null;
        int equals = at;
        while (equals < text.length() && Character.isLetterOrDigit(text.charAt(equals))) {
            equals++;
        }
        if (equals > at && equals < text.length() && text.charAt(equals) == '=') {
            name = text.substring(at, equals);
            at = equals + 1;
        }
        var node = quantified(atom());
        return name == null ? node : new Node.Named(name, node);
    }

    private Node quantified(Node atom) {
        if (at < text.length() && text.charAt(at) == '?') {
            at++;
            return new Node.Repeat(atom, 0, 1);
        }
        if (at < text.length() && text.charAt(at) == '{') {
            int close = text.indexOf('}', at);
            int comma = text.indexOf(',', at);
            if (close < 0 || comma < 0 || comma > close) {
                throw fault("{least,most} is to stand here");
            }
            int least = Integer.parseInt(text.substring(at + 1, comma).trim());
            int most = Integer.parseInt(text.substring(comma + 1, close).trim());
            if (least > most || most > MOST_REPEATS) {
                throw fault("repeats go from less to more, up to " + MOST_REPEATS);
            }
            at = close + 1;
            return new Node.Repeat(atom, least, most);
        }
        return atom;
    }

    private Node atom() {
        char c = peek();
        if (c == '(') {
            at++;
            var inner = alternatives();
            expect(')');
            return inner;
        }
        if (c == '!') {
            at++;
            expect('(');
            var inner = alternatives();
            expect(')');
            return new Node.Leaf(new Pattern.Step.Not(compile(inner)));
        }
        if (c == '<') {
            int close = text.indexOf('>', at);
            if (close < 0) {
                throw fault("> is missing");
            }
            var name = text.substring(at + 1, close);
            at = close + 1;
            return new Node.Leaf(classStep(name));
        }
        if (c == '"') {
            int close = text.indexOf('"', at + 1);
            if (close == at + 1 && close + 1 < text.length() && text.charAt(close + 1) == '"') {
                close++;
            }
            var mark = text.substring(at + 1, close);
            at = close + 1;
            return new Node.Leaf(new Pattern.Step.Word(tokenizer.number(mark)));
        }
        if (c == '^') {
            at++;
            return new Node.Leaf(new Pattern.Step.First());
        }
        if (c == '$') {
            at++;
            return new Node.Leaf(new Pattern.Step.Last());
        }
        if (text.startsWith("..", at)) {
            at += 2;
            int start = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (at == start) {
                throw fault("a number is to stand behind ..");
            }
            int most = Integer.parseInt(text.substring(start, at));
            if (most > MOST_REPEATS) {
                throw fault("a gap is of up to " + MOST_REPEATS + " tokens, two in a row are longer");
            }
            return new Node.Repeat(new Node.Leaf(new Pattern.Step.One(Form.GAP)), 0, most);
        }
        int start = at;
        while (at < text.length() && " ()|?{}<>\"=".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw fault("a word or a class is to stand here");
        }
        var word = text.substring(start, at);
        return new Node.Leaf(
                word.startsWith("%")
                        ? new Pattern.Step.Read(SpanType.of(word))
                        : new Pattern.Step.Word(tokenizer.number(tokenizer.key(word))));
    }

    private static Pattern.Step classStep(String name) {
        var form = Form.named(name);
        return form == null ? new Pattern.Step.Read(SpanType.of(name)) : new Pattern.Step.One(form);
    }

    private static Pattern compile(Node node) {
        var steps = new ArrayList<Pattern.@Nullable Step>();
        emit(node, steps);
        steps.add(new Pattern.Step.Accept());
        return new Pattern(
                steps.stream()
                        .map(s -> s == null ? new Pattern.Step.Accept() : s)
                        .toList(),
                needs(node));
    }

    /** Sets of words and classes, of each of which whatever a node matches holds one. */
    private static List<Set<Pattern.Step>> needs(Node node) {
        return switch (node) {
            case Node.Leaf leaf ->
                switch (leaf.step()) {
                    case Pattern.Step.Word word -> List.of(Set.of(word));
                    case Pattern.Step.Read read -> List.of(Set.of(read));
                    case Pattern.Step.One one -> one.form().isNumeric() ? List.of(Set.of(Pattern.NUMBER)) : List.of();
                    default -> List.of();
                };
            case Node.Sequence sequence ->
                sequence.items().stream()
                        .flatMap(i -> needs(i).stream())
                        .distinct()
                        .toList();
            case Node.Named named -> needs(named.item());
            case Node.Repeat repeat -> repeat.least() > 0 ? needs(repeat.item()) : List.of();
            case Node.Either either -> {
                // One set of each choice, the smallest, as it says most.
                var any = new HashSet<Pattern.Step>();
                for (var choice : either.choices()) {
                    var smallest = needs(choice).stream().min(Comparator.comparingInt(Set::size));
                    if (smallest.isEmpty()) {
                        yield List.of();
                    }
                    any.addAll(smallest.get());
                }
                yield List.of(Set.copyOf(any));
            }
        };
    }

    private static void emit(Node node, List<Pattern.@Nullable Step> steps) {
        switch (node) {
            case Node.Leaf leaf -> steps.add(leaf.step());
            case Node.Sequence sequence -> sequence.items().forEach(i -> emit(i, steps));
            case Node.Named named -> {
                steps.add(new Pattern.Step.Open(named.name()));
                emit(named.item(), steps);
                steps.add(new Pattern.Step.Close(named.name()));
            }
            case Node.Either either -> {
                int fork = steps.size();
                steps.add(null);
                var targets = new int[either.choices().size()];
                var exits = new ArrayList<Integer>();
                for (int i = 0; i < targets.length; i++) {
                    targets[i] = steps.size();
                    emit(either.choices().get(i), steps);
                    exits.add(steps.size());
                    steps.add(null);
                }
                for (int exit : exits) {
                    steps.set(exit, new Pattern.Step.Fork(new int[] {steps.size()}));
                }
                steps.set(fork, new Pattern.Step.Fork(targets));
            }
            case Node.Repeat repeat -> {
                for (int i = 0; i < repeat.least(); i++) {
                    emit(repeat.item(), steps);
                }
                var forks = new ArrayList<Integer>();
                for (int i = repeat.least(); i < repeat.most(); i++) {
                    forks.add(steps.size());
                    steps.add(null);
                    emit(repeat.item(), steps);
                }
                for (int fork : forks) {
                    steps.set(fork, new Pattern.Step.Fork(new int[] {fork + 1, steps.size()}));
                }
            }
        }
    }

    private void spaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /** The next char that is no space, or 0 at the end. */
    private char peek() {
        spaces();
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw fault(c + " is missing");
        }
        at++;
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException(what + ", at column " + (at + 1) + " of the pattern: " + text);
    }
}
