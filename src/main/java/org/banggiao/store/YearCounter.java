package org.banggiao.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.graph.Vocabulary;

/** Counts the instances of each class by their {@code bg:year}, from triples in any order, each given once. */
final class YearCounter {
    private static final Node TYPE = RDF.type.asNode();
    private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,8}");

    // By the hash of a subject.
    private final Map<Long, List<String>> classes = new HashMap<>();
    private final Map<Long, List<Integer>> years = new HashMap<>();
    private boolean exact = true;

    void add(long subject, Node property, Node value) {
        if (property.equals(TYPE) && value.isURI()) {
            classes.computeIfAbsent(subject, s -> new ArrayList<>(2)).add(value.getURI());
        } else if (property.equals(Vocabulary.YEAR)) {
            boolean number = value.isLiteral()
                    && XSDDatatype.XSDinteger.equals(value.getLiteralDatatype())
                    && isNumber(value.getLiteralLexicalForm());
            exact &= number;
            if (number) {
                years.computeIfAbsent(subject, s -> new ArrayList<>(1))
                        .add(Integer.parseInt(value.getLiteralLexicalForm()));
            }
        }
    }

    /** Whether the form of an integer is one that is counted. */
    static boolean isNumber(String form) {
        return NUMBER.matcher(form).matches();
    }

    /** By class, {@link Statistics#ANY_CLASS} for all; empty where a year is no plain number. */
    SortedMap<String, SortedMap<Integer, Long>> counts() {
        var counts = new TreeMap<String, SortedMap<Integer, Long>>();
        if (!exact) {
            return counts;
        }
        years.forEach((subject, all) -> all.forEach(year -> {
            count(counts, Statistics.ANY_CLASS, year);
            classes.getOrDefault(subject, Collections.emptyList()).forEach(name -> count(counts, name, year));
        }));
        return counts;
    }

    private static void count(Map<String, SortedMap<Integer, Long>> counts, String name, int year) {
        counts.computeIfAbsent(name, n -> new TreeMap<>()).merge(year, 1L, Long::sum);
    }
}
