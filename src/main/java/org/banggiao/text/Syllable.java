package org.banggiao.text;

import java.util.Set;

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

    private static final Set<String> RHYMES = Set.of(("a ac ach ai am an ang anh ao ap at au ay "
                    + "ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
                    + "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
                    + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om "
                    + "on ong ooc oong op ot ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơp ơt "
                    + "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut "
                    + "uy uya uych uyên uyêt uyn uynh uyp uyt uyu "
                    + "ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y")
            .split(" "));

    private static final Set<String> RHYMES_WITHOUT_INITIAL = Set.of("yêm", "yên", "yêng", "yêt", "yêu", "yêc");

    private static final Set<String> RHYMES_AFTER_QU = Set.of("y", "ych", "yên", "yêt", "yn", "ynh", "yt", "yu", "yêu");

    private Syllable() {}

    /** Whether the whole of {@code word}, in NFC and of any case, is one syllable that Vietnamese spelling allows. */
    public static boolean isLegal(CharSequence word) {
        int length = word.length();
        if (length == 0 || length > LONGEST) {
            return false;
        }
        StringBuilder plain = new StringBuilder(length);
        int tone = 0;
        for (int i = 0; i < length; i++) {
            char c = Letters.lower(word.charAt(i));
            int here = Letters.tone(c);
            if (here != 0 && tone != 0) {
                return false;
            }
            tone |= here;
            plain.append(Letters.withoutTone(c));
        }
        String letters = plain.toString();
        for (String initial : INITIALS) {
            if ((initial.isEmpty() || initial.charAt(0) == letters.charAt(0))
                    && letters.startsWith(initial)
                    && fits(initial, letters.substring(initial.length()))
                    && admits(letters, tone)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String initial, String rhyme) {
        if (rhyme.isEmpty()) {
            return false;
        }
        boolean front = "eêiy".indexOf(rhyme.charAt(0)) >= 0;
        return switch (initial) {
            case "" -> RHYMES_WITHOUT_INITIAL.contains(rhyme) || (RHYMES.contains(rhyme) && !rhyme.startsWith("iê"));
            case "qu" ->
                RHYMES_AFTER_QU.contains(rhyme) || (RHYMES.contains(rhyme) && "ouư".indexOf(rhyme.charAt(0)) < 0);
            case "c", "ng" -> !front && RHYMES.contains(rhyme);
            case "g" -> (!front || rhyme.startsWith("i")) && RHYMES.contains(rhyme);
            case "k", "gh", "ngh" -> front && RHYMES.contains(rhyme);
            default -> RHYMES.contains(rhyme);
        };
    }

    /** A rhyme that ends in a stop has only the tones sắc and nặng. */
    private static boolean admits(String letters, int tone) {
        char last = letters.charAt(letters.length() - 1);
        boolean stop = last == 'c' || last == 'p' || last == 't' || letters.endsWith("ch");
        return !stop || tone == 0 || tone >= 4;
    }
}
