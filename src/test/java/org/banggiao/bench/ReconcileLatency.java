package org.banggiao.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.sys.JenaSystem;
import org.banggiao.graph.DatasetFile;
import org.banggiao.graph.Vocabulary;
import org.banggiao.text.Folding;

/**
 * How long reconciliation takes over the released data: names of all kinds of things, seeded, half of them without tones, one at a
 * time and in batches; one client after the other. {@code src/docs/reconciliation.md} has the command and what was measured.
 */
public final class ReconcileLatency {
    private static final int SEED = 22;
    private static final int NAMES = 400;
    /** The address of things, among whose names are titles of several lines. */
    private static final String THINGS = "https://w3id.org/banggiao/id/";

    private final Server server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ReconcileLatency(Server server) {
        this.server = server;
    }

    /** The argument is a folder to work in. */
    public static void main(String[] arguments) throws Exception {
        JenaSystem.init();
        var folder = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(folder);
        var release = folder.resolve("released-data");
        if (!Files.exists(release.resolve("current"))) {
            var load = Ours.banggiao("load", "data/graph/dataset.nq", "--release", release.toString());
            if (new ProcessBuilder(load).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("the released data were not loaded");
            }
        }
        var names = names();
        try (var server = Ours.start(folder, release, "reconciling", Map.of())) {
            var it = new ReconcileLatency(server);
            for (int size : new int[] {1, 10, 50}) {
                it.measure(names, size);
            }
        }
    }

    private static List<String> names() throws IOException {
        var labels = new TreeSet<String>();
        DatasetFile.read(Path.of("data/graph/dataset.nq")).find().forEachRemaining(quad -> {
            boolean isName = quad.getPredicate().equals(Vocabulary.LABEL)
                    && quad.getSubject().isURI()
                    && quad.getSubject().getURI().startsWith(THINGS);
            if (isName) {
                labels.add(quad.getObject().getLiteralLexicalForm());
            }
        });
        var all = List.copyOf(labels);
        var random = new Random(SEED);
        var names = new ArrayList<String>();
        for (int i = 0; i < NAMES; i++) {
            var name = all.get(random.nextInt(all.size()));
            names.add(i % 2 == 0 ? name : Folding.bare(name));
        }
        return names;
    }

    private void measure(List<String> names, int size) throws IOException, InterruptedException {
        // The first half warms up; each name is asked once.
        int half = names.size() / 2;
        for (int i = 0; i + size <= half; i += size) {
            ask(names.subList(i, i + size));
        }
        var times = new ArrayList<Long>();
        for (int i = half; i + size <= names.size(); i += size) {
            long start = System.nanoTime();
            ask(names.subList(i, i + size));
            times.add(System.nanoTime() - start);
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %.1f | %.1f | %.1f |%n",
                size,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) Math.min(sorted.length - 1L, sorted.length * 99L / 100)] / 1e6,
                Arrays.stream(sorted).average().orElseThrow() / 1e6 / size);
    }

    private void ask(List<String> names) throws IOException, InterruptedException {
        var queries = new JsonObject();
        for (int i = 0; i < names.size(); i++) {
            var query = new JsonObject();
            query.put("query", names.get(i));
            queries.put("q" + i, query);
        }
        var request = HttpRequest.newBuilder(server.at("/reconcile/0.2/vi"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "queries=" + URLEncoder.encode(queries.toString(), StandardCharsets.UTF_8)))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200 || !response.body().contains("\"q" + (names.size() - 1) + "\"")) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
    }
}
