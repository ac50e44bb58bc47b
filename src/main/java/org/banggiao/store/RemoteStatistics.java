package org.banggiao.store;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.graph.Vocabulary;
import org.banggiao.store.Statistics.Counts;
import org.banggiao.store.Statistics.Links;
import org.banggiao.store.Statistics.Size;

/**
 * How much there is of everything in a remote store, by queries that count: some over the union of its graphs, the same by graph. They take
 * as long as the store needs to go over its data a few times.
 */
final class RemoteStatistics {
    /** Of the union. */
    private static final String UNION = "";

    private static final String TYPE = "<" + RDF.type.getURI() + ">";
    private static final String YEAR = "<" + Vocabulary.YEAR.getURI() + ">";

    /** Scheme and host at the beginning of an IRI, as {@link StatisticsCounter} takes them. */
    private static final String ORIGIN = "\"^([A-Za-z][A-Za-z0-9+.-]*://[^/?#]*/?).*$\", \"$1\"";

    private final RemoteQueries queries;
    private final Map<String, Counting> scopes = new HashMap<>();

    private RemoteStatistics(RemoteQueries queries) {
        this.queries = queries;
    }

    /** Counts all of a store. */
    static Statistics count(RemoteQueries queries) {
        return new RemoteStatistics(queries).count();
    }

    private static final class Counting {
        private Size size = new Size(0, 0, 0);
        private final SortedMap<String, Long> classes = new TreeMap<>();
        private final SortedMap<String, Size> properties = new TreeMap<>();
        private final SortedMap<String, Long> datatypes = new TreeMap<>();
        private final SortedMap<String, Long> languages = new TreeMap<>();
        private final SortedMap<String, Links> links = new TreeMap<>();

        Counts counts() {
            return new Counts(size, classes, properties, datatypes, languages, links);
        }
    }

    private Statistics count() {
        count("", "{ ?s ?p ?o }", "?s ?p ?o");
        count("?g", "{ GRAPH ?g { ?s ?p ?o } }", "GRAPH ?g { ?s ?p ?o }");
        var all = scopes.getOrDefault(UNION, new Counting()).counts();
        var graphs = new TreeMap<String, Counts>();
        queries.dataset()
                .graphs()
                .forEach(graph -> graphs.put(
                        graph, scopes.getOrDefault(graph, new Counting()).counts()));
        return new Statistics(all, graphs, years(), classProperties());
    }

    private void count(String by, String where, String pattern) {
        String group = by.isEmpty() ? "" : " GROUP BY " + by;
        String sizes = "(COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?ns) (COUNT(DISTINCT ?o) AS ?no)";
        queries.rows("SELECT " + by + " " + sizes + " " + where + group, row -> scope(row).size = size(row));
        queries.rows(
                "SELECT " + by + " ?p " + sizes + " " + where + " GROUP BY " + by + " ?p",
                row -> scope(row).properties.put(row.text("p"), size(row)));
        queries.rows(
                "SELECT " + by + " ?c (COUNT(*) AS ?n) { "
                        + pattern.replace("?p", TYPE).replace("?o", "?c") + " } GROUP BY " + by + " ?c",
                row -> {
                    if (row.isIri("c")) {
                        scope(row).classes.put(row.text("c"), row.number("n"));
                    }
                });
        queries.rows(
                "SELECT " + by + " ?t (COUNT(*) AS ?n) { " + pattern
                        + " FILTER(isLiteral(?o)) BIND(DATATYPE(?o) AS ?t) } GROUP BY " + by + " ?t",
                row -> scope(row).datatypes.merge(row.text("t"), row.number("n"), Long::sum));
        queries.rows(
                "SELECT " + by + " ?t (COUNT(*) AS ?n) { " + pattern
                        + " FILTER(isLiteral(?o) && LANG(?o) != \"\") BIND(LANG(?o) AS ?t) } GROUP BY " + by + " ?t",
                row -> scope(row).languages.merge(row.text("t"), row.number("n"), Long::sum));
        queries.rows(
                "SELECT " + by + " ?p ?to (COUNT(*) AS ?n) (MIN(STR(?o)) AS ?first) (MAX(STR(?o)) AS ?last) { "
                        + pattern
                        + " FILTER(isIRI(?s) && isIRI(?o) && ?p != " + TYPE
                        + " && REGEX(STR(?o), \"^[A-Za-z][A-Za-z0-9+.-]*://\"))"
                        + " BIND(REPLACE(STR(?o), " + ORIGIN + ") AS ?to)"
                        + " FILTER(?to != REPLACE(STR(?s), " + ORIGIN + ")) } GROUP BY " + by + " ?p ?to",
                row -> scope(row)
                        .links
                        .put(
                                row.text("p") + " " + row.text("to"),
                                new Links(row.text("p"), space(row.text("first"), row.text("last")), row.number("n"))));
    }

    private Counting scope(RemoteQueries.Row row) {
        return scopes.computeIfAbsent(row.text("g"), g -> new Counting());
    }

    private static Size size(RemoteQueries.Row row) {
        return new Size(row.number("n"), row.number("ns"), row.number("no"));
    }

    /** What all that lies between two texts starts with, up to a slash or hash. */
    private static String space(String first, String last) {
        int same = 0;
        int length = Math.min(first.length(), last.length());
        while (same < length && first.charAt(same) == last.charAt(same)) {
            same++;
        }
        return first.substring(0, Math.max(first.lastIndexOf('/', same - 1), first.lastIndexOf('#', same - 1)) + 1);
    }

    private SortedMap<String, SortedMap<Integer, Long>> years() {
        var years = new TreeMap<String, SortedMap<Integer, Long>>();
        boolean[] isExact = {true};
        queries.rows(
                "SELECT ?y (COUNT(*) AS ?n) { ?s " + YEAR + " ?y } GROUP BY ?y",
                row -> isExact[0] &= add(years, Statistics.ANY_CLASS, row));
        if (!isExact[0]) {
            return new TreeMap<>();
        }
        queries.rows("SELECT ?c ?y (COUNT(*) AS ?n) { ?s " + YEAR + " ?y ; a ?c } GROUP BY ?c ?y", row -> {
            if (row.isIri("c")) {
                isExact[0] &= add(years, row.text("c"), row);
            }
        });
        return years;
    }

    private static boolean add(SortedMap<String, SortedMap<Integer, Long>> years, String type, RemoteQueries.Row row) {
        var text = row.text("y");
        if (!YearCounter.isNumber(text)) {
            return false;
        }
        years.computeIfAbsent(type, t -> new TreeMap<>()).merge(Integer.valueOf(text), row.number("n"), Long::sum);
        return true;
    }

    private SortedMap<String, SortedMap<String, Long>> classProperties() {
        var counts = new TreeMap<String, SortedMap<String, Long>>();
        queries.rows("SELECT ?c ?p (COUNT(*) AS ?n) { ?s a ?c ; ?p ?o } GROUP BY ?c ?p", row -> {
            if (row.isIri("c")) {
                counts.computeIfAbsent(row.text("c"), c -> new TreeMap<>()).put(row.text("p"), row.number("n"));
            }
        });
        return counts;
    }
}
