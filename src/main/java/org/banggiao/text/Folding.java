package org.banggiao.text;

import java.text.Normalizer;

/**
 * Spellings of one Vietnamese syllable brought to one form, for matching only: where the tone mark stands (hoà, hòa) and i
 * for y where it is the only vowel (kỹ, kĩ; Mỹ, Mĩ). Tones and vowels stay: ma, má and mà are three words.
 */
public final class Folding {
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String VOWELS = "aeiouyAEIOUY";

    private Folding() {}

    /**
     * The form that all spellings of a syllable share: its letters (decomposed, with circumflex, breve and horn) with the
     * tone mark last. Case stays.
     *
     * @param syllable letters without spaces, in any normal form
     */
    public static String syllable(String syllable) {
        boolean ascii = true;
        for (int i = 0; i < syllable.length() && ascii; i++) {
            ascii = syllable.charAt(i) < 0x80;
        }
        var letters = new StringBuilder(ascii ? syllable : Normalizer.normalize(syllable, Normalizer.Form.NFD));
        var tone = new StringBuilder();
        for (int i = letters.length() - 1; i >= 0; i--) {
            if (TONES.indexOf(letters.charAt(i)) >= 0) {
                tone.insert(0, letters.charAt(i));
                letters.deleteCharAt(i);
            }
        }
        int y = onlyVowel(letters);
        if (y >= 0 && (letters.charAt(y) == 'y' || letters.charAt(y) == 'Y')) {
            letters.setCharAt(y, letters.charAt(y) == 'y' ? 'i' : 'I');
        }
        return letters.append(tone).toString();
    }

    /** The same without tones, marks and case, and with d for đ: what one types on a keyboard that has none. */
    public static String bare(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var out = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c == 'đ' || c == 'Đ' ? 'd' : Character.toLowerCase(c));
            }
        }
        return out.toString();
    }

    private static int onlyVowel(CharSequence letters) {
        int at = -1;
        for (int i = 0; i < letters.length(); i++) {
            if (VOWELS.indexOf(letters.charAt(i)) >= 0) {
                if (at >= 0) {
                    return -1;
                }
                at = i;
            }
        }
        return at;
    }
}
