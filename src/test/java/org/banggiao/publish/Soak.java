package org.banggiao.publish;

import static org.banggiao.publish.TestService.encode;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.store.MemoryStore;

/**
 * Eight clients at once for a while on this machine: example queries, faults of syntax, what is too large, slow and hungry
 * queries, and clients that hang up. Says what each kind got, how long it took, and how much of the heap stays taken.
 */
public final class Soak {
    private static final int CLIENTS = 8;
    private static final List<String> FORMATS = List.of(
            "application/sparql-results+json",
            "application/sparql-results+xml",
            "text/csv",
            "text/tab-separated-values");
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    private static final String LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }";
    private static final String HUNGRY = "SELECT DISTINCT ?a ?c ?d ?f { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?a";
    private static final String BACKTRACKING = "SELECT * { ?s ?p ?o BIND(CONCAT(\"" + "a".repeat(80)
            + "\", STR(?o)) AS ?x) FILTER(REGEX(?x, \"^(a+)+\\\\1#$\")) }";

    /** With these, the service answers as one without limits would. */
    private static final Map<String, String> OFF = Map.ofEntries(
            Map.entry("banggiao.limits.query-time", "1h"),
            Map.entry("banggiao.limits.query-length", "100000000"),
            Map.entry("banggiao.limits.body-size", "100000000"),
            Map.entry("banggiao.limits.result-rows", "1000000000000"),
            Map.entry("banggiao.limits.result-size", "1000000000000"),
            Map.entry("banggiao.limits.at-once", "10000"),
            Map.entry("banggiao.limits.at-once-per-client", "10000"),
            Map.entry("banggiao.limits.memory-share", "1"),
            Map.entry("banggiao.limits.cache-size", "0"),
            Map.entry("banggiao.proxies", "127.0.0.1"));

    private static final Map<String, String> ON =
            Map.of("banggiao.limits.query-time", "5s", "banggiao.proxies", "127.0.0.1");

    private final List<ExampleQuery> examples = ExampleFolder.read(Path.of("sparql-examples"));
    private final Map<String, List<Long>> micros = new TreeMap<>();
    private final Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
    private final List<Long> heapMib = new ArrayList<>();
    private final int port;
    private final long end;

    private Soak(int port, Duration time) {
        this.port = port;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** What came of it: how each kind of request ended, and what could not be. */
    public record Report(String text, int faults) {}

    /** Seconds; then {@code off} to have no limits. */
    public static void main(String[] arguments) throws Exception {
        boolean off = arguments.length > 1 && arguments[1].equals("off");
        System.out.println(
                run(Duration.ofSeconds(Long.parseLong(arguments[0])), off).text());
    }

    /** Runs it over the released graph. */
    public static Report run(Duration time, boolean withoutLimits) throws Exception {
        var dataset = DatasetGraphFactory.create();
        RDFParser.source(Path.of("data/graph/dataset.nq")).parse(dataset);
        try (var service = TestService.of(MemoryStore.copyOf(dataset), withoutLimits ? OFF : ON)) {
            var soak = new Soak(service.port(), time);
            soak.all();
            return soak.report();
        }
    }

    private void all() throws Exception {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Future<?>>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                clients.add(threads.submit((Callable<Void>) () -> {
                    client(number);
                    return null;
                }));
            }
            while (System.nanoTime() < end) {
                Thread.sleep(Math.max(1, Math.min(20_000, (end - System.nanoTime()) / 1_000_000)));
                System.gc();
                var runtime = Runtime.getRuntime();
                heapMib.add((runtime.totalMemory() - runtime.freeMemory()) >> 20);
            }
            for (var client : clients) {
                client.get();
            }
        }
    }

    private void client(int number) throws IOException, InterruptedException {
        var random = new Random(number);
        try (var http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            while (System.nanoTime() < end) {
                int dice = random.nextInt(100);
                if (dice < 55) {
                    get(
                            http,
                            number,
                            "example",
                            examples.get(random.nextInt(examples.size())).text(),
                            random);
                } else if (dice < 67) {
                    get(http, number, "syntax", "SELECT ?s WHERE { ?s ?p }", random);
                } else if (dice < 75) {
                    get(
                            http,
                            number,
                            "oversized",
                            "ASK { } # " + "x".repeat(20_000 + random.nextInt(5) * 100_000),
                            random);
                } else if (dice < 80) {
                    get(http, number, "large", LARGE, random);
                } else if (dice < 84) {
                    get(http, number, "slow", ENDLESS, random);
                } else if (dice < 88) {
                    get(http, number, "hungry", HUNGRY, random);
                } else if (dice < 91) {
                    get(http, number, "backtracking", BACKTRACKING, random);
                } else {
                    hangUp(number, random);
                }
            }
        }
    }

    private void get(HttpClient http, int client, String kind, String query, Random random)
            throws InterruptedException {
        var accept = query.contains("CONSTRUCT") || query.contains("DESCRIBE")
                ? "text/turtle"
                : FORMATS.get(random.nextInt(FORMATS.size()));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sparql"))
                .timeout(Duration.ofSeconds(30))
                .headers(
                        "Accept",
                        accept,
                        "X-Forwarded-For",
                        "192.0.2." + client,
                        "Content-Type",
                        "application/sparql-query")
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
        long start = System.nanoTime();
        String outcome;
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            outcome = String.valueOf(response.statusCode());
            try (InputStream body = response.body()) {
                // A client of large answers loses patience at some time, whatever the service does.
                long patience = start + Duration.ofSeconds(30).toNanos();
                byte[] buffer = new byte[1 << 16];
                while (body.read(buffer) >= 0) {
                    if (System.nanoTime() > patience) {
                        outcome = "given up by the client";
                        break;
                    }
                }
            } catch (IOException cut) {
                outcome += " cut";
            }
        } catch (HttpTimeoutException e) {
            outcome = "given up by the client";
        } catch (IOException e) {
            outcome = "no answer: " + e.getMessage();
        }
        note(kind, outcome, (System.nanoTime() - start) / 1000);
    }

    private void hangUp(int client, Random random) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (var socket = new Socket("127.0.0.1", port)) {
            var query = random.nextBoolean() ? ENDLESS : LARGE;
            socket.getOutputStream()
                    .write(("GET /sparql?query=" + encode(query)
                                    + " HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 198.51.100." + client + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(random.nextInt(500));
        }
        note("hangs up", "", (System.nanoTime() - start) / 1000);
    }

    private synchronized void note(String kind, String outcome, long time) {
        micros.computeIfAbsent(kind, k -> new ArrayList<>()).add(time);
        outcomes.computeIfAbsent(kind, k -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
    }

    private synchronized Report report() {
        var text = new StringBuilder(
                "| kind | requests | p50 ms | p99 ms | how they ended |\n| --- | --- | --- | --- | --- |\n");
        var faults = new HashMap<String, Integer>();
        micros.forEach((kind, times) -> {
            var sorted = times.stream().sorted().toList();
            text.append("| " + kind + " | " + sorted.size() + " | " + at(sorted, 0.5) + " | " + at(sorted, 0.99) + " | "
                    + outcomes.get(kind) + " |\n");
            outcomes.get(kind).forEach((outcome, number) -> {
                if (outcome.startsWith("500") || outcome.startsWith("no answer") || outcome.startsWith("given up")) {
                    faults.merge(kind + " " + outcome, number, Integer::sum);
                }
            });
        });
        text.append("\nHeap in use after a collection, MiB, every 20 s: ")
                .append(heapMib)
                .append('\n');
        text.append("Faults of the service: ").append(faults).append('\n');
        return new Report(
                text.toString(), faults.values().stream().mapToInt(n -> n).sum());
    }

    private static String at(List<Long> sorted, double share) {
        return String.format(
                java.util.Locale.ROOT,
                "%.1f",
                sorted.get((int) Math.min(sorted.size() - 1L, Math.floor(share * sorted.size()))) / 1000.0);
    }
}
