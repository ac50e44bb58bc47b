package org.banggiao.publish.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.banggiao.text.Syllable;

/**
 * How the index is laid out: a document for each name, those of a resource beside each other, the resources that are named most
 * first. So what comes first in the index comes first in answers, and a search may stop when it has enough.
 */
final class Layout {
    /** The folder in a release; another layout has another name. */
    static final String FOLDER = "search-3";

    static final String WORDS = "words";
    static final String PAIRS = "pairs";
    static final String SENTENCE = "sentence";
    static final String JOINED = "joined";
    static final String SOUND = "sound";
    static final String KIND = "kind";
    static final String RANK = "rank";
    static final String RESOURCE = "resource";
    static final String LENGTH = "length";
    static final String IRI = "iri";
    static final String TEXT = "text";
    static final String LANGUAGE = "language";
    static final String PROPERTY = "property";
    static final String IS_LABEL = "label";

    /** The most named first; of equals, in the order of their addresses. */
    static final Sort ORDER =
            new Sort(new SortField(RANK, SortField.Type.INT, true), new SortField(RESOURCE, SortField.Type.INT, false));

    private static final FieldType POSITIONS = new FieldType();

    private static final FieldType TERMS = new FieldType();

    static {
        TERMS.setTokenized(true);
        TERMS.setOmitNorms(true);
        TERMS.setIndexOptions(IndexOptions.DOCS);
        TERMS.freeze();
        POSITIONS.setTokenized(true);
        POSITIONS.setOmitNorms(true);
        POSITIONS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        POSITIONS.freeze();
    }

    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private Layout() {}

    /** A folder of the disk. Lucene would note how it reads files, and that it does not know the newest vector instructions. */
    static Directory directory(Path folder) throws IOException {
        LUCENE.setLevel(Level.SEVERE);
        return FSDirectory.open(folder);
    }

    /** An empty folder in memory. */
    static Directory inMemory() {
        LUCENE.setLevel(Level.SEVERE);
        return new ByteBuffersDirectory();
    }

    /** What makes a resource come before others that fit as well: its kind and how often it is named. */
    static int rank(SearchKind kind, long named) {
        return kind.weight() + (int) Math.round(40 * Math.log1p(named));
    }

    /** The document of a name of a resource. */
    static Document ofName(String iri, SearchKind kind, int resource, int rank, Named.Name name) {
        var words = Word.of(name.text());
        var document = document(iri, kind, resource, rank, name.text(), words);
        document.add(new Field(WORDS, WordTerms.of(words, true), POSITIONS));
        document.add(new Field(PAIRS, WordTerms.pairs(words), TERMS));
        document.add(new StringField(LANGUAGE, name.language(), Field.Store.YES));
        document.add(new StringField(PROPERTY, name.property().getURI(), Field.Store.YES));
        if (name.isLabel()) {
            document.add(new StoredField(IS_LABEL, 1));
        }
        joined(words).forEach(term -> document.add(new StringField(JOINED, term, Field.Store.NO)));
        sounds(words).forEach(term -> document.add(new StringField(SOUND, term, Field.Store.NO)));
        return document;
    }

    /** The document of a sentence of a source. */
    static Document ofPassage(String iri, int resource, String text) {
        var words = Word.of(text);
        var document = document(iri, SearchKind.PASSAGE, resource, 0, text, words);
        document.add(new Field(SENTENCE, WordTerms.of(words, false), POSITIONS));
        return document;
    }

    private static Document document(
            String iri, SearchKind kind, int resource, int rank, String text, List<Word> words) {
        var document = new Document();
        document.add(new StoredField(IRI, iri));
        document.add(new StoredField(TEXT, text));
        document.add(new StringField(KIND, kind.path(), Field.Store.NO));
        document.add(new NumericDocValuesField(KIND, kind.ordinal()));
        document.add(new NumericDocValuesField(RANK, rank));
        document.add(new NumericDocValuesField(RESOURCE, resource));
        document.add(new NumericDocValuesField(LENGTH, words.size()));
        return document;
    }

    private static Set<String> joined(List<Word> words) {
        var terms = new LinkedHashSet<String>();
        for (var run : Joined.inName(words)) {
            if (run.last() > run.first() || !Syllable.isLegal(run.exact())) {
                terms.add("=" + run.exact());
                terms.add(run.bare());
            }
        }
        var whole = Joined.whole(words);
        if (!whole.isEmpty()) {
            terms.add(WordTerms.BEGIN + whole);
        }
        return terms;
    }

    /** What sounds foreign: words that are no syllables of Vietnamese, and those that hyphens join. */
    private static Set<String> sounds(List<Word> words) {
        var terms = new LinkedHashSet<String>();
        for (var run : Joined.inName(words)) {
            boolean isLinked =
                    words.subList(run.first() + 1, run.last() + 1).stream().allMatch(Word::linked);
            if (isLinked && !Syllable.isLegal(run.exact())) {
                var sound = Sound.of(run.bare());
                if (!sound.isEmpty()) {
                    terms.add(sound);
                }
            }
        }
        return terms;
    }
}
