package org.banggiao.mention;

import org.banggiao.authority.Lexicon;
import org.jspecify.annotations.Nullable;

/** A word, number or mark as it is printed, with all that is asked of it again and again: one for all tokens that print it. */
public final class Word {
    private final String text;
    private final String lower;
    private final String key;
    private final int number;
    private final Token.Kind kind;
    private final int whole;
    private final int forms;

    // What the lexicon that asked last knows of it; any thread may put it there.
    private Lexicon.@Nullable Form form;

    /**
     * @param text as printed
     * @param lower the same in lower case
     * @param key the form that all spellings share: folded, lower case; a hyphen for every dash, {@code "} for every quotation mark
     * @param number stands for the key, from 1, as {@link Tokenizer#number} gives it; 0 of a key that no rule can have
     * @param kind what it is
     * @param whole the number that it prints where it is made of one to nine digits alone, else -1
     */
    Word(String text, String lower, String key, int number, Token.Kind kind, int whole) {
        this.text = text;
        this.lower = lower;
        this.key = key;
        this.number = number;
        this.kind = kind;
        this.whole = whole;
        forms = Form.bits(text, key, kind, whole);
    }

    /** As printed. */
    public String text() {
        return text;
    }

    /** As printed, in lower case. */
    public String lower() {
        return lower;
    }

    /** The form that all spellings share: folded, lower case; a hyphen for every dash, {@code "} for every quotation mark. */
    public String key() {
        return key;
    }

    /** Stands for the key, from 1; 0 of a key that no rule can have. */
    int number() {
        return number;
    }

    /** What it is. */
    public Token.Kind kind() {
        return kind;
    }

    /** The number that it prints where it is made of one to nine digits alone, else -1. */
    public int whole() {
        return whole;
    }

    /** The bits of the forms that it has. */
    int forms() {
        return forms;
    }

    /** Whether it has a form. */
    boolean is(Form wanted) {
        return (forms & wanted.bit()) != 0;
    }

    /** What a lexicon knows of it. */
    Lexicon.Form form(Lexicon lexicon) {
        var known = form;
        if (known == null || !known.isOf(lexicon)) {
            known = lexicon.form(text);
            form = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return text;
    }
}
