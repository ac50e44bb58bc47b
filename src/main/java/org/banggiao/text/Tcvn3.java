package org.banggiao.text;

/**
 * Text in TCVN 5712 (TCVN3) whose bytes were taken for Windows-1252, such as {@code quan hÖ ®Æc biÖt}. The letter ư (byte AD)
 * shows as a soft hyphen and is mostly lost on the way; legal syllables tell where.
 */
final class Tcvn3 {
    /** What the bytes A1 to FE are; a space where there is no letter. */
    private static final String TABLE =
            "ĂÂÊÔƠƯĐăâêôơưđẰ     àảãáạẲằẳẵắ" + "ẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩ" + "íịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ";

    private static final int FIRST = 0xA1;

    private Tcvn3() {}

    /** The letter that a char stands for, or the char itself. */
    static char decode(char c) {
        if (c < FIRST || c - FIRST >= TABLE.length()) {
            return c;
        }
        char letter = TABLE.charAt(c - FIRST);
        return letter == ' ' ? c : letter;
    }

    /**
     * Whether a stretch of text is in that encoding: it holds signs that stand inside words there and nowhere else, and decoding
     * makes more legal syllables.
     */
    static boolean isLikely(String text, int start, int end) {
        int signs = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c > 0xFF && Character.isLetter(c)) {
                return false;
            }
            if (c >= FIRST && c <= 0xBF && decode(c) != c && besideLetter(text, i, start, end)) {
                signs++;
            }
        }
        if (signs == 0) {
            return false;
        }
        StringBuilder decoded = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            decoded.append(decode(text.charAt(i)));
        }
        return legal(decoded, true) > legal(text.subSequence(start, end), false);
    }

    /** How many words of it are legal syllables with a mark of Vietnamese; decoded ones also if only an ư is lost. */
    private static int legal(CharSequence text, boolean decoded) {
        int legal = 0;
        int i = 0;
        while (i < text.length()) {
            int end = i;
            boolean marked = false;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                marked |= text.charAt(end) > 0x7F;
                end++;
            }
            if (marked
                    && (Syllable.isLegal(text.subSequence(i, end))
                            || (decoded && lostLetter(text.subSequence(i, end)) >= 0))) {
                legal++;
            }
            i = Math.max(end, i + 1);
        }
        return legal;
    }

    private static boolean besideLetter(String text, int i, int start, int end) {
        return (i > start && Character.isLetter(text.charAt(i - 1)))
                || (i + 1 < end && Character.isLetter(text.charAt(i + 1)));
    }

    /** Where in a decoded word the lost ư belongs: the only index that makes a legal syllable of it; -1 where there is none. */
    static int lostLetter(CharSequence word) {
        if (word.isEmpty() || word.length() > 6 || Syllable.isLegal(word)) {
            return -1;
        }
        int found = -1;
        for (int i = 0; i <= word.length(); i++) {
            String repaired = word.subSequence(0, i) + "ư" + word.subSequence(i, word.length());
            if (Syllable.isLegal(repaired)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }
}
