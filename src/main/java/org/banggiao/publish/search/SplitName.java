package org.banggiao.publish.search;

import java.util.ArrayList;
import java.util.List;
import org.banggiao.text.Syllable;

/**
 * A name in its words.
 *
 * @param words in their order
 * @param runs of them that can be written as one
 * @param sounds for each run how it sounds; empty where it sounds Vietnamese
 */
record SplitName(List<Word> words, List<Joined> runs, List<String> sounds) {
    SplitName {
        words = List.copyOf(words);
        runs = List.copyOf(runs);
        sounds = List.copyOf(sounds);
        if (sounds.size() != runs.size()) {
            throw new IllegalArgumentException(runs.size() + " runs have " + sounds.size() + " sounds");
        }
    }

    static SplitName of(String name) {
        return of(Word.of(Word.composed(name)));
    }

    static SplitName of(List<Word> words) {
        var runs = Joined.inName(words);
        var sounds = new ArrayList<String>();
        for (var run : runs) {
            sounds.add(isForeign(words, run) ? Sound.of(run.bare()) : "");
        }
        return new SplitName(words, runs, sounds);
    }

    /** Whether a run is no syllable of Vietnamese, and its words are joined by hyphens or each a syllable. */
    private static boolean isForeign(List<Word> words, Joined run) {
        var parts = words.subList(run.first(), run.last() + 1);
        return !Syllable.isLegal(run.exact())
                && (parts.size() == 1
                        || parts.stream().skip(1).allMatch(Word::linked)
                        || parts.stream().allMatch(w -> Syllable.isLegal(w.exact())));
    }
}
