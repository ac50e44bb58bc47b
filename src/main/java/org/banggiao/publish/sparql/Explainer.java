package org.banggiao.publish.sparql;

import org.banggiao.publish.sparql.QueryRunner.Read;
import org.banggiao.store.Store;

/** Tells how a query is run and how long that takes, under the rules and limits of the endpoint. */
public final class Explainer {
    /** Rows or triples after which the clock is stopped. */
    private static final int MOST_ROWS = 20_000;

    private final QueryRunner runner;

    public Explainer(QueryRunner runner) {
        this.runner = runner;
    }

    /**
     * Runs a query and tells how.
     *
     * @param client the address of who asks
     */
    public Explanation explain(String text, String client, Store store) {
        return switch (runner.read(text, store)) {
            case Read.Refused refused -> new Explanation.Refused(refused.problem());
            case Read.Sound sound -> {
                var reading = sound.reading();
                long start = System.nanoTime();
                var answer = runner.run(text, client, store, MOST_ROWS);
                long milliseconds = (System.nanoTime() - start) / 1_000_000;
                yield switch (answer) {
                    case BoundedAnswer.Refused refused -> new Explanation.Refused(refused.problem());
                    case BoundedAnswer.Truth truth -> new Explanation.Made(reading.plan(), milliseconds, 1, false);
                    case BoundedAnswer.Rows rows ->
                        new Explanation.Made(
                                reading.plan(), milliseconds, rows.rows().size(), rows.isCut());
                    case BoundedAnswer.Triples triples ->
                        new Explanation.Made(
                                reading.plan(), milliseconds, triples.triples().size(), triples.isCut());
                };
            }
        };
    }
}
