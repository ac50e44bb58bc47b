package org.banggiao.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Set<String> types = new HashSet<>();
    private final Map<String, SpanClass> byClass = new HashMap<>();
    private final @Nullable List<Span>[] startingAt;
    private final boolean[] quoted;

    /** The sentence as tokens, nothing read yet. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Reading(Sentence sentence, List<Token> tokens) {
        this.sentence = sentence;
        this.tokens = tokens.toArray(new Token[0]);
        startingAt = new List[tokens.size()];
        quoted = quoted();
        for (var token : this.tokens) {
            if (token.kind() == Token.Kind.NUMBER) {
                types.add(Pattern.NUMBER.type());
                break;
            }
        }
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

    /** The folded form of a token; empty outside the sentence. */
    public String key(int index) {
        return index < 0 || index >= tokens.length ? "" : tokens[index].key();
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

    /** Whether something of the class ends before the token. */
    public boolean ends(int index, String type) {
        var ofClass = byClass.get(type);
        return ofClass != null && ofClass.ends(index, index - LONGEST_PHRASE);
    }

    public void add(Span span) {
        types.add(span.type());
        ofClass(span.type()).add(span);
        var starting = startingAt[span.from()];
        if (starting == null) {
            starting = new ArrayList<>(2);
            startingAt[span.from()] = starting;
        }
        starting.add(span);
    }

    /** The classes of what was read, and {@link Pattern#NUMBER} where there is one. */
    Set<String> types() {
        return types;
    }

    /** What begins at a token. */
    public List<Span> startingAt(int index) {
        var starting = startingAt[index];
        return starting == null ? List.of() : starting;
    }

    /** Everything of a class, by place. */
    public List<Span> all(String type) {
        var ofClass = byClass.get(type);
        return ofClass == null ? List.of() : ofClass.byPlace();
    }

    private SpanClass ofClass(String type) {
        var known = byClass.get(type);
        if (known == null) {
            int dot = type.lastIndexOf('.');
            known = new SpanClass(dot < 0 ? null : ofClass(type.substring(0, dot)));
            byClass.put(type, known);
        }
        return known;
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
