package org.banggiao.mention;

/**
 * A word, number or mark as it is printed, with all that is asked of it again and again: one for all tokens that print it.
 *
 * @param text as printed
 * @param lower the same in lower case
 * @param key the form that all spellings share: folded, lower case; a hyphen for every dash, {@code "} for every quotation mark
 * @param number stands for the key, from 1, as {@link Tokenizer#number} gives it; 0 of a key that no rule can have
 * @param kind what it is
 * @param whole the number that it prints where it is made of one to nine digits alone, else -1
 */
public record Word(String text, String lower, String key, int number, Token.Kind kind, int whole) {
    private static final int LONGEST_ROMAN = 6;

    /** Whether it is a Roman numeral below fifty by its letters. */
    boolean isRoman() {
        if (text.length() > LONGEST_ROMAN) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("IVX".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
