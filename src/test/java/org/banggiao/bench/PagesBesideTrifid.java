package org.banggiao.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.apache.jena.sys.JenaSystem;

/**
 * Descriptions of events side by side with Trifid: each in a process of its own, over the same {@link LargeGraph}, which Trifid
 * holds in memory. Eight clients ask for random events (seeded, the same for both) one after the other, in turns of each server
 * and format.
 *
 * <p>{@code src/docs/page-speed.md} has the command and what was measured.
 */
public final class PagesBesideTrifid {
    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final Pattern EVENT =
            Pattern.compile("<" + Pattern.quote(LargeGraph.BASE) + "(id/event/[^>/#]+)> .*");

    private static final Map<String, String> FORMATS = Map.of("Turtle", "text/turtle", "HTML", "text/html");

    private final Path folder;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private PagesBesideTrifid(Path folder) {
        this.folder = folder;
    }

    /** The arguments are a folder to work in, where Trifid is installed, and perhaps the number of turns. */
    public static void main(String[] arguments) throws Exception {
        JenaSystem.init();
        new PagesBesideTrifid(Path.of(arguments[0]).toAbsolutePath())
                .run(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3);
    }

    /** What clients got in a turn: how long each answer took, in nanoseconds, in rising order, and bytes of all. */
    private record Turn(long[] nanos, long bytes, double seconds) {
        double perSecond() {
            return nanos.length / seconds;
        }

        double millis(double share) {
            return nanos[(int) Math.min(nanos.length - 1L, Math.round(nanos.length * share))] / 1e6;
        }
    }

    private void run(int turns) throws Exception {
        var release = Ours.release(folder);
        var events = events();
        System.out.printf(Locale.ROOT, "%,d events%n%n", events.size());
        try (var ours = Ours.start(folder, release, "banggiao", Map.of("BANGGIAO_LIMITS_ATONCEPERCLIENT", "8"));
                var trifid = trifid()) {
            var servers = List.of(trifid, ours);
            System.out.println(
                    "| format | server | requests/s | p50 ms | p99 ms | KB |\n| --- | --- | --: | --: | --: | --: |");
            for (var format : List.of("Turtle", "HTML")) {
                for (var server : servers) {
                    turn(server, format, events, 0, WARM_UP);
                }
                var ratios = new ArrayList<String>();
                for (int turn = 1; turn <= turns; turn++) {
                    var results = new ArrayList<Turn>();
                    for (var server : servers) {
                        var result = turn(server, format, events, turn, TURN);
                        results.add(result);
                        System.out.printf(
                                Locale.ROOT,
                                "| %s | %s | %.1f | %.1f | %.1f | %.1f |%n",
                                format,
                                server.name(),
                                result.perSecond(),
                                result.millis(0.5),
                                result.millis(0.99),
                                result.bytes / 1e3 / result.nanos.length);
                    }
                    ratios.add(String.format(
                            Locale.ROOT,
                            "%.1f",
                            results.get(1).perSecond() / results.get(0).perSecond()));
                }
                System.out.println("| " + format + " | ours / Trifid | " + String.join(", ", ratios) + " | | | |");
            }
        }
    }

    private Turn turn(Server server, String format, List<String> events, int seed, Duration length)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Future<List<long[]>>>();
            for (int i = 0; i < CLIENTS; i++) {
                var random = new Random(LargeGraph.SEED + 100L * seed + i);
                clients.add(threads.submit(() -> {
                    var answers = new ArrayList<long[]>();
                    while (System.nanoTime() - start < length.toNanos()) {
                        answers.add(ask(server, events.get(random.nextInt(events.size())), format));
                    }
                    return answers;
                }));
            }
            var answers = new ArrayList<long[]>();
            for (var one : clients) {
                answers.addAll(one.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] nanos = answers.stream().mapToLong(a -> a[0]).sorted().toArray();
            return new Turn(nanos, answers.stream().mapToLong(a -> a[1]).sum(), seconds);
        }
    }

    /** The nanoseconds and bytes of an answer, which must be what was asked for and name its event. */
    private long[] ask(Server server, String event, String format) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.at("/" + event))
                .header("Accept", FORMATS.get(format))
                .timeout(Duration.ofMinutes(1))
                .build();
        long start = System.nanoTime();
        var response = client.send(request, BodyHandlers.ofByteArray());
        long nanos = System.nanoTime() - start;
        var body = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        var key = event.substring(event.lastIndexOf('/') + 1);
        if (response.statusCode() != 200
                || !response.headers().firstValue("Content-Type").orElse("").startsWith(FORMATS.get(format))
                || !body.contains(key)) {
            throw new IllegalStateException(
                    server.name() + " answered " + response.statusCode() + " to " + request.uri() + "\n" + body);
        }
        return new long[] {nanos, response.body().length};
    }

    private List<String> events() throws IOException {
        var events = new HashSet<String>();
        try (var lines = Files.lines(Ours.lines(folder))) {
            lines.map(EVENT::matcher).filter(m -> m.matches()).forEach(m -> events.add(m.group(1)));
        }
        var sorted = events.toArray(String[]::new);
        Arrays.sort(sorted);
        return List.of(sorted);
    }

    private Server trifid() throws IOException, InterruptedException {
        int port = Server.freePort();
        var config = folder.resolve("trifid.yaml");
        try (var in = PagesBesideTrifid.class.getResourceAsStream("trifid.yaml")) {
            var text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            Files.writeString(
                    config,
                    text.replace("PORT", String.valueOf(port))
                            .replace("FILE", Ours.lines(folder).toString())
                            .replace("BASE", LargeGraph.BASE));
        }
        var command = List.of(
                "node",
                "--max-old-space-size=4096",
                folder.resolve("node_modules/trifid/server.js").toString(),
                "--config",
                config.toString());
        return Server.start("Trifid", command, Map.of("NODE_ENV", "production"), folder, port, "/query");
    }
}
