package org.banggiao.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * A Virtuoso of Debian's package {@code virtuoso-opensource} on free ports of loopback, with an empty database in a folder. Beside the
 * graphs of the data it gets one with all of their triples: its own default graph counts a triple twice that stands in two graphs.
 */
public final class Virtuoso implements AutoCloseable {
    /** The graph with all triples. */
    public static final String UNION = "urn:x-banggiao:union";

    private static final Path SERVER = Path.of("/usr/bin/virtuoso-t");
    private static final Path CLIENT = Path.of("/usr/bin/isql-vt");

    private final Process server;
    private final int port;
    private final int sqlPort;

    private Virtuoso(Process server, int port, int sqlPort) {
        this.server = server;
        this.port = port;
        this.sqlPort = sqlPort;
    }

    /** Whether the package is installed. */
    public static boolean isInstalled() {
        return Files.isExecutable(SERVER) && Files.isExecutable(CLIENT);
    }

    /** Starts it; ready when this returns. */
    public static Virtuoso start(Path folder) throws IOException {
        int port = free();
        int sqlPort = free();
        var settings = Files.writeString(folder.resolve("virtuoso.ini"), """
                [Database]
                DatabaseFile = %1$s/virtuoso.db
                ErrorLogFile = %1$s/virtuoso.log
                LockFile = %1$s/virtuoso.lck
                TransactionFile = %1$s/virtuoso.trx
                xa_persistent_file = %1$s/virtuoso.pxa
                TempStorage = TempDatabase
                [TempDatabase]
                DatabaseFile = %1$s/virtuoso-temp.db
                TransactionFile = %1$s/virtuoso-temp.trx
                [Parameters]
                ServerPort = 127.0.0.1:%2$d
                DisableUnixSocket = 1
                DirsAllowed = %1$s
                NumberOfBuffers = 20000
                MaxDirtyBuffers = 15000
                ThreadsPerQuery = 2
                [HTTPServer]
                ServerPort = 127.0.0.1:%3$d
                ServerRoot = %1$s
                ServerThreads = 10
                [SPARQL]
                ResultSetMaxRows = 10000000
                MaxQueryCostEstimationTime = 0
                MaxQueryExecutionTime = 600
                """.formatted(folder, sqlPort, port));
        var server = new ProcessBuilder(SERVER.toString(), "+foreground", "+configfile", settings.toString(), "+wait")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        var virtuoso = new Virtuoso(server, port, sqlPort);
        try {
            virtuoso.awaitPort();
        } catch (RuntimeException | IOException e) {
            virtuoso.close();
            throw e;
        }
        return virtuoso;
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitPort() throws IOException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (server.isAlive() && System.nanoTime() < end) {
            try (var web = new Socket(InetAddress.getLoopbackAddress(), port);
                    var sql = new Socket(InetAddress.getLoopbackAddress(), sqlPort)) {
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IOException("Virtuoso does not start");
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Puts quads into it, and all of their triples once into {@link #UNION}.
     *
     * @param lines N-Quads, each with one space before the name of its graph
     */
    public void load(Path folder, Collection<String> lines) throws IOException {
        var all = new TreeSet<>(lines);
        for (var line : lines) {
            all.add(line.substring(0, line.lastIndexOf(" <")) + " <" + UNION + "> .");
        }
        Files.write(folder.resolve("data.nq"), all);
        run(
                "delete from DB.DBA.load_list;",
                "ld_dir('" + folder + "', 'data.nq', 'urn:none');",
                "rdf_loader_run();",
                "checkpoint;");
    }

    private void run(String... statements) throws IOException {
        var script = Files.createTempFile("statements", ".sql");
        Files.write(script, List.of(statements));
        var client = new ProcessBuilder(CLIENT.toString(), "127.0.0.1:" + sqlPort, "dba", "dba", script.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(script);
        if (said.contains("*** Error")) {
            throw new UncheckedIOException(new IOException(said));
        }
    }

    /** How its data are asked: by the graph with all triples, leaving out the graphs of its own. */
    public RemoteSettings settings(List<String> graphs) {
        var usual = RemoteSettings.of(URI.create("http://127.0.0.1:" + port + "/sparql"));
        return new RemoteSettings(
                usual.address(),
                usual.credentials(),
                graphs,
                Optional.of(UNION),
                usual.version(),
                usual.look(),
                usual.connectTime(),
                usual.mostBytes(),
                usual.tellsTime(),
                usual.dialect(),
                usual.evaluatesHere());
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
