package org.banggiao.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much there is of everything in a release, counted once when it was made.
 *
 * @param all over the union of all graphs, a triple that stands in two of them counted once
 * @param graphs by the IRI of each named graph
 * @param years over the union, by the IRI of a class, how many of its instances have each {@code bg:year}; {@link #ANY_CLASS} is for
 *     all things; empty where a year is no plain integer
 * @param classProperties over the union, by the IRI of a class, how many triples with each property start at its instances; empty in
 *     releases made before this was counted
 */
public record Statistics(
        Counts all,
        SortedMap<String, Counts> graphs,
        SortedMap<String, SortedMap<Integer, Long>> years,
        SortedMap<String, SortedMap<String, Long>> classProperties) {
    /** Stands for a class where things of any are meant. */
    public static final String ANY_CLASS = "";

    public Statistics {
        graphs = Collections.unmodifiableSortedMap(new TreeMap<>(graphs));
        years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
        classProperties = Collections.unmodifiableSortedMap(new TreeMap<>(classProperties));
    }

    /**
     * What is in a graph.
     *
     * @param size its triples, and the different subjects and objects of them
     * @param classes the number of instances of each class, by its IRI
     * @param properties the triples of each property, by its IRI
     * @param datatypes the number of literals of each datatype, by its IRI
     * @param languages the number of texts in each language, by its tag
     * @param links links to other hosts
     */
    public record Counts(
            Size size,
            SortedMap<String, Long> classes,
            SortedMap<String, Size> properties,
            SortedMap<String, Long> datatypes,
            SortedMap<String, Long> languages,
            SortedMap<String, Links> links) {
        public Counts {
            classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
            properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
            datatypes = Collections.unmodifiableSortedMap(new TreeMap<>(datatypes));
            languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
            links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
        }
    }

    /**
     * Triples, with the numbers of different nodes at their ends.
     *
     * @param triples how many
     * @param subjects different ones
     * @param objects different ones
     */
    public record Size(long triples, long subjects, long objects) {}

    /**
     * Triples with one property whose objects lie on one other host than their subjects.
     *
     * @param property its IRI
     * @param space what the IRIs of all the objects start with, up to a slash or hash
     * @param triples how many
     */
    public record Links(String property, String space, long triples) {}
}
