package org.banggiao.publish.search;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Takes the first resources that match, which are those named most, and stops. */
final class FirstHits extends SimpleCollector {
    private final int most;
    private final Set<Long> seen;
    private final IntSink found;
    private int base;
    private NumericDocValues resources = DocValues.emptyNumeric();

    /** Takes the number of a document. */
    interface IntSink {
        void add(int document);
    }

    /**
     * A collector.
     *
     * @param most resources that are wanted, with those that were seen before
     * @param seen resources that are not wanted again; what is found is added
     */
    FirstHits(int most, Set<Long> seen, IntSink found) {
        this.most = most;
        this.seen = seen;
        this.found = found;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        base = context.docBase;
        resources = context.reader().getNumericDocValues(Layout.RESOURCE);
    }

    @Override
    public void collect(int document) throws IOException {
        if (seen.size() >= most) {
            throw new CollectionTerminatedException();
        }
        resources.advanceExact(document);
        if (seen.add(resources.longValue())) {
            found.add(base + document);
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
