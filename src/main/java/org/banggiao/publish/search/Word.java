package org.banggiao.publish.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.banggiao.text.Folding;

/**
 * One word of a text, in Vietnamese a syllable, with the two keys by which it is found.
 *
 * @param start where it begins, in chars of the text in NFC
 * @param end where it ends, exclusive
 * @param exact what all spellings of this very word share: lower case, one placement of the tone mark, i for a y that is the
 *     only vowel (hoà and hòa, kỹ and kĩ); letters and tones stay
 * @param bare the same without tones and other marks, d for đ: what one types on a keyboard that has none
 * @param linked whether a hyphen joins it to the word before it
 */
record Word(int start, int end, String exact, String bare, boolean linked) {
    private static final int LONGEST = 40;

    Word {
        if (start < 0 || end <= start || exact.isEmpty() || bare.isEmpty()) {
            throw new IllegalArgumentException("no word: " + start + "-" + end + " \"" + exact + "\" \"" + bare + "\"");
        }
    }

    /** Whether it is written with tones or other marks: then it means that word and no other. */
    boolean isMarked() {
        return !exact.equals(bare);
    }

    /** The same word wherever it stands. */
    Word alone() {
        return new Word(0, exact.length(), exact, bare, false);
    }

    /** The text in the form that {@link #of} splits. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * The words of a text: runs of letters and digits. Of a run that is longer than any word only the start is a key.
     *
     * @param text in NFC
     */
    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        int i = 0;
        int lastEnd = -1;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isOfWord(c)) {
                i += Character.charCount(c);
                continue;
            }
            int start = i;
            while (i < text.length() && isOfWord(text.codePointAt(i))) {
                i += Character.charCount(text.codePointAt(i));
            }
            boolean linked = lastEnd >= 0 && start == lastEnd + 1 && isHyphen(text.charAt(lastEnd));
            add(text, start, i, linked, words);
            lastEnd = i;
        }
        return words;
    }

    private static void add(String text, int start, int end, boolean linked, List<Word> words) {
        var exact = Folding.forMatching(text.substring(start, Math.min(end, start + LONGEST)));
        var bare = Folding.bare(exact);
        if (!bare.isEmpty()) {
            words.add(new Word(start, end, exact, bare, linked));
        }
    }

    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }
}
