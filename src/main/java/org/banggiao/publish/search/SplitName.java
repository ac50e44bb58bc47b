package org.banggiao.publish.search;

import java.util.List;

/**
 * A name in its words.
 *
 * @param words in their order
 * @param runs of them that can be written as one
 */
record SplitName(List<Word> words, List<Joined> runs) {
    SplitName {
        words = List.copyOf(words);
        runs = List.copyOf(runs);
    }

    static SplitName of(String name) {
        var words = Word.of(Word.composed(name));
        return new SplitName(words, Joined.inName(words));
    }
}
