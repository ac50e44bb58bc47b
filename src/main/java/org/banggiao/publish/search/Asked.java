package org.banggiao.publish.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.banggiao.text.Syllable;

/**
 * What somebody asks for, as queries on the index. A word that is written with tones or other marks asks for that word; a word
 * without them asks for all its spellings, of which the one as written comes first. Nothing in it is read as a query language.
 *
 * @param words the words asked for
 * @param field the field of the index that is asked
 */
record Asked(List<Word> words, String field) {
    /** More words are left out of account. */
    static final int MOST_WORDS = 16;

    // What a name is worth that fits in more ways than one is the sum.
    private static final float WHOLE_AS_WRITTEN = 64;
    private static final float WHOLE = 32;
    private static final float WHOLE_JOINED = 24;
    private static final float PHRASE_AS_WRITTEN = 16;
    private static final float PHRASE = 8;
    private static final float BEGINNING = 4;
    private static final float NEAR = 1;
    private static final int MOST_BETWEEN = 8;
    private static final float WORDS_AS_WRITTEN = 2;

    /** The share of words that are most of them. */
    private static final double MOST = 0.6;

    Asked {
        words = List.copyOf(words.subList(0, Math.min(words.size(), MOST_WORDS)));
    }

    /** What the words of a text ask of names. */
    static Asked ofNames(String text) {
        return new Asked(Word.of(Word.composed(text)), Layout.WORDS);
    }

    /** The same asked of sentences. */
    Asked ofSentences() {
        return new Asked(words, Layout.SENTENCE);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** The term that a word asks for. */
    String term(Word word) {
        return word.isMarked() ? WordTerms.exact(word) : WordTerms.bare(word);
    }

    List<String> terms() {
        return words.stream().map(this::term).toList();
    }

    private List<String> exactTerms() {
        return words.stream().map(WordTerms::exact).toList();
    }

    List<String> bareTerms() {
        return words.stream().map(WordTerms::bare).toList();
    }

    /** What has all the words, in any order, also where some are written as one there or here. */
    Query all() {
        return all(false, List.of());
    }

    /**
     * What has all the words or, for each, one that is like it.
     *
     * @param withSounds whether what sounds alike counts
     * @param alike for each word the terms that count beside its own; no more than words
     */
    Query all(boolean withSounds, List<List<String>> alike) {
        var query = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            var any = new ArrayList<Query>();
            any.add(constant(word(term(words.get(i))), 1));
            joined(i).forEach(term -> any.add(constant(new TermQuery(new Term(Layout.JOINED, term)), 1)));
            if (i < alike.size()) {
                alike.get(i).forEach(term -> any.add(constant(word(term), 0.5f)));
            }
            if (withSounds) {
                sounds(i).forEach(term -> any.add(constant(new TermQuery(new Term(Layout.SOUND, term)), 0.25f)));
            }
            query.add(new DisjunctionMaxQuery(any, 0), Occur.MUST);
        }
        better(query);
        return query.build();
    }

    /** What has most of the words; those that stand together as asked count more. */
    Query most() {
        var some = new BooleanQuery.Builder();
        var query = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            some.add(constant(word(term(words.get(i))), 2), Occur.SHOULD);
            if (i > 0) {
                query.add(constant(phrase(terms().subList(i - 1, i + 1), 0), 3), Occur.SHOULD);
            }
        }
        some.setMinimumNumberShouldMatch((int) Math.ceil(words.size() * MOST));
        return query.add(some.build(), Occur.MUST).build();
    }

    private void better(BooleanQuery.Builder query) {
        boolean isMixed = words.stream().anyMatch(Word::isMarked);
        boolean isBare = words.stream().noneMatch(Word::isMarked);
        query.add(constant(whole(exactTerms()), WHOLE_AS_WRITTEN), Occur.SHOULD);
        query.add(constant(whole(terms()), WHOLE), Occur.SHOULD);
        query.add(constant(phrase(exactTerms(), 0), PHRASE_AS_WRITTEN), Occur.SHOULD);
        query.add(constant(phrase(terms(), 0), PHRASE), Occur.SHOULD);
        query.add(constant(phrase(beginning(terms()), 0), BEGINNING), Occur.SHOULD);
        if (words.size() > 1) {
            for (int slop = 1; slop <= MOST_BETWEEN; slop *= 2) {
                query.add(constant(phrase(terms(), slop), NEAR), Occur.SHOULD);
            }
        }
        if (isBare || isMixed) {
            var asWritten = new BooleanQuery.Builder();
            exactTerms().forEach(term -> asWritten.add(word(term), Occur.MUST));
            query.add(constant(asWritten.build(), WORDS_AS_WRITTEN), Occur.SHOULD);
        }
        var joined = Joined.whole(words);
        if (!joined.isEmpty()) {
            query.add(
                    constant(new TermQuery(new Term(Layout.JOINED, WordTerms.BEGIN + joined)), WHOLE_JOINED),
                    Occur.SHOULD);
        }
    }

    static List<String> beginning(List<String> terms) {
        return Stream.concat(Stream.of(WordTerms.BEGIN), terms.stream()).toList();
    }

    Query whole(List<String> terms) {
        return phrase(
                Stream.concat(beginning(terms).stream(), Stream.of(WordTerms.END))
                        .toList(),
                0);
    }

    Query phrase(List<String> terms, int slop) {
        if (terms.size() == 1) {
            return word(terms.getFirst());
        }
        var phrase = new PhraseQuery.Builder().setSlop(slop);
        terms.forEach(term -> phrase.add(new Term(field, term)));
        return slop == 0 && field.equals(Layout.WORDS) ? withPairs(terms, phrase.build()) : phrase.build();
    }

    /** The phrase of these terms, looked for only where each two of them are neighbours. */
    static Query withPairs(List<String> terms, Query phrase) {
        var query = new BooleanQuery.Builder().add(phrase, Occur.FILTER);
        for (int i = 1; i < terms.size(); i++) {
            query.add(
                    new TermQuery(new Term(Layout.PAIRS, WordTerms.pair(terms.get(i - 1), terms.get(i)))),
                    Occur.FILTER);
        }
        return query.build();
    }

    Query word(String term) {
        return new TermQuery(new Term(field, term));
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    /** The terms of runs of words that have this word and are written as one somewhere. */
    List<String> joined(int word) {
        return runs(word).map(this::joinedTerm).toList();
    }

    private String joinedTerm(Joined run) {
        boolean isMarked = words.subList(run.first(), run.last() + 1).stream().anyMatch(Word::isMarked);
        return isMarked ? "=" + run.exact() : run.bare();
    }

    private Stream<Joined> runs(int word) {
        return Joined.inQuery(words).stream().filter(run -> run.first() <= word && word <= run.last());
    }

    /** The sound of this word and of the runs that have it; nothing where they are syllables of Vietnamese. */
    private List<String> sounds(int word) {
        return runs(word)
                .filter(run -> !Syllable.isLegal(run.exact()))
                .filter(run -> run.last() == run.first()
                        || words.subList(run.first(), run.last() + 1).stream()
                                .allMatch(w -> Syllable.isLegal(w.exact())))
                .map(run -> Sound.of(run.bare()))
                .filter(sound -> !sound.isEmpty())
                .toList();
    }

    /** The sounds of all words. */
    Set<String> sounds() {
        var all = new HashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            all.addAll(sounds(i));
        }
        return all;
    }

    /** All terms of runs that are written as one. */
    Set<String> joined() {
        var all = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            all.addAll(joined(i));
        }
        return new HashSet<>(all);
    }
}
