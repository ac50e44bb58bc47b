package org.banggiao.publish.dump;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What changed between two releases. In a release it lies in two files of values between tabs: {@value #LIST} with a line for each
 * thing, and {@value #SUMMARY} with the numbers, so that a page need not read the list.
 *
 * @param before the id of the release before; empty where there was none
 * @param list what changed, by address
 * @param triples how many came and went, by the IRI of their graph
 */
public record Changes(Optional<String> before, List<Change> list, SortedMap<String, long[]> triples) {
    /** The file with what changed. */
    public static final String LIST = "changes.tsv";
    /** The file with how much changed. */
    public static final String SUMMARY = "summary.tsv";

    static final Changes NONE = new Changes(Optional.empty(), List.of(), new TreeMap<>());

    private static final String HEAD = "change\tkind\tid\tlabel_vi\tlabel_en\tinto";

    public Changes {
        list = List.copyOf(list);
        triples = Collections.unmodifiableSortedMap(new TreeMap<>(triples));
    }

    /** What became of a thing. */
    public enum What {
        ADDED,
        CHANGED,
        WITHDRAWN,
        /** Its claims are those of another thing now. */
        MERGED;

        /** The name in files. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What became of one thing.
     *
     * @param kind the name of its kind in addresses
     * @param iri its address
     * @param vietnamese what it is or was called; may be empty
     * @param english what it is or was called; may be empty
     * @param into the address of the thing that has its claims now; empty where there is none
     */
    public record Change(What what, String kind, String iri, String vietnamese, String english, String into) {}

    void write(Path folder) throws IOException {
        try (var out = Files.newBufferedWriter(folder.resolve(LIST))) {
            line(out, HEAD);
            for (var c : list) {
                line(out, String.join("\t", c.what.code(), c.kind, c.iri, flat(c.vietnamese), flat(c.english), c.into));
            }
        }
        try (var out = Files.newBufferedWriter(folder.resolve(SUMMARY))) {
            if (before.isPresent()) {
                line(out, "before\t" + before.get());
            }
            var counts = new TreeMap<String, Integer>();
            list.forEach(c -> counts.merge(c.kind + "\t" + c.what.code(), 1, Integer::sum));
            for (var count : counts.entrySet()) {
                line(out, "count\t" + count.getKey() + "\t" + count.getValue());
            }
            for (var graph : triples.entrySet()) {
                line(out, "triples\t" + graph.getKey() + "\t" + graph.getValue()[0] + "\t" + graph.getValue()[1]);
            }
        }
    }

    private static void line(BufferedWriter out, String line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private static String flat(String text) {
        return text.replaceAll("[\\t\\n\\r]+", " ");
    }

    /** The lines of a list, at most so many. */
    public static List<Change> first(Path list, int most) {
        var changes = new ArrayList<Change>();
        try (var lines = Files.lines(list)) {
            lines.skip(1).limit(most).forEach(line -> {
                var v = line.split("\t", -1);
                changes.add(new Change(What.valueOf(v[0].toUpperCase(Locale.ROOT)), v[1], v[2], v[3], v[4], v[5]));
            });
            return changes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How much changed.
     *
     * @param before the id of the release before; empty where there was none
     * @param counts of things, by kind and by what became of them
     * @param added triples that came
     * @param removed triples that went
     */
    public record Summary(Optional<String> before, Map<String, Map<What, Long>> counts, long added, long removed) {
        public Summary {
            counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        }

        /** How many of a kind became this. */
        public long count(String kind, What what) {
            return counts.getOrDefault(kind, Map.of()).getOrDefault(what, 0L);
        }
    }

    /** Reads how much changed. */
    public static Summary summary(Path file) {
        Optional<String> before = Optional.empty();
        var counts = new TreeMap<String, Map<What, Long>>();
        long added = 0;
        long removed = 0;
        try {
            for (var line : Files.readAllLines(file)) {
                var v = line.split("\t", -1);
                switch (v[0]) {
                    case "before" -> before = Optional.of(v[1]);
                    case "count" ->
                        counts.computeIfAbsent(v[1], k -> new TreeMap<>())
                                .put(What.valueOf(v[2].toUpperCase(Locale.ROOT)), Long.valueOf(v[3]));
                    case "triples" -> {
                        added += Long.parseLong(v[2]);
                        removed += Long.parseLong(v[3]);
                    }
                    default -> throw new IllegalArgumentException("not a line of a summary: " + line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Summary(before, counts, added, removed);
    }
}
