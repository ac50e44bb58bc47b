package org.banggiao.publish.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.graph.DatasetFile;
import org.junit.jupiter.api.Test;

/**
 * Sixty things that people type and what they mean by them, over the released data, with the rank at which that is found. With
 * {@code -Dbanggiao.update=true} the table in {@code src/docs/search.md} is written anew.
 */
class LookupsTest {
    private static final Path DATASET = Path.of("data/graph/dataset.nq");
    private static final Path DOCUMENT = Path.of("src/docs/search.md");
    private static final String BASE = "https://w3id.org/banggiao/id/";
    private static final String BEGIN = "<!-- look-ups -->\n";
    private static final String END = "<!-- end of look-ups -->";
    private static final int DEEP = 10;

    /** One look-up; rank 0: not among the first ten. */
    private record Lookup(String text, String how, String meant, int rank, Found.Fit fit) {}

    @Test
    void whatIsMeantIsFoundFirst() throws IOException {
        var lookups = lookups();
        assertThat(lookups).hasSize(60);
        var document = Files.readString(DOCUMENT);
        if (Boolean.getBoolean("banggiao.update")) {
            int begin = document.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(
                    DOCUMENT,
                    document.substring(0, begin) + table(lookups) + document.substring(document.indexOf(END)));
        }
        var missed = lookups.stream().filter(l -> l.rank != 1).toList();
        assertThat(lookups.stream().filter(l -> l.rank == 1))
                .as("found first; the others: %s", missed)
                .hasSizeGreaterThanOrEqualTo(54);
        assertThat(lookups.stream().filter(l -> l.rank >= 1 && l.rank <= 3))
                .as("among the first three; not first: %s", missed)
                .hasSizeGreaterThanOrEqualTo(58);
        // The ranks change with the data; the questions do not.
        assertThat(Files.readString(DOCUMENT))
                .contains(lookups.stream().map(l -> "| " + l.text + " |").toList());
    }

    private static List<Lookup> lookups() throws IOException {
        var lookups = new ArrayList<Lookup>();
        try (var released = released();
                var small = SearchIndexTest.index(resource("lookups.trig"), new TreeMap<>())) {
            for (var line : resource("lookups.tsv").lines().toList()) {
                if (!line.startsWith("#")) {
                    var cells = line.split("\t", -1);
                    var index = cells[2].startsWith("small/") ? small : released;
                    lookups.add(lookup(cells[0], cells[1], cells[2], index));
                }
            }
        }
        return lookups;
    }

    private static Lookup lookup(String text, String how, String meant, SearchIndex index) {
        var found = index.search(SearchRequest.of(text, DEEP));
        int rank = 0;
        for (int i = found.hits().size() - 1; i >= 0; i--) {
            rank = isMeant(found.hits().get(i), meant) ? i + 1 : rank;
        }
        return new Lookup(text, how, meant, rank, found.fit());
    }

    private static boolean isMeant(Hit hit, String meant) {
        return meant.startsWith("~")
                ? hit.kind() == SearchKind.INSTRUMENT && hit.name().text().contains(meant.substring(1))
                : hit.iri().equals(BASE + meant);
    }

    private static SearchIndex released() throws IOException {
        var quads = new ArrayList<Quad>();
        DatasetFile.read(DATASET).find().forEachRemaining(quads::add);
        return SearchIndexes.of(quads, new TreeMap<>());
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(LookupsTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(List<Lookup> lookups) {
        var text = new StringBuilder();
        text.append(String.format(
                "Found first: %d of %d; among the first three: %d.%n%n",
                lookups.stream().filter(l -> l.rank == 1).count(),
                lookups.size(),
                lookups.stream().filter(l -> l.rank >= 1 && l.rank <= 3).count()));
        text.append("| typed | how | meant | rank |\n| --- | --- | --- | --- |\n");
        for (var l : lookups) {
            boolean isDecomposed = !Normalizer.isNormalized(l.text, Normalizer.Form.NFC);
            text.append("| ")
                    .append(l.text)
                    .append(" | ")
                    .append(l.how)
                    .append(isDecomposed ? " (as typed here)" : "")
                    .append(" | ")
                    .append(l.meant.startsWith("~") ? "an agreement with these words" : "`" + l.meant + "`")
                    .append(" | ")
                    .append(l.rank == 0 ? "–" : l.rank)
                    .append(l.fit == Found.Fit.AS_ASKED ? "" : ", by likeness")
                    .append(" |\n");
        }
        return text.toString();
    }
}
