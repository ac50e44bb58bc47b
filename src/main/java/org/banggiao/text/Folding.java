package org.banggiao.text;

import java.text.Normalizer;

/**
 * Foldings that make the spellings of one word equal, for matching only. Those that take text in NFC keep its length: char by char,
 * the index is the same.
 */
public final class Folding {
    private Folding() {}

    /**
     * The form that all spellings of a syllable share: in NFC, the tone mark on the first vowel of a group (hoà and hòa, thuỷ and
     * thủy, khoẻ and khỏe become equal), and i for a y that is the only vowel after an initial (lý and lí, Mỹ and Mĩ, quý and quí).
     * The letters themselves and the tones stay apart, as they make different words; case stays.
     *
     * @param syllable one or more syllables in any normal form
     */
    public static String syllable(String syllable) {
        char[] chars = composed(syllable).toCharArray();
        fold(chars);
        return new String(chars);
    }

    /**
     * As {@link #syllable}, and in lower case; keeps the length.
     *
     * @param text in NFC
     */
    public static String forMatching(CharSequence text) {
        char[] chars = new char[text.length()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Letters.lower(text.charAt(i));
        }
        fold(chars);
        return new String(chars);
    }

    /**
     * In lower case, without tones and other marks, and with d for đ; keeps the length.
     *
     * @param text in NFC
     */
    public static String withoutAccents(CharSequence text) {
        char[] chars = new char[text.length()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Letters.plain(Letters.lower(text.charAt(i)));
        }
        return new String(chars);
    }

    /** The same of text in any normal form, with no mark left: what one types on a keyboard that has none. */
    public static String bare(String text) {
        String plain = withoutAccents(composed(text));
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            if (Character.getType(plain.charAt(i)) != Character.NON_SPACING_MARK) {
                out.append(plain.charAt(i));
            }
        }
        return out.toString();
    }

    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private static void fold(char[] chars) {
        int i = 0;
        while (i < chars.length) {
            if (!Letters.isVowel(chars[i])) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < chars.length && Letters.isVowel(chars[end])) {
                end++;
            }
            foldVowels(chars, i, end);
            i = end;
        }
    }

    private static void foldVowels(char[] chars, int start, int end) {
        int tone = 0;
        int tones = 0;
        for (int i = start; i < end; i++) {
            int here = Letters.tone(chars[i]);
            tone = here != 0 ? here : tone;
            tones += here != 0 ? 1 : 0;
        }
        if (tones > 1) {
            return;
        }
        if (tones == 1) {
            for (int i = start; i < end; i++) {
                chars[i] = Letters.withoutTone(chars[i]);
            }
            chars[start] = Letters.withTone(chars[start], tone);
        }
        int last = end - 1;
        char y = Letters.withoutTone(chars[last]);
        boolean atWordEnd = end == chars.length || !Character.isLetter(chars[end]);
        boolean onlyVowel = end - start == 1 && start > 0 && Character.isLetter(chars[start - 1]);
        boolean afterQu = end - start == 2 && start > 0 && Letters.lower(chars[start - 1]) == 'q';
        if ((y == 'y' || y == 'Y') && atWordEnd && (onlyVowel || afterQu)) {
            chars[last] = Letters.withTone(y == 'y' ? 'i' : 'I', Letters.tone(chars[last]));
        }
    }
}
