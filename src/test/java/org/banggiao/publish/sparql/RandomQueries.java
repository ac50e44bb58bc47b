package org.banggiao.publish.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A graph and queries over it, made by chance from a seed: the same seed gives the same. */
final class RandomQueries {
    private static final int THINGS = 120;
    private static final int PROPERTIES = 6;

    private final Random random;

    RandomQueries(long seed) {
        this.random = new Random(seed);
    }

    /** N-Quads of three graphs: links between things, numbers, days, texts in two languages, and triples that two graphs share. */
    static String quads(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            var triple = "<http://example.org/t" + random.nextInt(THINGS) + "> <http://example.org/p"
                    + random.nextInt(PROPERTIES) + "> " + object(random) + " ";
            for (int copy = random.nextInt(5) == 0 ? 2 : 1; copy > 0; copy--) {
                text.append(triple)
                        .append("<http://example.org/g")
                        .append(random.nextInt(3))
                        .append("> .\n");
            }
        }
        return text.toString();
    }

    private static String object(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "\"" + random.nextInt(20) + "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
            case 1 -> "\"19" + (50 + random.nextInt(9)) + "-01-01\"^^<http://www.w3.org/2001/XMLSchema#date>";
            case 2 -> "\"chữ " + random.nextInt(9) + "\"@vi";
            case 3 -> "\"word " + random.nextInt(9) + "\"@en";
            default -> "<http://example.org/t" + random.nextInt(THINGS) + ">";
        };
    }

    /** Further queries without {@code LIMIT} and {@code OFFSET}, each of some hundreds or thousands of rows at most. */
    List<String> next(int number) {
        var queries = new ArrayList<String>();
        while (queries.size() < number) {
            queries.add("PREFIX : <http://example.org/> " + query());
        }
        return queries;
    }

    private String query() {
        var order = random.nextBoolean()
                ? " ORDER BY " + pick("?a", "?b", "DESC(?b)", "STR(?a)", "(COALESCE(LANG(?b), STR(?b)))")
                : "";
        return switch (random.nextInt(4)) {
            case 0 ->
                "SELECT ?a (COUNT(*) AS ?b) " + pick("", "(MIN(?c) AS ?d) ", "(SAMPLE(?b0) AS ?d) ") + "{ "
                        + pattern().replace("?b", "?b0") + " } GROUP BY ?a" + order;
            case 1 ->
                "SELECT DISTINCT " + pick("?a ?b", "?a", "?b ?c", "*") + " { " + pattern() + " }"
                        + (order.contains("?b") ? "" : order.replace("STR(?a)", "?a"));
            case 2 -> "SELECT " + pick("?a ?b ?c", "?b ?a", "*") + " { " + pattern() + " }" + order;
            default -> "SELECT * { " + pattern() + " }";
        };
    }

    private String pattern() {
        return switch (random.nextInt(9)) {
            case 0 -> "?a " + property() + " ?b ; " + property() + " ?c";
            case 1 -> "?a " + property() + " ?b OPTIONAL { ?b " + property() + " ?c }";
            case 2 -> "{ ?a " + property() + " ?b } UNION { ?b " + property() + " ?a . ?a " + property() + " ?c }";
            case 3 -> "?a " + property() + " ?b . ?b " + property() + " ?c MINUS { ?a " + property() + " 3 }";
            case 4 -> "?a " + property() + "/" + property() + " ?b";
            case 5 -> "?a (" + property() + "|^" + property() + ") ?b FILTER(ISIRI(?b)) OPTIONAL { ?b :p0 ?c }";
            case 6 -> "GRAPH ?g { ?a " + property() + " ?b } ?a " + property() + " ?c";
            case 7 -> "VALUES ?a { " + things() + "} ?a " + property() + "+ ?b";
            default -> "?a ?c ?b FILTER(ISLITERAL(?b))";
        };
    }

    private String things() {
        var text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append(":t").append(random.nextInt(THINGS)).append(' ');
        }
        return text.toString();
    }

    private String property() {
        return ":p" + random.nextInt(PROPERTIES);
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
