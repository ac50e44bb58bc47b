package org.banggiao.mention;

/**
 * A word, a number or one mark of a sentence.
 *
 * @param start first char of the sentence's text
 * @param end the char after the last
 * @param text as printed
 * @param key the form that all spellings share: folded, lower case; a hyphen for every dash, {@code "} for every quotation mark
 * @param kind what it is
 */
public record Token(int start, int end, String text, String key, Kind kind) {
    /** What a token is. */
    public enum Kind {
        /** A word: letters, also with digits. */
        WORD,
        /** Digits, with points and commas between them. */
        NUMBER,
        /** Any other single mark. */
        MARK
    }

    /** Whether it begins with a capital letter. */
    public boolean isCapitalised() {
        return kind == Kind.WORD && Character.isUpperCase(text.charAt(0));
    }

    /** Its number where it is made of one to nine digits alone, else -1. */
    public int whole() {
        if (kind != Kind.NUMBER || text.length() > 9) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(text);
    }
}
