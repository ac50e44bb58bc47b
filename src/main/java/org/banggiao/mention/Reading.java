package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.banggiao.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with its tokens and everything that rules have read in it so far. Not for several threads at once.
 *
 * <p>Its tokens must come from the {@link Tokenizer} that the rules were read with.
 */
public final class Reading {
    private static final int LONGEST_PHRASE = 12;

    private final Sentence sentence;
    private final Token[] tokens;
    private final int[] words;
    private final SpanClasses classes = new SpanClasses();
    private final @Nullable List<Span>[] startingAt;
    private final boolean[] quoted;
    private final boolean numbers;

    /** The sentence as tokens, nothing read yet. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Reading(Sentence sentence, List<Token> tokens) {
        this.sentence = sentence;
        this.tokens = tokens.toArray(new Token[0]);
        startingAt = new List[tokens.size()];
        words = new int[this.tokens.length];
        boolean number = false;
        for (int i = 0; i < words.length; i++) {
            words[i] = this.tokens[i].word().number();
            number |= this.tokens[i].kind() == Token.Kind.NUMBER;
        }
        numbers = number;
        quoted = quoted();
    }

    public Sentence sentence() {
        return sentence;
    }

    public List<Token> tokens() {
        return Collections.unmodifiableList(Arrays.asList(tokens));
    }

    /** Number of tokens. */
    public int size() {
        return tokens.length;
    }

    public Token token(int index) {
        return tokens[index];
    }

    /** The number of the word at a token: {@link Word#number}. */
    int word(int index) {
        return words[index];
    }

    /** Whether a token is a number. */
    boolean hasNumber() {
        return numbers;
    }

    /** The folded form of a token; empty outside the sentence. */
    public String key(int index) {
        return index < 0 || index >= tokens.length ? "" : tokens[index].key();
    }

    /** Whether a token is one of some marks, each a char; not outside the sentence. */
    public boolean isMark(int index, String marks) {
        var key = key(index);
        return key.length() == 1 && marks.indexOf(key.charAt(0)) >= 0;
    }

    /** The word in lower case as printed; empty outside the sentence. */
    public String lower(int index) {
        return index < 0 || index >= tokens.length ? "" : tokens[index].lower();
    }

    /** Whether something of the class begins at the token. */
    public boolean starts(int index, String type) {
        var starting = index < 0 || index >= tokens.length ? null : startingAt[index];
        if (starting != null) {
            for (int i = 0; i < starting.size(); i++) {
                if (starting.get(i).is(type)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether something of the class begins at the token. */
    boolean starts(int index, SpanType type) {
        var starting = startingAt[index];
        if (starting != null) {
            for (int i = 0; i < starting.size(); i++) {
                if (starting.get(i).is(type)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether something of the class ends before the token. */
    public boolean ends(int index, String type) {
        var ofClass = classes.get(type);
        return ofClass != null && ofClass.ends(index, index - LONGEST_PHRASE);
    }

    public void add(Span span) {
        classes.of(span.of()).add(span);
        var starting = startingAt[span.from()];
        if (starting == null) {
            starting = new ArrayList<>(2);
            startingAt[span.from()] = starting;
        }
        starting.add(span);
    }

    /** What was read, by class. */
    SpanClasses classes() {
        return classes;
    }

    /** What begins at a token. */
    public List<Span> startingAt(int index) {
        var starting = startingAt[index];
        return starting == null ? List.of() : starting;
    }

    /** Whether anything of a class was read. */
    public boolean has(String type) {
        return classes.get(type) != null;
    }

    /** Everything of a class, by place. */
    public List<Span> all(String type) {
        var ofClass = classes.get(type);
        return ofClass == null ? List.of() : ofClass.byPlace();
    }

    /** Whether something of the class covers the token. */
    public boolean covered(int token, String type) {
        for (var span : all(type)) {
            if (span.covers(token)) {
                return true;
            }
        }
        return false;
    }

    /** The words of a stretch as printed, with their spaces. */
    public String words(int from, int to) {
        return sentence.text().value().substring(tokens[from].start(), tokens[to - 1].end());
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
        var inside = new boolean[tokens.length];
        int depth = sentence.insideQuote() ? 1 : 0;
        for (int i = 0; i < tokens.length; i++) {
            var token = tokens[i];
            if (token.key().equals("\"")) {
                boolean opens = "“„«".contains(token.text()) || (token.text().equals("\"") && depth == 0);
                depth = opens ? depth + 1 : Math.max(0, depth - 1);
            }
            inside[i] = depth > 0;
        }
        return inside;
    }
}
