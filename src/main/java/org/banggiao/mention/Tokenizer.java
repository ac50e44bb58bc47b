package org.banggiao.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.banggiao.text.Folding;

/** Cuts sentences into tokens. Keeps the folded forms of words that it has seen; one instance serves any number of threads. */
public final class Tokenizer {
    /** So many words are kept at most: a language has fewer, a text made of random letters has no end of them. */
    private static final int KEPT = 100_000;

    private final Map<String, String> keys = new ConcurrentHashMap<>();

    /** The tokens of a text, in order; white space is in none. */
    public List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (c >= '0' && c <= '9') {
                i = number(text, i, tokens);
            } else if (isWord(c)) {
                int start = i;
                while (i < text.length() && isWord(text.charAt(i))) {
                    i++;
                }
                add(tokens, text, start, i, Token.Kind.WORD);
            } else {
                int end = i + (Character.isHighSurrogate(c) && i + 1 < text.length() ? 2 : 1);
                tokens.add(new Token(i, end, text.substring(i, end), mark(c), Token.Kind.MARK));
                i = end;
            }
        }
        return tokens;
    }

    private int number(String text, int start, List<Token> tokens) {
        int i = start;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
            boolean separator = i + 1 < text.length()
                    && (text.charAt(i) == '.' || text.charAt(i) == ',')
                    && isDigit(text.charAt(i + 1));
            if (separator) {
                i++;
            }
        }
        if (i < text.length() && isWord(text.charAt(i))) {
            // Digits with letters, such as 18B: a word.
            while (i < text.length() && isWord(text.charAt(i))) {
                i++;
            }
            add(tokens, text, start, i, Token.Kind.WORD);
        } else {
            add(tokens, text, start, i, Token.Kind.NUMBER);
        }
        return i;
    }

    private void add(List<Token> tokens, String text, int start, int end, Token.Kind kind) {
        var word = text.substring(start, end);
        tokens.add(new Token(start, end, word, key(word), kind));
    }

    /** The form of a word that all its spellings share. */
    public String key(String word) {
        var known = keys.get(word);
        if (known != null) {
            return known;
        }
        var key = word.chars().allMatch(c -> c < 0x80)
                ? Folding.syllable(word.toLowerCase(Locale.ROOT))
                : Folding.syllable(word).toLowerCase(Locale.ROOT);
        if (keys.size() < KEPT) {
            keys.put(word, key);
        }
        return key;
    }

    private static String mark(char c) {
        return switch (c) {
            case '–', '—', '‐', '‑', '−' -> "-";
            case '“', '”', '„', '«', '»' -> "\"";
            case '…' -> "...";
            default -> String.valueOf(c);
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
