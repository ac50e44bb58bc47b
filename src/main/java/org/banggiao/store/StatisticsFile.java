package org.banggiao.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.banggiao.store.Statistics.Counts;
import org.banggiao.store.Statistics.Links;
import org.banggiao.store.Statistics.Size;

/**
 * Statistics as lines of values between tabs: the graph ({@value #ALL} for their union), what is counted, its name, and
 * numbers.
 */
final class StatisticsFile {
    private static final String ALL = "*";

    private StatisticsFile() {}

    static void write(Statistics statistics, Path file) throws IOException {
        var lines = new ArrayList<String>();
        write(ALL, statistics.all(), lines);
        statistics.graphs().forEach((graph, counts) -> write(graph, counts, lines));
        statistics
                .years()
                .forEach((name, years) -> years.forEach(
                        (year, n) -> lines.add(String.join("\t", ALL, "year", name, n.toString(), year.toString()))));
        statistics
                .classProperties()
                .forEach((type, properties) -> properties.forEach((property, n) ->
                        lines.add(String.join("\t", ALL, "class-property", type, n.toString(), property))));
        Files.write(file, lines);
    }

    private static void write(String graph, Counts counts, List<String> lines) {
        lines.add(line(graph, "size", "", counts.size()));
        counts.classes().forEach((name, n) -> lines.add(String.join("\t", graph, "class", name, n.toString())));
        counts.properties().forEach((name, size) -> lines.add(line(graph, "property", name, size)));
        counts.datatypes().forEach((name, n) -> lines.add(String.join("\t", graph, "datatype", name, n.toString())));
        counts.languages().forEach((name, n) -> lines.add(String.join("\t", graph, "language", name, n.toString())));
        counts.links()
                .forEach((key, links) -> lines.add(String.join(
                        "\t", graph, "link", key, Long.toString(links.triples()), links.property(), links.space())));
    }

    private static String line(String graph, String what, String name, Size size) {
        return String.join(
                "\t",
                graph,
                what,
                name,
                Long.toString(size.triples()),
                Long.toString(size.subjects()),
                Long.toString(size.objects()));
    }

    static Statistics read(Path file) {
        var graphs = new TreeMap<String, Reading>();
        var years = new TreeMap<String, SortedMap<Integer, Long>>();
        var classProperties = new TreeMap<String, SortedMap<String, Long>>();
        try {
            for (var line : Files.readAllLines(file)) {
                var values = line.split("\t", -1);
                if (values[1].equals("year")) {
                    years.computeIfAbsent(values[2], name -> new TreeMap<>())
                            .put(Integer.valueOf(values[4]), Long.valueOf(values[3]));
                    continue;
                }
                if (values[1].equals("class-property")) {
                    classProperties
                            .computeIfAbsent(values[2], type -> new TreeMap<>())
                            .put(values[4], Long.valueOf(values[3]));
                    continue;
                }
                graphs.computeIfAbsent(values[0], g -> new Reading()).add(values);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var all = graphs.remove(ALL);
        var counts = new TreeMap<String, Counts>();
        graphs.forEach((graph, reading) -> counts.put(graph, reading.counts()));
        return new Statistics((all == null ? new Reading() : all).counts(), counts, years, classProperties);
    }

    /** The lines of one graph. */
    private static final class Reading {
        private Size size = new Size(0, 0, 0);
        private final TreeMap<String, Long> classes = new TreeMap<>();
        private final TreeMap<String, Size> properties = new TreeMap<>();
        private final TreeMap<String, Long> datatypes = new TreeMap<>();
        private final TreeMap<String, Long> languages = new TreeMap<>();
        private final TreeMap<String, Links> links = new TreeMap<>();

        void add(String[] values) {
            long n = Long.parseLong(values[3]);
            switch (values[1]) {
                case "size" -> size = size(n, values);
                case "class" -> classes.put(values[2], n);
                case "property" -> properties.put(values[2], size(n, values));
                case "datatype" -> datatypes.put(values[2], n);
                case "language" -> languages.put(values[2], n);
                case "link" -> links.put(values[2], new Links(values[4], values[5], n));
                default -> throw new IllegalArgumentException("statistics of what is not known here: " + values[1]);
            }
        }

        private static Size size(long triples, String[] values) {
            return new Size(triples, Long.parseLong(values[4]), Long.parseLong(values[5]));
        }

        Counts counts() {
            return new Counts(size, classes, properties, datatypes, languages, links);
        }
    }
}
