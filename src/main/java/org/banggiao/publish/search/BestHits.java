package org.banggiao.publish.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts the resources that match, by kind, and keeps the best of them, each with the name that fits best. */
final class BestHits extends SimpleCollector {
    /** A step of the score is worth more than any rank. */
    private static final double STEP = 4096;

    private static final int LONGEST_NAME = 30;
    /** What each word of a name costs it: of names that fit alike, the one with less beside what was asked comes first. */
    private static final int COST_OF_WORD = 8;

    /**
     * A name that matches.
     *
     * @param document its number in the index
     * @param value how well it fits
     */
    record Best(int document, double value) {
        static final Comparator<Best> ORDER =
                Comparator.comparingDouble((Best b) -> -b.value).thenComparingInt(Best::document);
    }

    private final int most;
    private final Optional<SearchKind> wanted;
    private final Map<SearchKind, Long> counts = new EnumMap<>(SearchKind.class);
    private final PriorityQueue<Best> best = new PriorityQueue<>(Best.ORDER.reversed());

    private int base;
    private NumericDocValues kinds = DocValues.emptyNumeric();
    private NumericDocValues ranks = DocValues.emptyNumeric();
    private NumericDocValues resources = DocValues.emptyNumeric();
    private NumericDocValues lengths = DocValues.emptyNumeric();
    private Scorable scorer = new Nothing();

    private long resource = -1;
    private SearchKind kind = SearchKind.OTHER;
    private Best current = new Best(0, 0);

    BestHits(int most, Optional<SearchKind> wanted) {
        this.most = most;
        this.wanted = wanted;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        flush();
        base = context.docBase;
        kinds = context.reader().getNumericDocValues(Layout.KIND);
        ranks = context.reader().getNumericDocValues(Layout.RANK);
        resources = context.reader().getNumericDocValues(Layout.RESOURCE);
        lengths = context.reader().getNumericDocValues(Layout.LENGTH);
    }

    @Override
    public void setScorer(Scorable scorer) {
        this.scorer = scorer;
    }

    @Override
    public void collect(int document) throws IOException {
        long here = value(resources, document);
        double fit = scorer.score() * STEP
                + value(ranks, document)
                - COST_OF_WORD * Math.min(LONGEST_NAME, value(lengths, document));
        // The names of a resource stand beside each other.
        if (here != resource) {
            flush();
            resource = here;
            kind = SearchKind.values()[(int) value(kinds, document)];
            current = new Best(base + document, fit);
        } else if (fit > current.value()) {
            current = new Best(base + document, fit);
        }
    }

    private static long value(NumericDocValues values, int document) throws IOException {
        values.advanceExact(document);
        return values.longValue();
    }

    private void flush() {
        if (resource < 0) {
            return;
        }
        resource = -1;
        counts.merge(kind, 1L, Long::sum);
        if (wanted.isEmpty() || wanted.get() == kind) {
            best.add(current);
            if (best.size() > most) {
                best.remove();
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    Map<SearchKind, Long> counts() {
        flush();
        return counts;
    }

    /** The best, from one place on. */
    List<Best> best(int from) {
        flush();
        var sorted = new ArrayList<>(best);
        sorted.sort(Best.ORDER);
        return sorted.subList(Math.min(from, sorted.size()), sorted.size());
    }

    /** What is asked for a score before there is a document. */
    private static final class Nothing extends Scorable {
        @Override
        public float score() {
            return 0;
        }

        @Override
        public int docID() {
            return -1;
        }
    }
}
