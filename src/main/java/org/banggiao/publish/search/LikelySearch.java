package org.banggiao.publish.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Finds resources that a text may mean, though it may be misspelled, longer than any name or only a part of one: those that have
 * its rarer words first. {@link Likeness} tells afterwards how like they are.
 */
public final class LikelySearch {
    /** A word that a larger share of names has does not lead to a name while there are rarer ones. */
    private static final double COMMON = 0.05;
    /** Where the text has more words, slips are looked for in unknown ones only. */
    private static final int FEW_WORDS = 6;

    private static final int MOST_KEPT = 20_000;

    private static final float WHOLE_AS_WRITTEN = 100;
    private static final float WHOLE = 60;
    private static final float AS_WRITTEN = 0.3f;
    private static final float JOINED = 1.5f;
    private static final float SLIP = 0.7f;
    private static final float SOUND = 0.7f;

    private final SearchIndex index;
    private final IndexReader reader;
    private final IndexSearcher searcher;
    /** Names that were compared lately, split into their words, and resources with their names by one of their documents. */
    private final Cache<String, SplitName> names =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    private final Cache<Integer, Likely> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    LikelySearch(SearchIndex index, IndexReader reader, IndexSearcher searcher) {
        this.index = index;
        this.reader = reader;
        this.searcher = searcher;
    }

    /** The likeness of names to a text, with the words weighted by how rare they are in this index. */
    public Likeness likeness(String text) {
        return new Likeness(text, name -> names.get(name, SplitName::of), this::weight);
    }

    private double weight(String bare) {
        try {
            double all = Math.max(1, reader.numDocs());
            int having = reader.docFreq(new Term(Layout.WORDS, bare));
            // A word that no name has may be a slip or say nothing: it counts as one that some have.
            double rare = Math.log(1 + all / (having == 0 ? Math.sqrt(all) : having));
            return Math.max(0.1, rare);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The likely ones of some kinds, the likeliest first as far as single words tell. */
    public List<Likely> find(String text, Set<SearchKind> kinds, int most) {
        try {
            return search(text, kinds, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds the names of all resources of some kinds in texts; to be made once and kept. */
    public NameSpots spots(Set<SearchKind> kinds) {
        try {
            return NameSpots.of(all(kinds));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Likely> search(String text, Set<SearchKind> kinds, int most) throws IOException {
        var words = Word.of(Word.composed(text));
        words = words.subList(0, Math.min(words.size(), Likeness.MOST_WORDS));
        if (words.isEmpty() || kinds.isEmpty()) {
            return List.of();
        }
        var query = new BooleanQuery.Builder().add(anyOf(words), Occur.MUST).add(ofKinds(kinds), Occur.FILTER);
        if (words.size() <= Asked.MOST_WORDS) {
            var asked = new Asked(words, Layout.WORDS);
            var exact = words.stream().map(WordTerms::exact).toList();
            query.add(constant(asked.whole(exact), WHOLE_AS_WRITTEN), Occur.SHOULD);
            query.add(constant(asked.whole(asked.bareTerms()), WHOLE), Occur.SHOULD);
        }
        var best = new BestHits(most, Optional.empty());
        searcher.search(query.build(), best);
        var found = new ArrayList<Likely>();
        for (var one : best.best(0)) {
            found.add(likely(one.document()));
        }
        return found;
    }

    /** All resources of some kinds with their names, in the order of the index. */
    private List<Likely> all(Set<SearchKind> kinds) throws IOException {
        var documents = new ArrayList<Integer>();
        var query = new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.MUST)
                .add(ofKinds(kinds), Occur.FILTER)
                .build();
        index.first(query, Integer.MAX_VALUE, new LinkedHashSet<>(), documents);
        var found = new ArrayList<Likely>();
        for (int document : documents) {
            found.add(likely(document));
        }
        return found;
    }

    /** The resource that bears a name, with all its names, which stand beside each other. */
    private Likely likely(int document) throws IOException {
        var known = kept.getIfPresent(document);
        if (known == null) {
            known = read(document);
            kept.put(document, known);
        }
        return known;
    }

    private Likely read(int document) throws IOException {
        var fields = reader.storedFields();
        var iri = fields.document(document).get(Layout.IRI);
        int first = document;
        while (first > 0
                && iri.equals(fields.document(first - 1, Set.of(Layout.IRI)).get(Layout.IRI))) {
            first--;
        }
        var names = new ArrayList<String>();
        for (int i = first; i < reader.maxDoc(); i++) {
            var stored = fields.document(i);
            if (!stored.get(Layout.IRI).equals(iri)) {
                break;
            }
            names.add(stored.get(Layout.TEXT));
        }
        return new Likely(iri, index.kind(document), names);
    }

    private static Query ofKinds(Collection<SearchKind> kinds) {
        return new TermInSetQuery(
                Layout.KIND,
                kinds.stream().map(k -> new BytesRef(k.path())).sorted().toList());
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    /** What has any of the words; where some are rare, any of those. */
    private Query anyOf(List<Word> words) throws IOException {
        var asked = new Asked(words.subList(0, Math.min(words.size(), Asked.MOST_WORDS)), Layout.WORDS);
        var lexicon = index.lexicon();
        var rare = new BooleanQuery.Builder();
        var common = new BooleanQuery.Builder();
        int rareOnes = 0;
        double limit = reader.numDocs() * COMMON;
        for (var word : new LinkedHashSet<>(words)) {
            int having = reader.docFreq(new Term(Layout.WORDS, word.bare()));
            var term = new TermQuery(new Term(Layout.WORDS, word.bare()));
            if (having > limit) {
                common.add(term, Occur.SHOULD);
                continue;
            }
            rareOnes++;
            rare.add(term, Occur.SHOULD);
            if (word.isMarked()) {
                var exact = new TermQuery(new Term(Layout.WORDS, WordTerms.exact(word)));
                rare.add(new BoostQuery(exact, AS_WRITTEN), Occur.SHOULD);
            }
            if (having == 0 || words.size() <= FEW_WORDS) {
                for (var alike : lexicon.to(word)) {
                    var slip = new TermQuery(new Term(Layout.WORDS, alike));
                    rare.add(new BoostQuery(slip, SLIP), Occur.SHOULD);
                }
            }
        }
        for (var joined : asked.joined()) {
            rare.add(new BoostQuery(new TermQuery(new Term(Layout.JOINED, joined)), JOINED), Occur.SHOULD);
        }
        for (var sound : asked.sounds()) {
            rare.add(new BoostQuery(new TermQuery(new Term(Layout.SOUND, sound)), SOUND), Occur.SHOULD);
        }
        var all = new BooleanQuery.Builder();
        all.add(rare.build(), rareOnes > 0 ? Occur.MUST : Occur.SHOULD);
        all.add(common.build(), Occur.SHOULD);
        return all.build();
    }
}
