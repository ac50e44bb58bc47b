package org.banggiao.mention;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banggiao.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with its tokens and everything that rules have read in it so far. Not for several threads at once.
 *
 * <p>Its tokens must come from the {@link Tokenizer} that the rules were read with.
 */
public final class Reading {
    private static final int LONGEST_PHRASE = 12;
    private static final Span[] NONE = {};

    private final Sentence sentence;
    private final Token[] tokens;

    // By token: the number of its word.
    private final int[] wordNumbers;
    private final boolean[] quoted;
    private final int forms;
    private final SpanTypes types = new SpanTypes();

    // By first token: what begins there, in the order in which it was read, and the signs of its classes.
    private final Span[][] starting;
    private final long[] signs;
    private int longest;

    // Lists that were asked for since the last addition, by class; made when needed.
    private @Nullable Map<String, List<Span>> asked;
    private @Nullable PatternRun run;

    /** The sentence as tokens, nothing read yet. */
    public Reading(Sentence sentence, List<Token> tokens) {
        this.sentence = sentence;
        this.tokens = tokens.toArray(new Token[0]);
        starting = new Span[this.tokens.length][];
        Arrays.fill(starting, NONE);
        signs = new long[this.tokens.length];
        wordNumbers = new int[this.tokens.length];
        int all = 0;
        for (int i = 0; i < wordNumbers.length; i++) {
            var word = this.tokens[i].word();
            wordNumbers[i] = word.number();
            all |= word.forms();
        }
        forms = all;
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
        return wordNumbers[index];
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

    /** Whether there is a number in digits. */
    boolean hasNumbers() {
        return (forms & Form.NUMBER.bit()) != 0;
    }

    /** Whether there is a hyphen or a short dash. */
    boolean hasDashes() {
        return (forms & Form.DASH.bit()) != 0;
    }

    /** Whether anything of a class was read. */
    public boolean has(String type) {
        return types.has(type);
    }

    /** Whether something of the class begins at the token. */
    public boolean starts(int index, String type) {
        if (index < 0 || index >= tokens.length || (signs[index] & SpanType.sign(type)) == 0) {
            return false;
        }
        for (var span : starting[index]) {
            if (span.is(type)) {
                return true;
            }
        }
        return false;
    }

    /** Whether something of the class ends before the token. */
    public boolean ends(int index, String type) {
        return types.mayHave(type) && reaches(index - LONGEST_PHRASE, index - 1, index, index, type);
    }

    /** Whether something of the class covers the token. */
    public boolean covered(int token, String type) {
        return types.mayHave(type) && reaches(token + 1 - longest, token, token + 1, Integer.MAX_VALUE, type);
    }

    /** Whether something of the class begins at a token from {@code first} to {@code last} and ends from {@code least} to {@code most}. */
    private boolean reaches(int first, int last, int least, int most, String type) {
        long sign = SpanType.sign(type);
        for (int i = Math.min(last, tokens.length - 1); i >= Math.max(0, first); i--) {
            if ((signs[i] & sign) == 0) {
                continue;
            }
            for (var span : starting[i]) {
                if (span.to() >= least && span.to() <= most && span.is(type)) {
                    return true;
                }
            }
        }
        return false;
    }

    public void add(Span span) {
        int from = span.from();
        var before = starting[from];
        var more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = span;
        starting[from] = more;
        signs[from] |= span.of().signs();
        types.add(span.of());
        longest = Math.max(longest, span.to() - from);
        asked = null;
    }

    /** The classes of what was read. */
    SpanTypes types() {
        return types;
    }

    /** What begins at a token. */
    public List<Span> startingAt(int index) {
        return Collections.unmodifiableList(Arrays.asList(starting[index]));
    }

    /** What begins at a token; not to be changed. */
    Span[] spansAt(int index) {
        return starting[index];
    }

    /** Everything of a class, by place; those at one place as they were read. */
    public List<Span> all(String type) {
        if (!types.mayHave(type)) {
            return List.of();
        }
        var lists = asked;
        if (lists == null) {
            lists = new HashMap<>();
            asked = lists;
        }
        var known = lists.get(type);
        if (known == null) {
            known = List.of(gather(type));
            lists.put(type, known);
        }
        return known;
    }

    private Span[] gather(String type) {
        long sign = SpanType.sign(type);
        var found = new Span[4];
        int count = 0;
        for (int i = 0; i < starting.length; i++) {
            if ((signs[i] & sign) == 0) {
                continue;
            }
            int first = count;
            for (var span : starting[i]) {
                if (!span.is(type)) {
                    continue;
                }
                found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
                int at = count++;
                for (; at > first && found[at - 1].to() > span.to(); at--) {
                    found[at] = found[at - 1];
                }
                found[at] = span;
            }
        }
        return count == 0 ? NONE : Arrays.copyOf(found, count);
    }

    /** Room to try patterns in, kept until {@link #done}. */
    PatternRun run() {
        var room = run;
        if (room == null) {
            room = new PatternRun(this);
            run = room;
        }
        return room;
    }

    /** Gives back what only reading needs. */
    void done() {
        run = null;
        asked = null;
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
        if ((forms & Form.QUOTE.bit()) == 0) {
            Arrays.fill(inside, depth > 0);
            return inside;
        }
        for (int i = 0; i < tokens.length; i++) {
            var token = tokens[i];
            if (token.word().is(Form.QUOTE)) {
                boolean opens = "“„«".contains(token.text()) || (token.text().equals("\"") && depth == 0);
                depth = opens ? depth + 1 : Math.max(0, depth - 1);
            }
            inside[i] = depth > 0;
        }
        return inside;
    }
}
