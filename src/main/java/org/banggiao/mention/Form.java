package org.banggiao.mention;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.banggiao.text.Syllable;
import org.jspecify.annotations.Nullable;

/** What the form of a word, a number or a mark can be; patterns name those before {@link #GAP} in small letters. */
enum Form {
    ANY,
    WORD,
    /** Begins with a capital letter. */
    CAP,
    /** A name that is no Vietnamese syllable, such as a transcribed one. */
    FOREIGN,
    /** A word without a capital. */
    LOWER,
    NUMBER,
    /** A number of digits alone. */
    INT,
    YEAR,
    MONTH,
    DAY,
    /** Goes on with a sentence: not a semicolon, a full stop or a quotation mark. */
    GAP,
    /** A Roman numeral below fifty by its letters. */
    ROMAN,
    /** A hyphen or a short dash. */
    DASH,
    /** A quotation mark. */
    QUOTE;

    private static final Set<Form> NUMERIC = Set.of(NUMBER, INT, YEAR, MONTH, DAY);
    private static final int SHORTEST_FOREIGN = 4;
    private static final int LONGEST_ROMAN = 6;
    private static final Map<String, Form> NAMED = new TreeMap<>();

    static {
        for (var form : values()) {
            if (form.compareTo(GAP) < 0) {
                NAMED.put(form.name().toLowerCase(Locale.ROOT), form);
            }
        }
    }

    /** The form that a pattern names so, or null. */
    static @Nullable Form named(String name) {
        return NAMED.get(name);
    }

    /** Whether only numbers have it. */
    boolean isNumeric() {
        return NUMERIC.contains(this);
    }

    /** The bit that stands for it. */
    int bit() {
        return 1 << ordinal();
    }

    /**
     * The bits of all forms that a word has.
     *
     * @param whole the number that it prints, else -1
     */
    static int bits(String text, String key, Token.Kind kind, int whole) {
        int bits = 0;
        for (var form : values()) {
            bits |= form.fits(text, key, kind, whole) ? form.bit() : 0;
        }
        return bits;
    }

    private boolean fits(String text, String key, Token.Kind kind, int whole) {
        boolean word = kind == Token.Kind.WORD;
        boolean capital = word && Character.isUpperCase(text.charAt(0));
        return switch (this) {
            case ANY -> true;
            case WORD -> word;
            case CAP -> capital;
            case FOREIGN ->
                capital
                        && text.length() >= SHORTEST_FOREIGN
                        && !Syllable.isLegal(text)
                        && !text.equals(text.toUpperCase(Locale.ROOT));
            case LOWER -> word && !capital;
            case NUMBER -> kind == Token.Kind.NUMBER;
            case INT -> whole >= 0;
            case YEAR -> text.length() == 4 && whole >= 1000 && whole <= 2100;
            case MONTH -> text.length() <= 2 && whole >= 1 && whole <= 12;
            case DAY -> text.length() <= 2 && whole >= 1 && whole <= 31;
            case GAP -> !key.equals(";") && !key.equals(".") && !key.equals("\"");
            case ROMAN -> text.length() <= LONGEST_ROMAN && text.chars().allMatch(c -> "IVX".indexOf(c) >= 0);
            case DASH -> text.equals("-") || text.equals("–");
            case QUOTE -> key.equals("\"");
        };
    }
}
