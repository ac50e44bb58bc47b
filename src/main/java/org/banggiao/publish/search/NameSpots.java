package org.banggiao.publish.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the names of some resources in texts, the longest first: parties in the title of an agreement. A word of the text that has
 * tones is that word and no other; of one without them any spelling will do.
 */
public final class NameSpots {
    private static final int MOST_WORDS = 12;

    /** One name, word by word as spelled. */
    private record Spelled(List<String> exact, String iri) {}

    private final Map<List<String>, List<Spelled>> byWords = new HashMap<>();

    private NameSpots() {}

    /** The names of these. */
    static NameSpots of(List<Likely> resources) {
        var spots = new NameSpots();
        for (var resource : resources) {
            for (var name : resource.names()) {
                var words = Word.of(Word.composed(name));
                boolean isName = !words.isEmpty()
                        && words.size() <= MOST_WORDS
                        && words.stream().mapToInt(w -> w.bare().length()).sum() > 1;
                if (isName) {
                    var exact = words.stream().map(Word::exact).toList();
                    spots.byWords
                            .computeIfAbsent(words.stream().map(Word::bare).toList(), w -> new ArrayList<>())
                            .add(new Spelled(exact, resource.iri()));
                }
            }
        }
        return spots;
    }

    /**
     * A name in a text.
     *
     * @param start where it begins, in chars of the text
     * @param end where it ends, exclusive
     * @param iris what bears that name, in the order of the index
     */
    public record Spot(int start, int end, Set<String> iris) {
        public Spot {
            iris = Collections.unmodifiableSet(new LinkedHashSet<>(iris));
        }
    }

    /**
     * The names in a text.
     *
     * @param text in NFC
     */
    public List<Spot> in(String text) {
        var words = Word.of(text);
        var spots = new ArrayList<Spot>();
        int i = 0;
        while (i < words.size()) {
            int length = Math.min(MOST_WORDS, words.size() - i);
            Set<String> found = Set.of();
            while (length > 0 && found.isEmpty()) {
                found = named(words.subList(i, i + length));
                length--;
            }
            if (found.isEmpty()) {
                i++;
            } else {
                var last = words.get(i + length);
                spots.add(new Spot(words.get(i).start(), last.end(), found));
                i += length + 1;
            }
        }
        return spots;
    }

    /** What a text as a whole is the name of. */
    public Set<String> named(String text) {
        return named(Word.of(Word.composed(text)));
    }

    private Set<String> named(List<Word> words) {
        var all = Objects.requireNonNullElse(
                byWords.get(words.stream().map(Word::bare).toList()), List.<Spelled>of());
        var exact = new LinkedHashSet<String>();
        var any = new LinkedHashSet<String>();
        for (var one : all) {
            boolean fits = true;
            boolean isSame = true;
            for (int i = 0; i < words.size(); i++) {
                boolean same = words.get(i).exact().equals(one.exact.get(i));
                isSame &= same;
                fits &= same || !words.get(i).isMarked();
            }
            if (isSame) {
                exact.add(one.iri);
            }
            if (fits) {
                any.add(one.iri);
            }
        }
        return exact.isEmpty() ? any : exact;
    }
}
