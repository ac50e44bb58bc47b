package org.banggiao.text;

import java.text.Normalizer;
import java.util.Locale;

/** The letters of Vietnamese in NFC: a vowel is a base letter ({@code a ă â e ê i o ô ơ u ư y}) and one of six tones. */
final class Letters {
    /** Tones by number: none, huyền, hỏi, ngã, sắc, nặng; as combining marks, the first a placeholder. */
    private static final String TONE_MARKS = "\0\u0300\u0309\u0303\u0301\u0323";

    private static final String VOWELS = "aăâeêioôơuưy";
    private static final int TABLE = 0x1F00;
    private static final char[] BASE = new char[TABLE];
    private static final byte[] TONE = new byte[TABLE];
    private static final char[] PLAIN = new char[TABLE];
    private static final char[][] TONED = new char[TABLE][];

    static {
        for (char c = 0; c < TABLE; c++) {
            BASE[c] = c;
            PLAIN[c] = plainOf(c);
        }
        for (char vowel : (VOWELS + VOWELS.toUpperCase(Locale.ROOT)).toCharArray()) {
            char[] toned = new char[TONE_MARKS.length()];
            toned[0] = vowel;
            for (int tone = 1; tone < toned.length; tone++) {
                char c = Normalizer.normalize("" + vowel + TONE_MARKS.charAt(tone), Normalizer.Form.NFC)
                        .charAt(0);
                toned[tone] = c;
                BASE[c] = vowel;
                TONE[c] = (byte) tone;
            }
            TONED[vowel] = toned;
        }
    }

    private Letters() {}

    /** The letter without its tone, still with breve, circumflex or horn; other chars as they are. */
    static char withoutTone(char c) {
        return c < TABLE ? BASE[c] : c;
    }

    /** The number of the vowel's tone, from 0 for none to 5. */
    static int tone(char c) {
        return c < TABLE ? TONE[c] : 0;
    }

    /** A vowel without tone and the tone, as one letter. */
    static char withTone(char vowel, int tone) {
        char[] toned = vowel < TABLE ? TONED[vowel] : null;
        return toned == null ? vowel : toned[tone];
    }

    /** Whether it is a vowel of Vietnamese, of any tone and case. */
    static boolean isVowel(char c) {
        return c < TABLE && TONED[BASE[c]] != null;
    }

    /** The letter without any mark, đ as d; other chars as they are. */
    static char plain(char c) {
        return c < TABLE ? PLAIN[c] : c;
    }

    /** Lower case, char by char; chars whose lower case is not one char stay. */
    static char lower(char c) {
        return Character.toLowerCase(c);
    }

    /** Whether it is a space, a control or a format char that stands for a space or for nothing. */
    static boolean isSpace(char c) {
        return c <= ' '
                || (c >= 0x7F
                        && (c <= 0xA0
                                || c == 0xAD
                                || (c >= 0x1680 && (Character.isSpaceChar(c) || c == '\u180E' || isInvisible(c)))));
    }

    /** Whether it is a char of no width that is no part of a word. */
    static boolean isInvisible(char c) {
        return c == '\u200B' || c == '\u200E' || c == '\u200F' || c == '\u2060' || c == '\uFEFF' || c == '\u00AD';
    }

    private static char plainOf(char c) {
        return switch (c) {
            case 'đ', 'ð' -> 'd';
            case 'Đ', 'Ð' -> 'D';
            default -> {
                if (c < 0xC0) {
                    yield c;
                }
                String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
                yield decomposed.length() > 1 && Character.isLetter(decomposed.charAt(0)) ? decomposed.charAt(0) : c;
            }
        };
    }
}
