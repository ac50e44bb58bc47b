package org.banggiao.publish.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shows in a text which of its words were asked for. */
final class Marks {
    /** Chars of a long text that are shown around the first mark. */
    private static final int BEFORE = 90;

    private static final int LONGEST = 320;

    private final Set<String> terms = new HashSet<>();
    private final Set<String> joined;
    private final Set<String> sounds;
    private final String beginning;

    /**
     * Marks for a query.
     *
     * @param alike terms that count beside those asked for
     * @param withSounds whether what sounds alike counts
     * @param beginning a word whose beginning was asked for, in the form that is asked; empty where none was
     */
    Marks(Asked asked, List<List<String>> alike, boolean withSounds, String beginning) {
        terms.addAll(asked.terms());
        alike.forEach(terms::addAll);
        this.joined = asked.joined();
        this.sounds = withSounds ? asked.sounds() : Set.of();
        this.beginning = beginning;
    }

    /** The text in pieces, marked and not. */
    List<Piece> in(String text) {
        var words = Word.of(text);
        int[] marked = new int[words.size()];
        for (int i = 0; i < marked.length; i++) {
            marked[i] = markedChars(words.get(i));
        }
        for (var run : joined.isEmpty() && sounds.isEmpty() ? List.<Joined>of() : Joined.inName(words)) {
            if (joined.contains("=" + run.exact()) || joined.contains(run.bare())) {
                fill(marked, run);
            } else if (!sounds.isEmpty() && sounds.contains(Sound.of(run.bare()))) {
                fill(marked, run);
            }
        }
        return pieces(text, words, marked);
    }

    private int markedChars(Word word) {
        if (terms.contains(WordTerms.exact(word)) || terms.contains(WordTerms.bare(word))) {
            return Integer.MAX_VALUE;
        }
        var key = beginning.startsWith("=") ? WordTerms.exact(word) : WordTerms.bare(word);
        return beginning.isEmpty() || !key.startsWith(beginning)
                ? 0
                : beginning.length() - (beginning.startsWith("=") ? 1 : 0);
    }

    private static void fill(int[] marked, Joined run) {
        for (int i = run.first(); i <= run.last(); i++) {
            marked[i] = Integer.MAX_VALUE;
        }
    }

    private static List<Piece> pieces(String text, List<Word> words, int[] marked) {
        int from = 0;
        int to = text.length();
        if (to > LONGEST) {
            int first = 0;
            while (first < marked.length && marked[first] == 0) {
                first++;
            }
            int at = first < marked.length ? words.get(first).start() : 0;
            from = at <= BEFORE ? 0 : wordStart(words, at - BEFORE);
            to = wordEnd(words, Math.min(text.length(), from + LONGEST), text.length());
        }
        var pieces = new ArrayList<Piece>();
        if (from > 0) {
            pieces.add(new Piece("… ", false));
        }
        int done = from;
        for (int i = 0; i < marked.length; i++) {
            var word = words.get(i);
            if (marked[i] == 0 || word.start() < done || word.end() > to) {
                continue;
            }
            int start = word.start();
            // What stands between two marked words belongs to the mark where it is no more than a space or a hyphen.
            boolean isNext = !pieces.isEmpty() && pieces.getLast().isMarked() && start - done <= 1;
            int end = (int) Math.min(word.end(), (long) start + marked[i]);
            if (isNext) {
                pieces.set(pieces.size() - 1, new Piece(pieces.getLast().text() + text.substring(done, end), true));
            } else {
                add(text.substring(done, start), false, pieces);
                add(text.substring(start, end), true, pieces);
            }
            done = end;
        }
        add(text.substring(done, to), false, pieces);
        if (to < text.length()) {
            pieces.add(new Piece(" …", false));
        }
        return pieces;
    }

    private static int wordStart(List<Word> words, int at) {
        return words.stream()
                .mapToInt(Word::start)
                .filter(start -> start >= at)
                .findFirst()
                .orElse(0);
    }

    private static int wordEnd(List<Word> words, int at, int length) {
        return at >= length
                ? length
                : words.stream()
                        .mapToInt(Word::end)
                        .filter(end -> end <= at)
                        .max()
                        .orElse(length);
    }

    private static void add(String text, boolean marked, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }
}
