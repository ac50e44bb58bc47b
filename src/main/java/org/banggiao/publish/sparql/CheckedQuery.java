package org.banggiao.publish.sparql;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryType;
import org.banggiao.publish.sparql.ResultFormat.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A query that may run here, in one request. Of a query that was asked before its facts are known without reading it again;
 * it is read where it runs.
 */
final class CheckedQuery {
    private final Facts facts;
    private final Supplier<Query> reading;
    private @Nullable Query query;

    private CheckedQuery(Facts facts, Supplier<Query> reading, @Nullable Query query) {
        this.facts = facts;
        this.reading = reading;
        this.query = query;
    }

    /**
     * What is known of a query without running it, under one release.
     *
     * @param text what it asks, the same for all spellings that the engine reads alike: comments, spaces and, where the
     *     result does not show them, prefixes are no part of it
     * @param type what it is for
     * @param isSame whether it gives the same each time
     * @param hints what may be wrong with it
     */
    record Facts(String text, QueryType type, boolean isSame, List<String> hints) {
        /** Calls of functions that give something else each time; that one may stand in a string does no harm. */
        private static final Pattern EACH_TIME_NEW =
                Pattern.compile("\\b(RAND|NOW|UUID|STRUUID)\\s*\\(", Pattern.CASE_INSENSITIVE);

        Facts {
            hints = List.copyOf(hints);
        }

        /**
         * The facts of a query.
         *
         * @param bare the query as the engine writes it, with whole IRIs
         */
        static Facts of(Query query, String bare, List<String> hints) {
            var text = new StringBuilder(bare);
            if (query.explicitlySetBaseURI()) {
                // Calls of IRI() are resolved when they run.
                text.append("\nBASE ").append(query.getBaseURI());
            }
            if (!query.isSelectType() && !query.isAskType()) {
                text.append('\n').append(new TreeMap<>(query.getPrefixMapping().getNsPrefixMap()));
            }
            return new Facts(
                    text.toString(),
                    query.queryType(),
                    !EACH_TIME_NEW.matcher(bare).find() && !isOfOthersToo(query, bare),
                    hints);
        }
    }

    private static boolean isOfOthersToo(Query query, String bare) {
        return bare.contains("SERVICE") && ServiceCalls.in(query);
    }

    /** A query that was asked before. */
    static CheckedQuery known(Facts facts, Supplier<Query> reading) {
        return new CheckedQuery(facts, reading, null);
    }

    /** A query that has been read just now. */
    static CheckedQuery read(Facts facts, Query query) {
        return new CheckedQuery(facts, () -> query, query);
    }

    Facts facts() {
        return facts;
    }

    /** Whether it gives rows, or a graph. */
    Kind kind() {
        return facts.type == QueryType.SELECT || facts.type == QueryType.ASK ? Kind.ROWS : Kind.GRAPH;
    }

    /** The query itself; not shared with other requests. */
    Query query() {
        var read = query;
        if (read == null) {
            read = reading.get();
            query = read;
        }
        return read;
    }
}
