package org.banggiao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sys.JenaSystem;

/**
 * The endpoint side by side with Fuseki as it comes and with Fuseki whose output buffer is smaller: each in a process of its
 * own, over the same TDB2 database of {@link LargeGraph}. In each round every query is asked of each server once with a text
 * that is new, then once with the same text again, in an order that is drawn anew (seeded); the answers must be the same.
 *
 * <p>{@code src/docs/endpoint-speed.md} has the command and what was measured.
 */
public final class SideBySide {
    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration LOAD = Duration.ofSeconds(20);

    /** Numbers of texts: those of the rounds come first, then those of the warm-up. */
    private static final int FIRST_OF_WARM_UP = 1_000;

    private static final int MOST_OF_WARM_UP = 6_000;

    private final Path folder;
    private final Path fusekiJar;
    private final Random random = new Random(LargeGraph.SEED);

    private SideBySide(Path folder, Path fusekiJar) {
        this.folder = folder;
        this.fusekiJar = fusekiJar;
    }

    /** The arguments are a folder to work in, Fuseki's jar, and perhaps the number of rounds. */
    public static void main(String[] arguments) throws Exception {
        JenaSystem.init();
        var bench = new SideBySide(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath());
        bench.run(arguments.length > 2 ? Integer.parseInt(arguments[2]) : 41);
    }

    private void run(int rounds) throws Exception {
        var release = Ours.release(folder);
        // Room for the answers of all texts: a full cache prefers what was asked for more than once before.
        try (var ours = Ours.start(folder, release, "banggiao", Map.of("BANGGIAO_LIMITS_CACHESIZE", "1000000000"));
                var stock = fuseki(release, "fuseki", false);
                var small = fuseki(release, "fuseki 32 KiB", true)) {
            var servers = List.of(ours, stock, small);
            warmUp(servers);
            var first = new LinkedHashMap<BenchQuery, double[][]>();
            var again = new LinkedHashMap<BenchQuery, double[][]>();
            for (var query : BenchQuery.ALL) {
                first.put(query, new double[servers.size()][rounds]);
                again.put(query, new double[servers.size()][rounds]);
            }
            for (int round = 0; round < rounds; round++) {
                for (var query : shuffled(BenchQuery.ALL)) {
                    ask(query, round, servers, first.get(query));
                    ask(query, round, servers, again.get(query));
                }
            }
            System.out.println(table("For the first time", servers, first, false));
            System.out.println(table("Again", servers, again, true));
        }
        throughput(release);
    }

    private <T> List<T> shuffled(List<T> list) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private void ask(BenchQuery query, int round, List<Server> servers, double[][] millis) {
        var content = new ArrayList<List<String>>();
        for (var server : shuffled(servers)) {
            var answer = server.ask(query.text(round), query.accept());
            millis[servers.indexOf(server)][round] = answer.nanos() / 1e6;
            content.add(query.content(answer.bytes()));
        }
        if (content.getFirst().isEmpty() || content.stream().distinct().count() != 1) {
            throw new IllegalStateException(
                    "The answers are empty, or not the same: " + query.text(round) + "\n" + content);
        }
    }

    private static void warmUp(List<Server> servers) {
        for (var query : BenchQuery.ALL) {
            for (var server : servers) {
                long end = System.nanoTime() + WARM_UP.toNanos();
                for (int i = 0; i < MOST_OF_WARM_UP && System.nanoTime() < end; i++) {
                    server.ask(query.text(FIRST_OF_WARM_UP + i), query.accept());
                    server.ask(query.text(FIRST_OF_WARM_UP + i), query.accept());
                }
            }
        }
    }

