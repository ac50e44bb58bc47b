package org.banggiao.publish.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.banggiao.publish.search.Found.Fit;
import org.banggiao.publish.search.Found.Spelling;
import org.jspecify.annotations.Nullable;

/** The search index of one release: what it finds is the same every time. Any number of threads may search at once. */
public final class SearchIndex implements AutoCloseable {
    private static final int MOST_SPELLINGS = 8;

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final LikelySearch likely;
    /**
     * Suggestions take less time than a turn of a processor: more at once than there are processors would only interrupt each
     * other, so that some take many turns; whoever came first is first.
     */
    private final Semaphore suggesting = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private SearchIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
        // Every query is another one, and what is kept would be counted against nobody.
        searcher.setQueryCache(null);
        this.likely = new LikelySearch(this, reader, searcher);
    }

    /**
     * Opens the index of a release.
     *
     * @param folder as {@link SearchPart} has written it
     */
    static SearchIndex open(Path folder) {
        try {
            return of(Layout.directory(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SearchIndex of(Directory directory) throws IOException {
        return new SearchIndex(directory);
    }

    /** How many names there are to be found. */
    public int names() {
        return reader.numDocs();
    }

    /** Finds resources by their names, or sentences by their words where those are asked for. */
    public Found search(SearchRequest request) {
        try {
            var names = Asked.ofNames(request.text());
            if (names.isEmpty()) {
                return Found.NOTHING;
            }
            boolean isOfPassages =
                    request.kind().filter(SearchKind.PASSAGE::equals).isPresent();
            var passages = names.ofSentences();
            var kinds = new EnumMap<SearchKind, Long>(SearchKind.class);
            if (request.withPassages()) {
                long count = count(passages.all());
                if (count > 0) {
                    kinds.put(SearchKind.PASSAGE, count);
                }
            }
            if (isOfPassages && !request.withPassages()) {
                return new Found(List.of(), 0, best(names.all(), request).counts(), Fit.AS_ASKED, List.of(), false);
            }
            return isOfPassages ? ofPassages(names, passages, request, kinds) : ofNames(names, request, kinds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Found ofPassages(Asked names, Asked passages, SearchRequest request, Map<SearchKind, Long> kinds)
            throws IOException {
        kinds.putAll(best(names.all(), request).counts());
        return found(
                best(passages.all(), request),
                Fit.AS_ASKED,
                spellings(passages),
                new Marks(passages, List.of(), false, ""),
                request,
                kinds);
    }

    private Found ofNames(Asked asked, SearchRequest request, Map<SearchKind, Long> kinds) throws IOException {
        var spellings = spellings(asked);
        var best = best(asked.all(), request);
        if (!best.counts().isEmpty() || !spellings.isEmpty()) {
            return found(best, Fit.AS_ASKED, spellings, new Marks(asked, List.of(), false, ""), request, kinds);
        }
        var lexicon = new Alike(reader, Layout.WORDS);
        var alike = new ArrayList<List<String>>();
        for (var word : asked.words()) {
            alike.add(lexicon.to(word));
        }
        best = best(asked.all(true, alike), request);
        if (!best.counts().isEmpty()) {
            return found(best, Fit.ALIKE, List.of(), new Marks(asked, alike, true, ""), request, kinds);
        }
        if (asked.words().size() > 1) {
            best = best(asked.most(), request);
        }
        return found(best, Fit.IN_PART, List.of(), new Marks(asked, List.of(), false, ""), request, kinds);
    }

    private BestHits best(Query query, SearchRequest request) throws IOException {
        var best = new BestHits(request.from() + request.most(), request.kind());
        searcher.search(query, best);
        return best;
    }

    private Found found(
            BestHits best,
            Fit fit,
            List<Spelling> spellings,
            Marks marks,
            SearchRequest request,
            Map<SearchKind, Long> kinds)
            throws IOException {
        kinds.putAll(best.counts());
        var read = new Hits(marks);
        var hits = new ArrayList<Hit>();
        for (var one : best.best(request.from())) {
            hits.add(read.of(one.document(), one.value()));
        }
        long total = request.kind()
                .map(kind -> kinds.getOrDefault(kind, 0L))
                .orElseGet(() -> best.counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        boolean isBare = Asked.ofNames(request.text()).words().stream().noneMatch(Word::isMarked);
        return new Found(hits, total, kinds, fit, spellings, isBare);
    }

    private long count(Query query) throws IOException {
        var best = new BestHits(1, Optional.empty());
        searcher.search(query, best);
        return best.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The ways to spell what was asked that stand in names, without the one that was asked for. */
    private List<Spelling> spellings(Asked asked) throws IOException {
        var found = new ArrayList<Spelling>();
        var open = new BooleanQuery.Builder().add(asked.phrase(asked.bareTerms(), 0), Occur.MUST);
        boolean isMarked = asked.words().stream().anyMatch(Word::isMarked);
        if (isMarked) {
            open.add(asked.phrase(asked.terms(), 0), Occur.MUST_NOT);
        }
        for (int i = 0; i < MOST_SPELLINGS; i++) {
            var first = first(open.build(), 1);
            if (first.isEmpty()) {
                break;
            }
            var text = stored(first.getFirst()).get(Layout.TEXT);
            var spelled = spelled(asked, text, found);
            if (spelled.isEmpty()) {
                break;
            }
            var terms = spelled.stream().map(WordTerms::exact).toList();
            var form = asked.phrase(terms, 0);
            found.add(new Spelling(
                    text.substring(spelled.getFirst().start(), spelled.getLast().end()), count(form)));
            open.add(form, Occur.MUST_NOT);
        }
        boolean isOnlyOne = !isMarked && found.size() == 1;
        return isOnlyOne ? List.of() : found;
    }

    /** The words of a text that have the bare forms asked for, in a spelling that is not the one asked for. */
    private static List<Word> spelled(Asked asked, String text, List<Spelling> known) {
        var words = Word.of(text);
        var bare = asked.words().stream().map(Word::bare).toList();
        var knownForms = known.stream()
                .map(spelling ->
                        Word.of(spelling.text()).stream().map(Word::exact).toList())
                .toList();
        for (int i = 0; i + bare.size() <= words.size(); i++) {
            var here = words.subList(i, i + bare.size());
            boolean isAsked = true;
            for (int j = 0; j < bare.size(); j++) {
                var word = asked.words().get(j);
                isAsked &= word.isMarked() && word.exact().equals(here.get(j).exact()) || !word.isMarked();
            }
            boolean isMarked = asked.words().stream().anyMatch(Word::isMarked);
            boolean isNew = !knownForms.contains(here.stream().map(Word::exact).toList());
            if (here.stream().map(Word::bare).toList().equals(bare) && isNew && !(isMarked && isAsked)) {
                return here;
            }
        }
        return List.of();
    }

    /**
     * A name that was found.
     *
     * @param iri the address of the resource that bears it
     * @param language its language; empty where none is said
     * @param value how well it fits, to be compared within one answer
     */
    record Name(String iri, String text, String language, double value) {}

    /**
     * The names with all the words, the best of each resource, the best first.
     *
     * @param properties that give them; any where empty
     * @param language of the names (BCP 47, lower case); any where empty
     */
    List<Name> names(String text, Set<String> properties, String language, int most) {
        try {
            var asked = Asked.ofNames(text);
            if (asked.isEmpty()) {
                return List.of();
            }
            var query = new BooleanQuery.Builder().add(asked.all(), Occur.MUST);
            if (!properties.isEmpty()) {
                var terms = properties.stream().sorted().map(BytesRef::new).toList();
                query.add(new TermInSetQuery(Layout.PROPERTY, terms), Occur.FILTER);
            }
            if (!language.isEmpty()) {
                query.add(new TermQuery(new Term(Layout.LANGUAGE, language)), Occur.FILTER);
            }
            var best = new BestHits(most, Optional.empty());
            searcher.search(query.build(), best);
            var names = new ArrayList<Name>();
            for (var one : best.best(0)) {
                var stored = stored(one.document());
                names.add(new Name(
                        stored.get(Layout.IRI),
                        stored.get(Layout.TEXT),
                        orEmpty(stored.get(Layout.LANGUAGE)),
                        one.value()));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What somebody may be about to type: resources with a name that has the words, the last of which may have only begun; those
     * whose name is or begins with them first.
     *
     * @param most hits that are wanted
     */
    public List<Hit> suggest(String text, Optional<SearchKind> kind, int most) {
        suggesting.acquireUninterruptibly();
        try {
            return new Suggestions(this, text, kind).first(most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            suggesting.release();
        }
    }

    /** Finds what records mean that are no exact names. */
    public LikelySearch likely() {
        return likely;
    }

    Alike lexicon() throws IOException {
        return new Alike(reader, Layout.WORDS);
    }

    private List<Integer> first(Query query, int most) throws IOException {
        var documents = new ArrayList<Integer>();
        first(query, most, new HashSet<>(), documents);
        return documents;
    }

    /** Adds the names of the first resources that match, until so many have been seen. */
    void first(Query query, int most, Set<Long> seen, List<Integer> documents) throws IOException {
        searcher.search(query, new FirstHits(most, seen, documents::add));
    }

    private Document stored(int document) throws IOException {
        return reader.storedFields().document(document);
    }

    /** The hits of names; those that lie near each other in the index are read at once. */
    final class Hits {
        private final StoredFields fields = reader.storedFields();
        private final Marks marks;
        private final Map<String, Hit.Marked> marked = new HashMap<>();

        Hits(Marks marks) throws IOException {
            this.marks = marks;
        }

        /** The hit of a name. */
        Hit of(int document, double value) throws IOException {
            var stored = fields.document(document);
            var text = stored.get(Layout.TEXT);
            return new Hit(
                    stored.get(Layout.IRI),
                    kind(document),
                    labels(document),
                    marked(text),
                    orEmpty(stored.get(Layout.LANGUAGE)),
                    orEmpty(stored.get(Layout.PROPERTY)),
                    value);
        }

        /** What lists call a resource: its other names stand beside this one. */
        private Map<String, Hit.Marked> labels(int document) throws IOException {
            var leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
            var resources = leaf.reader().getNumericDocValues(Layout.RESOURCE);
            int here = document - leaf.docBase;
            long resource = number(resources, here);
            int first = here;
            // Values are read forwards only.
            while (first > 0 && number(leaf.reader().getNumericDocValues(Layout.RESOURCE), first - 1) == resource) {
                first--;
            }
            var labels = new TreeMap<String, Hit.Marked>();
            for (int i = first; i < leaf.reader().maxDoc() && number(resources, i) == resource; i++) {
                var other = fields.document(leaf.docBase + i);
                if (other.getField(Layout.IS_LABEL) != null) {
                    labels.putIfAbsent(other.get(Layout.LANGUAGE), marked(other.get(Layout.TEXT)));
                }
            }
            return labels;
        }

        /** Most names are labels too. */
        private Hit.Marked marked(String text) {
            return marked.computeIfAbsent(text, t -> new Hit.Marked(t, marks.in(t)));
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    SearchKind kind(int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        var kinds = leaf.reader().getNumericDocValues(Layout.KIND);
        return SearchKind.values()[(int) number(kinds, document - leaf.docBase)];
    }

    private static long number(NumericDocValues values, int document) throws IOException {
        values.advanceExact(document);
        return values.longValue();
    }

    @Override
    public void close() {
        try (directory) {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
