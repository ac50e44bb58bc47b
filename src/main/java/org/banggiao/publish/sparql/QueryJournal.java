package org.banggiao.publish.sparql;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures queries by their kind and how they ended, and notes slow ones with their plan. */
final class QueryJournal {
    private static final Logger SLOW = LoggerFactory.getLogger("org.banggiao.slow");

    private final MeterRegistry meters;
    private final Duration slow;

    /**
     * A journal.
     *
     * @param slow from how long on a query is noted
     */
    QueryJournal(MeterRegistry meters, Duration slow) {
        this.meters = meters;
        this.slow = slow;
    }

    /** The part of one request that is measured. */
    final class Entry {
        private final String id;
        private final long start = System.nanoTime();
        private @Nullable CheckedQuery query;
        private String outcome = "ok";

        Entry(String id) {
            this.id = id;
        }

        /** What is asked, once that is known. */
        void asks(CheckedQuery asked) {
            query = asked;
        }

        /** How it ends: the kind of a problem, or {@code ok}, {@code cached}, {@code unchanged}, {@code broken}, {@code gone}. */
        void ends(String how) {
            outcome = how;
        }

        void close() {
            long nanos = System.nanoTime() - start;
            Timer.builder("banggiao.queries")
                    .description("Requests to the endpoint by kind of query and how they ended.")
                    .tag("kind", kind(query))
                    .tag("outcome", outcome)
                    .publishPercentiles(0.5, 0.99)
                    .register(meters)
                    .record(Duration.ofNanos(nanos));
            if (query != null && nanos > slow.toNanos()) {
                var asked = query.query();
                SLOW.warn("{} {} after {} ms\n{}\n{}", id, outcome, nanos / 1_000_000, asked, plan(asked));
            }
        }
    }

    Entry begin(String id) {
        return new Entry(id);
    }

    private static String kind(@Nullable CheckedQuery query) {
        return query == null ? "none" : query.facts().type().name().toLowerCase(Locale.ROOT);
    }

    /** The algebra of a query as the engine takes it. */
    static String plan(Query query) {
        try {
            return Algebra.optimize(Algebra.compile(query)).toString();
        } catch (RuntimeException | StackOverflowError e) {
            return "(no plan: " + e + ")";
        }
    }
}
