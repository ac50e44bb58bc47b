package org.banggiao.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.banggiao.text.Folding;

/** Cuts sentences into tokens. Keeps the words that it has seen, with their folded forms; one instance serves any number of threads. */
public final class Tokenizer {
    /** So many words are kept at most: a language has fewer, a text made of random letters has no end of them. */
    private static final int KEPT = 100_000;

    private static final int MOST_DIGITS = 9;
    private static final int LONGEST_DATE = 11;
    private static final Pattern DATE =
            Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.(?:1[5-9]|20)\\d{2}(?:\\.?$|(?!\\d|\\.\\d))");

    private final Words words = new Words();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    /** The tokens of a text, in order; white space is in none. */
    public List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>(text.length() / 4 + 1);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            }
            int end;
            Token.Kind kind;
            if (isDigit(c)) {
                end = number(text, i);
                kind = Token.Kind.NUMBER;
            } else if (isWord(c)) {
                end = i + 1;
                kind = Token.Kind.WORD;
            } else {
                end = i + (Character.isHighSurrogate(c) && i + 1 < text.length() ? 2 : 1);
                kind = Token.Kind.MARK;
            }
            if (kind != Token.Kind.MARK && end < text.length() && isWord(text.charAt(end))) {
                // Digits with letters, such as 18B: a word.
                kind = Token.Kind.WORD;
            }
            while (kind == Token.Kind.WORD && end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
            tokens.add(new Token(i, end, word(text, i, end, kind)));
            i = end;
        }
        return tokens;
    }

    private static int number(String text, int start) {
        int i = start;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
            boolean separator = i + 1 < text.length()
                    && (text.charAt(i) == '.' || text.charAt(i) == ',')
                    && isDigit(text.charAt(i + 1));
            if (separator && text.charAt(i) == '.' && i - start <= 2 && isInDate(text, i)) {
                return i;
            }
            if (separator) {
                i++;
            }
        }
        return i;
    }

    /** Whether a full stop parts day, month and year: "3.9.1971". */
    private static boolean isInDate(String text, int stop) {
        int from = stop;
        int to = stop;
        while (from > 0 && stop - from < LONGEST_DATE && isDateSign(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && to - stop < LONGEST_DATE && isDateSign(text.charAt(to))) {
            to++;
        }
        return DATE.matcher(text).region(from, to).lookingAt();
    }

    private static boolean isDateSign(char c) {
        return isDigit(c) || c == '.';
    }

    private Word word(String line, int start, int end, Token.Kind kind) {
        var known = words.find(line, start, end);
        if (known != null) {
            return known;
        }
        var text = line.substring(start, end);
        var key = kind == Token.Kind.MARK ? mark(text) : fold(text);
        boolean full = words.size() >= KEPT;
        int number = full ? numbers.getOrDefault(key, 0) : number(key);
        var word = new Word(text, text.toLowerCase(Locale.ROOT), key, number, kind, whole(text));
        if (!full) {
            words.add(word);
        }
        return word;
    }

    /** The form of a word that all its spellings share. */
    public String key(String word) {
        var known = words.find(word, 0, word.length());
        return known == null || known.kind() == Token.Kind.MARK ? fold(word) : known.key();
    }

    /** The number that stands for a key, from 1: of the same key always the same. */
    int number(String key) {
        return numbers.computeIfAbsent(key, k -> last.incrementAndGet());
    }

    private static String fold(String word) {
        return word.chars().allMatch(c -> c < 0x80)
                ? Folding.syllable(word.toLowerCase(Locale.ROOT))
                : Folding.syllable(word).toLowerCase(Locale.ROOT);
    }

    private static int whole(String text) {
        return text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(text)
                : -1;
    }

    private static String mark(String text) {
        return switch (text.charAt(0)) {
            case '–', '—', '‐', '‑', '−' -> "-";
            case '“', '”', '„', '«', '»' -> "\"";
            case '…' -> "...";
            default -> text.substring(0, 1);
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
