package org.banggiao.publish.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.banggiao.text.Folding;

/**
 * The terms that stand for words in the index. At each position there is the word as it is spelled ({@code =đường}) and its bare
 * form ({@code duong}), and in names the beginnings of that ({@code <d}, {@code <du} …); before the first and after the last word
 * there is a mark, so that what a name begins with, or is as a whole, is a phrase too.
 */
final class WordTerms {
    static final String BEGIN = "^";
    static final String END = "$";
    private static final int LONGEST_BEGINNING = 12;

    private WordTerms() {}

    static String exact(Word word) {
        return "=" + word.exact();
    }

    static String bare(Word word) {
        return word.bare();
    }

    /** The term of all words whose bare form begins so. */
    static String beginning(String bare) {
        return "<" + bare.substring(0, Math.min(bare.length(), LONGEST_BEGINNING));
    }

    /** Whether a term is a bare form. */
    static boolean isBare(String term) {
        return Character.isLetterOrDigit(term.charAt(0));
    }

    /**
     * The terms of a text, position by position.
     *
     * @param withBeginnings whether the beginnings of words are among them
     */
    static TokenStream of(List<Word> words, boolean withBeginnings) {
        var positions = new ArrayList<List<String>>();
        positions.add(List.of(BEGIN));
        for (var word : words) {
            var terms = new ArrayList<String>();
            terms.add(exact(word));
            terms.add(bare(word));
            if (withBeginnings) {
                for (int n = 1; n <= Math.min(word.bare().length(), LONGEST_BEGINNING); n++) {
                    terms.add(beginning(word.bare().substring(0, n)));
                }
            }
            positions.add(terms);
        }
        positions.add(List.of(END));
        return new Stream(positions);
    }

    /**
     * The terms of words that stand beside each other in a name, in their bare form: both of them ({@code duong sat}), and the first
     * with each beginning of the second ({@code duong <s}), with the marks of the start and the end as if they were words. A phrase is
     * looked for among the names that have its pairs, of which there are few where its words are common ones.
     */
    static TokenStream pairs(List<Word> words) {
        var pairs = new ArrayList<String>();
        var last = BEGIN;
        for (var word : words) {
            pairs.add(pair(last, word.bare()));
            for (int n = 1; n <= Math.min(word.bare().length(), LONGEST_BEGINNING); n++) {
                pairs.add(pair(last, beginning(word.bare().substring(0, n))));
            }
            last = word.bare();
        }
        pairs.add(pair(last, END));
        return new Stream(List.of(pairs));
    }

    /** The term of two neighbours, each in any of its forms. */
    static String pair(String first, String second) {
        return bareOf(first) + " " + bareOf(second);
    }

    private static String bareOf(String term) {
        return term.startsWith("=") ? Folding.bare(term.substring(1)) : term;
    }

    private static final class Stream extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final List<List<String>> positions;
        private int position;
        private int atPosition;

        Stream(List<List<String>> positions) {
            this.positions = positions;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (position == positions.size()) {
                return false;
            }
            var here = positions.get(position);
            term.setEmpty().append(here.get(atPosition));
            increment.setPositionIncrement(atPosition == 0 ? 1 : 0);
            atPosition++;
            if (atPosition == here.size()) {
                atPosition = 0;
                position++;
            }
            return true;
        }

        @Override
        public void reset() {
            position = 0;
            atPosition = 0;
        }
    }
}
