package org.banggiao.text;

/** Tells Vietnamese from other languages by its syllables and marks. */
final class Languages {
    private static final int FEWEST_WORDS = 8;

    private Languages() {}

    /**
     * Whether a stretch has enough words to tell, and they are not Vietnamese: hardly one has a mark of Vietnamese, and fewer than
     * six in ten could be syllables of it.
     */
    static boolean isOther(String text) {
        int words = 0;
        int marked = 0;
        int i = 0;
        while (i < text.length()) {
            int end = i;
            boolean mark = false;
            boolean lower = false;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                char c = text.charAt(end);
                mark |= c >= 0xC0;
                lower |= Character.isLowerCase(c);
                end++;
            }
            if (lower) {
                words++;
                marked += mark ? 1 : 0;
            }
            i = Math.max(end, i + 1);
        }
        return words >= FEWEST_WORDS && marked * 10 < words && legal(text) * 10 < words * 6;
    }

    /** How many words could be syllables of Vietnamese; of those that are not all in capitals. */
    private static int legal(String text) {
        int legal = 0;
        int i = 0;
        while (i < text.length()) {
            int end = i;
            boolean lower = false;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                lower |= Character.isLowerCase(text.charAt(end));
                end++;
            }
            legal += lower && Syllable.isLegal(text, i, end) ? 1 : 0;
            i = Math.max(end, i + 1);
        }
        return legal;
    }
}
