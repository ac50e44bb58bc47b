package org.banggiao.mention;

import org.banggiao.authority.Lexicon;

/**
 * A word, a number or one mark of a sentence.
 *
 * @param start first char of the sentence's text
 * @param end the char after the last
 * @param word what stands there
 */
public record Token(int start, int end, Word word) implements Lexicon.Part {
    /** What a token is. */
    public enum Kind {
        /** A word: letters, also with digits. */
        WORD,
        /** Digits, with points and commas between them. */
        NUMBER,
        /** Any other single mark. */
        MARK
    }

    /** As printed. */
    @Override
    public String text() {
        return word.text();
    }

    @Override
    public Lexicon.Form form(Lexicon lexicon) {
        return word.form(lexicon);
    }

    /** As printed, in lower case. */
    public String lower() {
        return word.lower();
    }

    /** The form that all spellings share: folded, lower case; a hyphen for every dash, {@code "} for every quotation mark. */
    public String key() {
        return word.key();
    }

    /** What it is. */
    public Kind kind() {
        return word.kind();
    }

    /** Whether it begins with a capital letter. */
    public boolean isCapitalised() {
        return word.is(Form.CAP);
    }

    /** Its number where it is made of one to nine digits alone, else -1. */
    public int whole() {
        return word.whole();
    }
}
