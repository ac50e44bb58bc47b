package org.banggiao.publish.search;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Looks up words of the index: those that a slip of the keyboard makes of a word, and those that begin so. */
final class Alike {
    private static final int SHORTEST = 4;
    private static final int MOST = 32;
    private static final int MOST_BEGUN = 64;

    private final String field;
    private final @Nullable Terms terms;

    Alike(IndexReader reader, String field) throws IOException {
        this.field = field;
        this.terms = MultiTerms.getTerms(reader, field);
    }

    /**
     * The terms of words that one letter more, less, other or swapped makes of this one. What differs in tones and marks is
     * another word, no slip: where the word has any, those of the others are the same.
     */
    List<String> to(Word word) throws IOException {
        var found = new ArrayList<String>();
        if (terms == null || word.bare().length() < SHORTEST || isNumber(word.bare())) {
            return found;
        }
        var own = word.isMarked() ? WordTerms.exact(word) : word.bare();
        int prefix = word.isMarked() ? 1 : 0;
        var near = new FuzzyTermsEnum(terms, new Term(field, own), 1, prefix, true);
        for (BytesRef term = near.next(); term != null && found.size() < MOST; term = near.next()) {
            var text = term.utf8ToString();
            boolean isOther = word.isMarked()
                    ? isSlip(word.exact(), text.substring(1))
                    : WordTerms.isBare(text) && !text.equals(own);
            if (isOther && text.length() >= SHORTEST) {
                found.add(text);
            }
        }
        return found;
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static boolean isSlip(String word, String other) {
        return !Word.of(other).isEmpty() && !bare(word).equals(bare(other)) && Arrays.equals(marks(word), marks(other));
    }

    private static String bare(String exact) {
        return Word.of(exact).getFirst().bare();
    }

    /** The tones and marks of a word, wherever in it they stand. */
    private static int[] marks(String exact) {
        return Normalizer.normalize(exact, Normalizer.Form.NFD)
                .chars()
                .filter(c -> Character.getType(c) == Character.NON_SPACING_MARK || c == 'đ')
                .sorted()
                .toArray();
    }

    /** The terms that begin so, the first of them in the order of letters. */
    List<String> begunBy(String beginning) throws IOException {
        var found = new ArrayList<String>();
        if (terms == null) {
            return found;
        }
        var all = terms.iterator();
        var status = all.seekCeil(new BytesRef(beginning));
        while (status != TermsEnum.SeekStatus.END && found.size() < MOST_BEGUN) {
            var text = all.term().utf8ToString();
            if (!text.startsWith(beginning)) {
                break;
            }
            found.add(text);
            status = all.next() == null ? TermsEnum.SeekStatus.END : TermsEnum.SeekStatus.FOUND;
        }
        return found;
    }
}
