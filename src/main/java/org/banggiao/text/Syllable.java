package org.banggiao.text;

import java.util.Arrays;

/**
 * The syllables that Vietnamese spelling allows: an initial, a rhyme, and a tone that the rhyme's end admits. Where the tone mark
 * stands (hoà, hòa) is not asked.
 */
public final class Syllable {
    private static final int LONGEST = 7;

    /** Longest first, so that the first that fits is tried first. */
    private static final String[] INITIALS = {
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
        "n", "p", "r", "s", "t", "v", "x", ""
    };

    /** The letters of rhymes, each of which a number of five bits stands for. */
    private static final String IN_RHYMES = "aăâceêghimnoôơptuưy";

    private static final int LONGEST_RHYME = 5;
    private static final byte[] LETTERS = new byte[0x200];

    static {
        for (int i = 0; i < IN_RHYMES.length(); i++) {
            LETTERS[IN_RHYMES.charAt(i)] = (byte) (i + 1);
        }
    }

    private static final int[] RHYMES = codes(("a ac ach ai am an ang anh ao ap at au ay "
            + "ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
            + "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
            + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om "
            + "on ong ooc oong op ot ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơp ơt "
            + "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut "
            + "uy uya uych uyên uyêt uyn uynh uyp uyt uyu "
            + "ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y"));

    private static final int[] RHYMES_WITHOUT_INITIAL = codes("yêm yên yêng yêt yêu yêc");

    private static final int[] RHYMES_AFTER_QU = codes("y ych yên yêt yn ynh yt yu yêu");

    private Syllable() {}

    /** Whether the whole of {@code word}, in NFC and of any case, is one syllable that Vietnamese spelling allows. */
    public static boolean isLegal(CharSequence word) {
        return isLegal(word, 0, word.length());
    }

    /** Whether the chars from one index to another are one. */
    static boolean isLegal(CharSequence text, int from, int to) {
        int length = to - from;
        if (length == 0 || length > LONGEST) {
            return false;
        }
        char[] letters = new char[length];
        int tone = 0;
        for (int i = 0; i < length; i++) {
            char c = Letters.lower(text.charAt(from + i));
            int here = Letters.tone(c);
            if (here != 0 && tone != 0) {
                return false;
            }
            tone |= here;
            letters[i] = Letters.withoutTone(c);
        }
        if (!admits(letters, tone)) {
            return false;
        }
        for (String initial : INITIALS) {
            if (begins(letters, initial) && fits(initial, letters)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(char[] letters, String initial) {
        if (letters.length <= initial.length()) {
            return false;
        }
        for (int i = 0; i < initial.length(); i++) {
            if (letters[i] != initial.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether what stands behind an initial, which is not nothing, is a rhyme that it admits. */
    private static boolean fits(String initial, char[] letters) {
        int from = initial.length();
        int rhyme = code(letters, from);
        char first = letters[from];
        boolean front = "eêiy".indexOf(first) >= 0;
        return switch (initial) {
            case "" ->
                isIn(RHYMES_WITHOUT_INITIAL, rhyme)
                        || (isIn(RHYMES, rhyme) && !(first == 'i' && letters.length > 1 && letters[1] == 'ê'));
            case "qu" -> isIn(RHYMES_AFTER_QU, rhyme) || ("ouư".indexOf(first) < 0 && isIn(RHYMES, rhyme));
            case "c", "ng" -> !front && isIn(RHYMES, rhyme);
            case "g" -> (!front || first == 'i') && isIn(RHYMES, rhyme);
            case "k", "gh", "ngh" -> front && isIn(RHYMES, rhyme);
            default -> isIn(RHYMES, rhyme);
        };
    }

    private static boolean isIn(int[] rhymes, int code) {
        return Arrays.binarySearch(rhymes, code) >= 0;
    }

    private static int[] codes(String rhymes) {
        return Arrays.stream(rhymes.split(" "))
                .mapToInt(r -> code(r.toCharArray(), 0))
                .sorted()
                .toArray();
    }

    /** A number that stands for the letters from an index on: another for other letters; -1 where no rhyme has them. */
    private static int code(char[] letters, int from) {
        if (letters.length - from > LONGEST_RHYME) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < letters.length; i++) {
            int letter = letters[i] < LETTERS.length ? LETTERS[letters[i]] : 0;
            if (letter == 0) {
                return -1;
            }
            code = code << 5 | letter;
        }
        return code;
    }

    /** A rhyme that ends in a stop has only the tones sắc and nặng. */
    private static boolean admits(char[] letters, int tone) {
        char last = letters[letters.length - 1];
        boolean stop = last == 'c'
                || last == 'p'
                || last == 't'
                || (last == 'h' && letters.length > 1 && letters[letters.length - 2] == 'c');
        return !stop || tone == 0 || tone >= 4;
    }
}
