package org.banggiao.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.banggiao.text.NormalText.Edit;

/** Makes the words of blocks from their lines: joins, hyphens, lost spaces. */
final class Blocks {
    /** A word is split where a space was lost only if it is rarer than this. */
    private static final int RARE = 3;

    private static final int SHORTEST_GLUED = 4;
    private static final int LONGEST_GLUED = 16;

    private final Lines lines;
    private final LayoutStyle style;
    private final CodePoints codePoints;
    private final Repair repair;

    Blocks(Layout layout, CodePoints codePoints) {
        this.lines = layout.lines;
        this.style = layout.style;
        this.codePoints = codePoints;
        this.repair = new Repair(lines.text, codePoints);
    }

    /** Fills in the words of all blocks; the ranges where a space was put in are added to {@code restored}. */
    void fill(List<Block> blocks, List<Range> restored) {
        Map<String, Integer> words = new HashMap<>();
        for (Block block : blocks) {
            block.text = join(block);
            count(block.text.value(), words);
        }
        for (Block block : blocks) {
            List<Edit> edits = lostSpaces(block.text.value(), words);
            for (Edit edit : edits) {
                restored.add(block.text.source(edit.from() - 1, edit.from() + 1));
            }
            block.text = block.text.edited(edits);
        }
    }

    private NormalText join(Block block) {
        NormalText.Builder out = new NormalText.Builder();
        for (int k = 0; k < block.lines.size(); k++) {
            int line = block.lines.get(k);
            int start = k == 0 && block.note != null ? block.note.start : lines.start(line);
            int end = lines.end(line);
            if (k + 1 == block.lines.size()) {
                repair.append(out, start, end);
                continue;
            }
            int next = block.lines.get(k + 1);
            boolean glued = (style.spaceEndsLine() && !lines.hasSpaceAtEnd(line)) || endsInSoftHyphen(line);
            boolean hyphen = !style.spaceEndsLine() && endsInHyphen(line, start);
            if (hyphen && isHyphenation(line, next)) {
                repair.append(out, start, end - 1);
            } else {
                repair.append(out, start, end);
                if (!glued && !hyphen) {
                    repair.appendSpace(out, end, spaceEnd(end, lines.start(next)));
                }
            }
        }
        return out.build();
    }

    private int spaceEnd(int from, int limit) {
        int i = from;
        while (i < limit && Letters.isSpace(lines.text.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean endsInSoftHyphen(int line) {
        return lines.end(line) < lines.text.length() && lines.text.charAt(lines.end(line)) == '\u00AD';
    }

    private boolean endsInHyphen(int line, int start) {
        int i = lines.end(line) - 1;
        return i > start
                && (lines.text.charAt(i) == '-' || lines.text.charAt(i) == '\u2010')
                && Character.isLetterOrDigit(lines.text.charAt(i - 1));
    }

    /**
     * Whether the hyphen at the end of the line parts a word that has none: the two parts make one syllable, or a small letter goes on
     * with a part that is no syllable, and neither part has another hyphen.
     */
    private boolean isHyphenation(int line, int next) {
        String text = lines.text;
        int hyphen = lines.end(line) - 1;
        int from = hyphen;
        while (from > lines.start(line) && hyphen - from < 30 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        int start = lines.start(next);
        int to = start;
        while (to < lines.end(next) && to - start < 30 && Character.isLetter(text.charAt(to))) {
            to++;
        }
        boolean moreHyphens = (from > lines.start(line) && text.charAt(from - 1) == '-')
                || (to < lines.end(next) && text.charAt(to) == '-');
        if (from == hyphen || to == start || moreHyphens || !Character.isLowerCase(text.charAt(start))) {
            return false;
        }
        String left = nfc(text, from, hyphen);
        String right = nfc(text, start, to);
        boolean syllables = Syllable.isLegal(left) && Syllable.isLegal(right);
        return !syllables;
    }

    private static String nfc(String text, int from, int to) {
        return Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFC);
    }

    /** Counts the small words that are no syllables and long enough to be two. */
    private static void count(String text, Map<String, Integer> words) {
        int i = 0;
        while (i < text.length()) {
            int end = wordEnd(text, i);
            if (isLongWord(end - i) && Character.isLowerCase(text.charAt(i)) && !Syllable.isLegal(text, i, end)) {
                words.merge(text.substring(i, end), 1, Integer::sum);
            }
            i = Math.max(end, i + 1);
        }
    }

    /** Insertions of a space that was lost between two syllables, or after a full stop. */
    private static List<Edit> lostSpaces(String text, Map<String, Integer> words) {
        List<Edit> edits = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int end = wordEnd(text, i);
            int syllable = i;
            if (isLongWord(end - i) && !Character.isUpperCase(text.charAt(i + 1)) && !Syllable.isLegal(text, i, end)) {
                int at = lostSpace(text.substring(i, end), words);
                if (at > 0) {
                    syllable = i + at;
                    edits.add(new Edit(syllable, syllable, " "));
                }
            }
            if (end > i && isGluedSentence(text, syllable, end)) {
                edits.add(new Edit(end + 1, end + 1, " "));
            }
            i = Math.max(end, i + 1);
        }
        return edits;
    }

    /** Whether a word can be two syllables that have lost the space between them. */
    private static boolean isLongWord(int length) {
        return length >= SHORTEST_GLUED && length <= LONGEST_GLUED;
    }

    /** Where in a word that is no syllable a space was lost: in {@code nướcLào} before the capital, in a small word between two marked syllables; or -1. */
    private static int lostSpace(String word, Map<String, Integer> words) {
        for (int k = 2; k + 1 < word.length(); k++) {
            if (Character.isUpperCase(word.charAt(k))) {
                boolean both = Syllable.isLegal(word, 0, k)
                        && Syllable.isLegal(word, k, word.length())
                        && isMarked(word, 0, word.length());
                return both ? k : -1;
            }
        }
        if (!Character.isLowerCase(word.charAt(0)) || words.getOrDefault(word, 0) >= RARE) {
            return -1;
        }
        int found = -1;
        for (int k = 2; k + 2 <= word.length(); k++) {
            if (isMarked(word, 0, k)
                    && isMarked(word, k, word.length())
                    && Syllable.isLegal(word, 0, k)
                    && Syllable.isLegal(word, k, word.length())) {
                if (found >= 0) {
                    return -1;
                }
                found = k;
            }
        }
        return found;
    }

    /** A syllable, a full stop, and at once a syllable with a capital. */
    private static boolean isGluedSentence(String text, int from, int end) {
        if (end + 2 >= text.length()
                || text.charAt(end) != '.'
                || !Character.isUpperCase(text.charAt(end + 1))
                || !Character.isLowerCase(text.charAt(end - 1))
                || !Character.isLowerCase(text.charAt(end + 2))
                || SentenceSplitter.isAbbreviation(text, end)) {
            return false;
        }
        int next = wordEnd(text, end + 1);
        return next - end <= 8 && Syllable.isLegal(text, from, end) && Syllable.isLegal(text, end + 1, next);
    }

    private static boolean isMarked(String word, int from, int to) {
        for (int i = from; i < to; i++) {
            if (word.charAt(i) > 0x7F) {
                return true;
            }
        }
        return false;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
