package org.banggiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.banggiao.app.Banggiao;

/** This service in a process of its own, over the large graph. */
final class Ours {
    private static final String HEAP = "-Xmx4g";

    private Ours() {}

    /** The file of the large graph in a folder, there when its release has been made. */
    static Path lines(Path folder) {
        return folder.resolve("large.nq");
    }

    /** The release of {@link LargeGraph}, which is made where it is not there. */
    static Path release(Path folder) throws IOException, InterruptedException {
        var file = lines(folder);
        var release = folder.resolve("release-" + LargeGraph.SEED + "-" + LargeGraph.THINGS);
        Files.createDirectories(folder);
        if (!Files.exists(release.resolve("current"))) {
            try (var out = Files.newBufferedWriter(file)) {
                System.out.println(LargeGraph.write(LargeGraph.SEED, LargeGraph.THINGS, out) + " quads written");
            }
            long start = System.nanoTime();
            var load = new ProcessBuilder(banggiao("load", file.toString(), "--release", release.toString()))
                    .inheritIO()
                    .start();
            if (load.waitFor() != 0) {
                throw new IllegalStateException("the graph was not loaded");
            }
            System.out.printf(Locale.ROOT, "loaded in %.1f s%n%n", (System.nanoTime() - start) / 1e9);
        }
        return release;
    }

    /** Java with the heap of all servers that run in it. */
    static List<String> java(String... arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A command of Banggiao, without the classes of tests. */
    static List<String> banggiao(String... arguments) {
        var separator = System.getProperty("path.separator");
        var classPath = Stream.of(System.getProperty("java.class.path").split(separator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .toList();
        var command = java(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(separator, classPath),
                Banggiao.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Serves a release on a free port, with these settings by environment variables. */
    static Server start(Path folder, Path release, String name, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = Server.freePort();
        return Server.start(
                name,
                banggiao("serve", "--release", release.toString(), "--port", String.valueOf(port)),
                environment,
                folder,
                port,
                "/sparql");
    }
}
