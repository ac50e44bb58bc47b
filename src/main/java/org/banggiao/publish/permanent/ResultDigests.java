package org.banggiao.publish.permanent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.banggiao.publish.sparql.BoundedAnswer;
import org.banggiao.publish.sparql.QueryRunner;
import org.banggiao.publish.sparql.QueryRunner.Read;
import org.banggiao.store.Store;

/** The canonical results of permanent queries and their digests; digests that are known are not computed again. */
public final class ResultDigests {
    /** Rows or triples up to which a result has a canonical text. */
    public static final int MOST_ROWS = 20_000;

    private static final int MOST_KNOWN = 10_000;

    private final QueryRunner runner;
    private final Map<Key, Optional<CanonicalResult.Digest>> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<CanonicalResult.Digest>> eldest) {
            return size() > MOST_KNOWN;
        }
    });

    private record Key(String query, String release) {}

    public ResultDigests(QueryRunner runner) {
        this.runner = runner;
    }

    /**
     * What a query gives now.
     *
     * @param answer up to {@link #MOST_ROWS} rows or triples
     * @param canonical its canonical text; empty where it has none
     */
    public record Result(BoundedAnswer answer, Optional<CanonicalResult> canonical) {}

    /**
     * Runs a query.
     *
     * @param client the address of who asks
     */
    public Result result(PermanentQuery query, Store store, String client) {
        return switch (runner.read(query.text(), store)) {
            case Read.Refused refused -> new Result(new BoundedAnswer.Refused(refused.problem()), Optional.empty());
            case Read.Sound sound -> {
                var reading = sound.reading();
                var answer = runner.run(query.text(), client, store, MOST_ROWS);
                var canonical = reading.isSame()
                        ? CanonicalResult.of(answer, reading.isOrdered())
                        : Optional.<CanonicalResult>empty();
                if (!(answer instanceof BoundedAnswer.Refused)) {
                    known.put(key(query, store), canonical.map(CanonicalResult::digest));
                }
                yield new Result(answer, canonical);
            }
        };
    }

    /** The digest of what a query gives; empty where it has none. Runs the query where it is not known. */
    public Optional<CanonicalResult.Digest> digest(PermanentQuery query, Store store, String client) {
        var digest = known.get(key(query, store));
        return digest != null
                ? digest
                : result(query, store, client).canonical().map(CanonicalResult::digest);
    }

    private static Key key(PermanentQuery query, Store store) {
        return new Key(query.id(), store.state());
    }
}
