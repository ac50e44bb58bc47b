package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.banggiao.text.Sentence;

/** A sentence with its tokens and everything that rules have read in it so far. */
public final class Reading {
    private static final int LONGEST_PHRASE = 12;
    private static final Comparator<Span> BY_PLACE =
            Comparator.comparingInt(Span::from).thenComparingInt(Span::to);

    private final Sentence sentence;
    private final List<Token> tokens;
    private final Map<String, List<Span>> byClass = new HashMap<>();
    private final List<List<Span>> startingAt;
    private final boolean[] quoted;

    /** The sentence as tokens, nothing read yet. */
    public Reading(Sentence sentence, List<Token> tokens) {
        this.sentence = sentence;
        this.tokens = List.copyOf(tokens);
        startingAt = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            startingAt.add(new ArrayList<>(2));
        }
        quoted = quoted();
    }

    public Sentence sentence() {
        return sentence;
    }

    public List<Token> tokens() {
        return tokens;
    }

    /** Number of tokens. */
    public int size() {
        return tokens.size();
    }

    public Token token(int index) {
        return tokens.get(index);
    }

    /** The folded form of a token; empty outside the sentence. */
    public String key(int index) {
        return index < 0 || index >= tokens.size() ? "" : tokens.get(index).key();
    }

    /** The word in lower case as printed; empty outside the sentence. */
    public String lower(int index) {
        return index < 0 || index >= tokens.size()
                ? ""
                : tokens.get(index).text().toLowerCase(Locale.ROOT);
    }

    /** Whether something of the class begins at the token. */
    public boolean starts(int index, String type) {
        if (index >= 0 && index < tokens.size()) {
            for (var span : startingAt.get(index)) {
                if (span.is(type)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether something of the class ends before the token. */
    public boolean ends(int index, String type) {
        for (int i = Math.max(0, index - LONGEST_PHRASE); i < index && i < tokens.size(); i++) {
            for (var span : startingAt.get(i)) {
                if (span.to() == index && span.is(type)) {
                    return true;
                }
            }
        }
        return false;
    }

    public void add(Span span) {
        byClass.computeIfAbsent(top(span.type()), k -> new ArrayList<>()).add(span);
        startingAt.get(span.from()).add(span);
    }

    /** The class above all others of a class. */
    private static String top(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    /** What begins at a token. */
    public List<Span> startingAt(int index) {
        return startingAt.get(index);
    }

    /** Everything of a class, by place. */
    public List<Span> all(String type) {
        var found = new ArrayList<Span>();
        for (var span : byClass.getOrDefault(top(type), List.of())) {
            if (span.is(type)) {
                found.add(span);
            }
        }
        found.sort(BY_PLACE);
        return Collections.unmodifiableList(found);
    }

    /** Whether something of the class covers the token. */
    public boolean covered(int token, String type) {
        for (var span : byClass.getOrDefault(top(type), List.of())) {
            if (span.covers(token) && span.is(type)) {
                return true;
            }
        }
        return false;
    }

    /** The words of a stretch as printed, with their spaces. */
    public String words(int from, int to) {
        return sentence.text()
                .value()
                .substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** The words of a span as printed. */
    public String words(Span span) {
        return words(span.from(), span.to());
    }

    /** Whether the token stands inside quotation marks. */
    public boolean isQuoted(int token) {
        return quoted[token];
    }

    private boolean[] quoted() {
        var inside = new boolean[tokens.size()];
        int depth = sentence.insideQuote() ? 1 : 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.key().equals("\"")) {
                boolean opens = "“„«".contains(token.text()) || (token.text().equals("\"") && depth == 0);
                depth = opens ? depth + 1 : Math.max(0, depth - 1);
            }
            inside[i] = depth > 0;
        }
        return inside;
    }
}
