package org.banggiao.publish.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.banggiao.graph.DatasetFile;
import org.banggiao.publish.TestService;
import org.banggiao.store.MemoryStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Sixty records as archives write them and what they mean, asked over HTTP of the released data, with the rank at which that is
 * found. With {@code -Dbanggiao.update=true} the table in {@code src/docs/reconciliation.md} is written anew.
 */
class ReconcileLookupsTest {
    private static final Path DATASET = Path.of("data/graph/dataset.nq");
    private static final Path DOCUMENT = Path.of("src/docs/reconciliation.md");
    private static final String BASE = "https://w3id.org/banggiao/id/";
    private static final String BEGIN = "<!-- look-ups -->\n";
    private static final String END = "<!-- end of look-ups -->";

    /** One look-up; rank 0: not among the first ten. */
    private record Lookup(String text, String type, String conditions, String how, String meant) {}

    /** What came of one. */
    private record Outcome(Lookup lookup, int rank, double score, boolean isMatch, List<String> first) {
        @Override
        public String toString() {
            return "\n" + lookup + " → " + rank + " " + score + " " + first;
        }
    }

    @Test
    void whatIsMeantIsFoundFirst() throws IOException {
        var outcomes = outcomes();
        assertThat(outcomes).hasSize(60);
        var missed = outcomes.stream().filter(o -> o.rank != 1).toList();
        if (Boolean.getBoolean("banggiao.update")) {
            var document = Files.readString(DOCUMENT);
            int begin = document.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(
                    DOCUMENT,
                    document.substring(0, begin) + table(outcomes) + document.substring(document.indexOf(END)));
        }
        assertThat(outcomes.stream().filter(o -> o.rank == 1))
                .as("found first; the others: %s", missed)
                .hasSizeGreaterThanOrEqualTo(50);
        assertThat(outcomes.stream().filter(o -> o.rank >= 1 && o.rank <= 3))
                .as("among the first three; not first: %s", missed)
                .hasSizeGreaterThanOrEqualTo(57);
        assertThat(outcomes.stream().filter(o -> o.rank != 1 && o.isMatch))
                .as("what is called a match is what was meant")
                .isEmpty();
        // The ranks change with the data; the questions do not.
        assertThat(Files.readString(DOCUMENT))
                .contains(outcomes.stream()
                        .map(o -> "| " + o.lookup.text + " | " + o.lookup.type + " |")
                        .toList());
    }

    private static List<Outcome> outcomes() throws IOException {
        var outcomes = new ArrayList<Outcome>();
        try (var service = TestService.of(MemoryStore.copyOf(DatasetFile.read(DATASET)), Map.of())) {
            // The first request waits until the index of the release is made.
            service.send(
                    service.request("/reconcile/0.2/en/suggest/entity?prefix=a").timeout(Duration.ofMinutes(4)));
            for (var lookup : lookups()) {
                var answer = service.get("/reconcile/0.2/en?queries=" + TestService.encode(query(lookup)));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                outcomes.add(outcome(lookup, Json.read(answer.body(), "answer").at("/q/result")));
            }
        }
        return outcomes;
    }

    private static Outcome outcome(Lookup lookup, JsonNode candidates) {
        int rank = 0;
        var first = new ArrayList<String>();
        for (int i = 0; i < candidates.size(); i++) {
            var id = candidates.get(i).path("id").stringValue();
            rank = rank == 0 && id.equals(BASE + lookup.meant) ? i + 1 : rank;
            if (i < 4) {
                first.add(id.substring(BASE.length()) + " "
                        + candidates.get(i).path("score").doubleValue() + " "
                        + candidates.get(i).path("features"));
            }
        }
        var at = candidates.path(Math.max(0, rank - 1));
        boolean isMatch = candidates.path(0).path("match").asBoolean(false);
        return new Outcome(lookup, rank, at.path("score").asDouble(0), isMatch, first);
    }

    private static String query(Lookup lookup) {
        var query = Json.object();
        if (!lookup.text.isEmpty()) {
            query.put("query", lookup.text);
        }
        if (!lookup.type.isEmpty()) {
            query.put("type", lookup.type);
        }
        if (!lookup.conditions.isEmpty()) {
            var properties = query.putArray("properties");
            for (var condition : lookup.conditions.split(";", -1)) {
                var parts = condition.split("=", 2);
                properties.addObject().put("pid", parts[0]).put("v", parts[1]);
            }
        }
        var batch = Json.object();
        batch.set("q", query);
        return batch.toString();
    }

    private static List<Lookup> lookups() throws IOException {
        try (var in = Objects.requireNonNull(ReconcileLookupsTest.class.getResourceAsStream("lookups.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(c -> new Lookup(c[0], c[1], c[2], c[3], c[4]))
                    .toList();
        }
    }

    private static String table(List<Outcome> outcomes) {
        var text = new StringBuilder();
        text.append(String.format(
                "Found first: %d of %d; among the first three: %d. Called a match: %d, each of them rightly.%n%n",
                outcomes.stream().filter(o -> o.rank == 1).count(),
                outcomes.size(),
                outcomes.stream().filter(o -> o.rank >= 1 && o.rank <= 3).count(),
                outcomes.stream().filter(o -> o.isMatch).count()));
        text.append(
                "| name | type | conditions | how | meant | rank | score |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        for (var o : outcomes) {
            text.append(String.join(
                            " | ",
                            "| " + o.lookup.text,
                            o.lookup.type,
                            o.lookup.conditions.replace(";", "; "),
                            o.lookup.how,
                            "`" + o.lookup.meant + "`",
                            (o.rank == 0 ? "–" : String.valueOf(o.rank)) + (o.isMatch ? ", match" : ""),
                            String.valueOf(o.score)))
                    .append(" |\n");
        }
        return text.toString();
    }
}
