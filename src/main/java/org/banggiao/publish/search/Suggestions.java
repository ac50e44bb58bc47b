package org.banggiao.publish.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody may be about to type. The ways to fit are asked one after the other, the best first, each only until there is
 * enough: so the time depends little on how many names there are.
 */
final class Suggestions {
    private final SearchIndex index;
    private final Asked asked;
    private final Optional<SearchKind> kind;
    private final boolean isBegun;

    /**
     * Suggestions.
     *
     * @param text what was typed so far; where it ends in a space the last word is whole
     */
    Suggestions(SearchIndex index, String text, Optional<SearchKind> kind) {
        this.index = index;
        this.asked = Asked.ofNames(text);
        this.kind = kind;
        this.isBegun = !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()))
                || !text.isEmpty()
                        && Character.getType(text.codePointBefore(text.length())) == Character.NON_SPACING_MARK;
    }

    List<Hit> first(int most) throws IOException {
        if (asked.isEmpty()) {
            return List.of();
        }
        var seen = new HashSet<Long>();
        var documents = new ArrayList<Integer>();
        for (var way : ways()) {
            if (seen.size() < most) {
                index.first(ofKind(way.query()), most, seen, documents);
            }
        }
        var alike = new ArrayList<List<String>>();
        if (documents.isEmpty() && isBegun) {
            spelledAlike(most, seen, documents, alike);
        }
        var marks = new Marks(asked, alike, false, isBegun ? asked.term(last()) : "");
        var read = index.new Hits(marks);
        var hits = new ArrayList<Hit>();
        for (int document : documents) {
            hits.add(read.of(document, most - hits.size()));
        }
        return hits;
    }

    private void spelledAlike(int most, Set<Long> seen, List<Integer> documents, List<List<String>> alike)
            throws IOException {
        var lexicon = index.lexicon();
        for (var word : asked.words()) {
            alike.add(lexicon.to(word));
        }
        index.first(ofKind(asked.all(true, alike)), most, seen, documents);
    }

    private Word last() {
        return asked.words().getLast();
    }

    /** A way to fit, whose query is made when it is asked. */
    private interface Way {
        Query query() throws IOException;
    }

    private List<Way> ways() {
        var ways = new ArrayList<Way>();
        ways.add(() -> asked.whole(asked.words().stream().map(WordTerms::exact).toList()));
        ways.add(() -> asked.whole(asked.terms()));
        ways.add(() -> asked.phrase(Asked.beginning(asked.terms()), 0));
        if (isBegun) {
            ways.add(() -> phraseWithBeginning(true));
        }
        ways.add(() -> asked.phrase(asked.terms(), 0));
        if (isBegun) {
            ways.add(() -> phraseWithBeginning(false));
            ways.add(this::wordsWithBeginning);
        }
        ways.add(asked::all);
        return ways;
    }

    /** The words beside each other, the last of them begun. */
    private Query phraseWithBeginning(boolean atStart) throws IOException {
        var terms = new ArrayList<String>();
        if (atStart) {
            terms.add(WordTerms.BEGIN);
        }
        asked.words().stream().limit(asked.words().size() - 1L).map(asked::term).forEach(terms::add);
        var phrase = new MultiPhraseQuery.Builder();
        terms.forEach(term -> phrase.add(new Term(Layout.WORDS, term)));
        phrase.add(begun());
        terms.add(WordTerms.beginning(last().bare()));
        return Asked.withPairs(terms, phrase.build());
    }

    private Query wordsWithBeginning() throws IOException {
        var all = new BooleanQuery.Builder();
        asked.words().stream()
                .limit(asked.words().size() - 1L)
                .forEach(word -> all.add(asked.word(asked.term(word)), Occur.FILTER));
        var any = new BooleanQuery.Builder();
        for (var term : begun()) {
            any.add(new TermQuery(term), Occur.SHOULD);
        }
        return all.add(any.build(), Occur.FILTER).build();
    }

    /** The terms of words that begin as the last one; with tones only those that have them too. */
    private Term[] begun() throws IOException {
        var last = last();
        if (!last.isMarked()) {
            return new Term[] {new Term(Layout.WORDS, WordTerms.beginning(last.bare()))};
        }
        var terms = new ArrayList<>(index.lexicon().begunBy(WordTerms.exact(last)));
        if (terms.isEmpty()) {
            terms.add(WordTerms.exact(last));
        }
        return terms.stream().map(term -> new Term(Layout.WORDS, term)).toArray(Term[]::new);
    }

    private Query ofKind(Query query) {
        return kind.<Query>map(k -> new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(new TermQuery(new Term(Layout.KIND, k.path())), Occur.FILTER)
                        .build())
                .orElse(query);
    }
}