    private static String table(
            String title, List<Server> servers, Map<BenchQuery, double[][]> millis, boolean isFactor) {
        var text = new StringBuilder(title + ", ms (median)\n\n| query |");
        for (var server : servers) {
            text.append(' ').append(server.name()).append(" |");
        }
        for (var peer : servers.subList(1, servers.size())) {
            text.append(isFactor ? " " + peer.name() + " / banggiao |" : " banggiao / " + peer.name() + " [95 %] |");
        }
        text.append("\n| --- |")
                .append(" ---: |".repeat(2 * servers.size() - 1))
                .append('\n');
        millis.forEach((query, times) -> {
            text.append("| ").append(query.name()).append(" |");
            for (var one : times) {
                double[] sorted = one.clone();
                Arrays.sort(sorted);
                text.append(String.format(Locale.ROOT, " %.2f |", PairedRatio.median(sorted)));
            }
            for (int peer = 1; peer < times.length; peer++) {
                var ratio = isFactor ? PairedRatio.of(times[peer], times[0]) : PairedRatio.of(times[0], times[peer]);
                text.append(' ').append(ratio).append(" |");
            }
            text.append('\n');
        });
        return text.toString();
    }

    /**
     * Eight clients that ask one thing after the other. Our answers are not kept here, since events would be asked for
     * twice, and one client may ask eight things at once.
     */
    private void throughput(Path release) throws Exception {
        var text = new StringBuilder(
                CLIENTS + " clients, answers per second\n\n| server | describe | mix |\n| --- | ---: | ---: |\n");
        List<Callable<Server>> starts = List.of(
                () -> Ours.start(
                        folder,
                        release,
                        "banggiao without cache",
                        Map.of("BANGGIAO_LIMITS_CACHESIZE", "0", "BANGGIAO_LIMITS_ATONCEPERCLIENT", "8")),
                () -> fuseki(release, "fuseki", false),
                () -> fuseki(release, "fuseki 32 KiB", true));
        for (var start : starts) {
            try (var server = start.call()) {
                var describe = BenchQuery.ALL.subList(0, 1);
                perSecond(server, describe);
                double describes = perSecond(server, describe);
                perSecond(server, BenchQuery.ALL);
                double mixed = perSecond(server, BenchQuery.ALL);
                text.append(String.format(Locale.ROOT, "| %s | %.0f | %.1f |%n", server.name(), describes, mixed));
            }
        }
        System.out.println(text);
    }

    private static double perSecond(Server server, List<BenchQuery> queries) throws Exception {
        var number = new AtomicInteger();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Future<Integer>>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> {
                    int answers = 0;
                    for (; System.nanoTime() - start < LOAD.toNanos(); answers++) {
                        int mine = number.getAndIncrement();
                        var query = queries.get(mine % queries.size());
                        server.ask(query.text(mine), query.accept());
                    }
                    return answers;
                }));
            }
            int answers = 0;
            for (var client : clients) {
                answers += client.get();
            }
            return answers / ((System.nanoTime() - start) / 1e9);
        }
    }

    private Server fuseki(Path release, String name, boolean isSmall) throws IOException, InterruptedException {
        int port = Server.freePort();
        var home = Files.createDirectories(folder.resolve(name.replace(' ', '-')));
        var current = Files.readString(release.resolve("current")).strip();
        var database = home.resolve(current);
        if (!Files.exists(database)) {
            copy(release.resolve(current).resolve("tdb2"), database);
        }
        var config = home.resolve("config.ttl");
        Files.writeString(config, resource("fuseki.ttl").replace("DATABASE", database.toString()));
        var command = Ours.java("-jar", fusekiJar.toString(), "--config", config.toString());
        if (isSmall) {
            var jetty = home.resolve("jetty.xml");
            Files.writeString(jetty, resource("jetty.xml").replace("PORT", String.valueOf(port)));
            command.add("--jetty-config=" + jetty);
        } else {
            command.addAll(List.of("--localhost", "--port", String.valueOf(port)));
        }
        return Server.start(name, command, Map.of(), home, port, "/peer/sparql");
    }

    private static String resource(String name) throws IOException {
        try (var in = SideBySide.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            paths.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
