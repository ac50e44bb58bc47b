package org.banggiao.bench;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.DatabaseMgr;
import org.banggiao.publish.TestService;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.store.CurrentRelease;
import org.banggiao.store.Rdf4jStore;
import org.banggiao.store.RemoteSettings;
import org.banggiao.store.RemoteSource;
import org.banggiao.store.StoreSource;
import org.banggiao.store.Virtuoso;

/**
 * The same pages, documents and queries from the same release over each kind of store: whether they say the same, and how long they take.
 * All services run in this process, without kept answers; Virtuoso in one of its own. {@code src/docs/remote-store.md} has the command and
 * what was measured.
 */
public final class StoresSideBySide {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Map<String, String> NO_CACHE = Map.of(
            "banggiao.limits.cache-size",
            "0",
            "banggiao.limits.page-cache-size",
            "0",
            "banggiao.permanent-queries.enabled",
            "false",
            "banggiao.limits.query-time",
            "120s");

    private static final List<String> PATHS = List.of(
            "/id/event/b6hn9",
            "/id/event/b6hn9.ttl",
            "/id/instrument/b5z5q",
            "/id/aidflow/b2mjs.nt",
            "/id/country/afghanistan",
            "/id/person/abd-al-karim-qasim.ttl",
            "/id/source/drv-ussr-prc-1950-1954",
            "/browse/instrument",
            "/.well-known/void",
            "/search?q=hiep+dinh");

    private static final List<String> QUERIES = List.of(
            "visits-year-by-year",
            "agreements-by-year",
            "agreements-with-china",
            "acts-of-a-person",
            "who-visited-whom",
            "aid-by-decade",
            "aid-to-laos-year-by-year",
            "what-each-graph-holds",
            "where-sources-disagree",
            "laos-described");

    private final Path folder;
    private final Map<String, TestService> services = new LinkedHashMap<>();

    private StoresSideBySide(Path folder) {
        this.folder = folder;
    }

    /** The arguments are a folder to work in, N-Quads of the release, and perhaps the number of rounds. */
    public static void main(String[] arguments) throws Exception {
        JenaSystem.init();
        var folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 9;
        new StoresSideBySide(folder).run(Path.of(arguments[1]).toAbsolutePath(), rounds);
        // Threads of the servers may be left.
        System.exit(0);
    }

    private void run(Path quads, int rounds) throws Exception {
        var release = folder.resolve("release");
        if (!Files.exists(release.resolve("current"))) {
            new ProcessBuilder(Ours.banggiao("load", quads.toString(), "--release", release.toString()))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        serve("TDB2", () -> CurrentRelease.follow(release, NEVER));
        serve("RDF4J memory", () -> CurrentRelease.follow(release, NEVER, Rdf4jStore::inMemory));
        serve(
                "RDF4J LMDB",
                () -> CurrentRelease.follow(release, NEVER, store -> Rdf4jStore.lmdb(folder.resolve("lmdb"), store)));
        var data = DatabaseMgr.createDatasetGraph();
        data.executeWrite(() -> RDFParser.source(quads).parse(data));
        var fuseki = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/ds", data)
                .build()
                .start();
        var address = URI.create(fuseki.datasetURL("/ds") + "/sparql");
        serve(
                "Fuseki",
                () -> RemoteSource.follow(
                        RemoteSettings.of(address), Optional.of(CurrentRelease.follow(release, NEVER))));
        if (Virtuoso.isInstalled()) {
            var place = Files.createTempDirectory(folder, "virtuoso");
            var virtuoso = Virtuoso.start(place);
            Runtime.getRuntime().addShutdownHook(new Thread(virtuoso::close));
            try (var lines = Files.lines(quads)) {
                virtuoso.load(place, lines.toList());
            }
            serve(
                    "Virtuoso",
                    () -> RemoteSource.follow(
                            virtuoso.settings(List.of("https://w3id.org/banggiao/")),
                            Optional.of(CurrentRelease.follow(release, NEVER))));
        }
        table(rounds);
    }

    private void serve(String name, java.util.function.Supplier<StoreSource> source) {
        long start = System.nanoTime();
        try {
            services.put(name, TestService.of(source.get(), NO_CACHE));
            System.out.printf(Locale.ROOT, "%s: opened in %.1f s%n", name, (System.nanoTime() - start) / 1e9);
        } catch (RuntimeException e) {
            System.out.println(name + ": not served: " + e.getMessage());
        }
    }

    private static Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        PATHS.forEach(path -> asked.put(path, path));
        var examples = ExampleFolder.ofProgram();
        for (var name : QUERIES) {
            var query = examples.stream()
                    .filter(e -> e.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            boolean isGraph = query.query().isConstructType() || query.query().isDescribeType();
            asked.put(
                    name, "/sparql?format=" + (isGraph ? "nt" : "csv") + "&query=" + TestService.encode(query.text()));
        }
        return asked;
    }

    private void table(int rounds) {
        System.out.println("\n| asked | " + String.join(" | ", services.keySet()) + " |");
        System.out.println("| --- |" + " ---: |".repeat(services.size()));
        int[] different = {0};
        asked().forEach((name, path) -> {
            var cells = new ArrayList<String>();
            var expected = Optional.<List<String>>empty();
            for (var service : services.values()) {
                var times = new double[rounds];
                HttpResponse<String> answer = service.get(path);
                for (int i = 0; i < rounds; i++) {
                    long start = System.nanoTime();
                    answer = service.get(path);
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
                var lines = lines(answer, service);
                if (expected.isEmpty()) {
                    expected = Optional.of(lines);
                }
                boolean isSame = expected.get().equals(lines);
                different[0] += isSame ? 0 : 1;
                Arrays.sort(times);
                cells.add(String.format(Locale.ROOT, "%.1f", times[rounds / 2])
                        + (answer.statusCode() == 200 ? "" : " (" + answer.statusCode() + ")")
                        + (isSame ? "" : " ≠"));
                if (!isSame) {
                    tell(name, expected.get(), lines);
                }
            }
            System.out.println("| " + name + " | " + String.join(" | ", cells) + " |");
        });
        System.out.println("\n" + different[0] + " answers differ from those over TDB2.");
    }

    private static List<String> lines(HttpResponse<String> answer, TestService service) {
        return Stream.of(answer.body().replace(":" + service.port(), "").split("\\R"))
                .sorted()
                .toList();
    }

    private static void tell(String name, List<String> expected, List<String> got) {
        var missing = new ArrayList<>(expected);
        got.forEach(missing::remove);
        var more = new ArrayList<>(got);
        expected.forEach(more::remove);
        System.err.println(name + ": missing " + missing.size() + " "
                + missing.stream().limit(3).toList() + ", more " + more.size() + " "
                + more.stream().limit(3).toList());
    }
}
