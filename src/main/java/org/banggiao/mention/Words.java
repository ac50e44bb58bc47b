package org.banggiao.mention;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The words that a tokenizer has seen, found by a stretch of text that need not be cut out. Serves any number of threads: one that
 * does not see yet what another has added adds it again, which changes nothing.
 */
final class Words {
    /** A power of two, at most half of it taken. */
    private volatile @Nullable Word[] table = new Word[1 << 12];

    private int size;

    // Another each time, so that no text can be made whose words all fall on one place.
    private final int factor = ThreadLocalRandom.current().nextInt() | 1;

    synchronized int size() {
        return size;
    }

    /** The word that is printed from {@code start} to before {@code end}, or null where it was not seen. */
    @Nullable
    Word find(String text, int start, int end) {
        var words = table;
        int mask = words.length - 1;
        for (int at = place(text, start, end) & mask; ; at = (at + 1) & mask) {
            var word = words[at];
            if (word == null) {
                return null;
            }
            var known = word.text();
            if (known.length() == end - start && text.regionMatches(start, known, 0, end - start)) {
                return word;
            }
        }
    }

    synchronized void add(Word word) {
        if (find(word.text(), 0, word.text().length()) != null) {
            return;
        }
        if (2 * ++size > table.length) {
            var more = new Word[2 * table.length];
            for (var known : table) {
                if (known != null) {
                    put(more, known);
                }
            }
            table = more;
        }
        put(table, word);
    }

    private void put(@Nullable Word[] words, Word word) {
        int mask = words.length - 1;
        int at = place(word.text(), 0, word.text().length()) & mask;
        while (words[at] != null) {
            at = (at + 1) & mask;
        }
        words[at] = word;
    }

    private int place(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = (hash + text.charAt(i)) * factor;
        }
        return hash ^ (hash >>> 16);
    }
}
