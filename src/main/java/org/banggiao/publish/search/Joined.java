package org.banggiao.publish.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that stand beside each other, written as one: foreign names are spelled in one word (Cayxỏn), with hyphens (Cay-xỏn) or
 * with spaces (Cay xỏn), and each spelling is to find the others.
 *
 * @param first index of the first word
 * @param last index of the last word, inclusive
 * @param exact the exact keys as one
 * @param bare the bare keys as one, with i for every y
 */
record Joined(int first, int last, String exact, String bare) {
    private static final int MOST_WORDS = 4;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 24;
    /** In longer names only hyphens join: they are titles, not names of persons and places. */
    private static final int LONGEST_NAME = 8;

    /** All runs of words in a name that can be written as one, single words among them. */
    static List<Joined> inName(List<Word> words) {
        return of(words, words.size() > LONGEST_NAME);
    }

    /** All runs of words in a query. */
    static List<Joined> inQuery(List<Word> words) {
        return of(words, false);
    }

    /** All words as one, where that can be a name; otherwise empty. */
    static String whole(List<Word> words) {
        var bare = new StringBuilder();
        words.forEach(word -> bare.append(word.bare()));
        return words.size() > LONGEST_NAME || bare.length() < SHORTEST
                ? ""
                : bare.toString().replace('y', 'i');
    }

    private static List<Joined> of(List<Word> words, boolean linkedOnly) {
        var all = new ArrayList<Joined>();
        for (int first = 0; first < words.size(); first++) {
            var exact = new StringBuilder();
            var bare = new StringBuilder();
            for (int last = first; last < Math.min(words.size(), first + MOST_WORDS); last++) {
                var word = words.get(last);
                if (last > first && linkedOnly && !word.linked()) {
                    break;
                }
                exact.append(word.exact());
                bare.append(word.bare());
                if (bare.length() > LONGEST || !isOfLetters(word.bare())) {
                    break;
                }
                if (bare.length() >= SHORTEST) {
                    all.add(new Joined(
                            first, last, exact.toString(), bare.toString().replace('y', 'i')));
                }
            }
        }
        return all;
    }

    private static boolean isOfLetters(String word) {
        return word.chars().allMatch(Character::isLetter);
    }
}
