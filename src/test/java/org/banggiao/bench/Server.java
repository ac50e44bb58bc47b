package org.banggiao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A SPARQL endpoint in a process of its own on this machine. */
final class Server implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final int TIMEOUT_MILLIS = 120_000;

    private final String name;
    private final Process process;
    private final String endpoint;

    private Server(String name, Process process, String endpoint) {
        this.name = name;
        this.process = process;
        this.endpoint = endpoint;
    }

    /** What a query gave, and how long it took from asking to the last byte. */
    record Answer(byte[] bytes, long nanos) {}

    /**
     * Starts a server and waits until it answers.
     *
     * @param command what starts it
     * @param environment variables beside those of this process
     * @param folder where it runs and leaves its log
     * @param path of its endpoint
     */
    static Server start(
            String name, List<String> command, Map<String, String> environment, Path folder, int port, String path)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name.replace(' ', '-') + ".log").toFile());
        builder.environment().putAll(environment);
        var server = new Server(name, builder.start(), "http://127.0.0.1:" + port + path);
        long deadline = System.nanoTime() + START.toNanos();
        while (!server.answers()) {
            if (!server.process.isAlive() || System.nanoTime() > deadline) {
                server.close();
                throw new IllegalStateException(name + " does not answer; see its log in " + folder);
            }
            Thread.sleep(100);
        }
        return server;
    }

    /** A port that is free now. */
    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try {
            ask("ASK {}", "application/sparql-results+json");
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    String name() {
        return name;
    }

    /** Asks by GET and reads the whole answer. */
    Answer ask(String query, String accept) {
        try {
            var uri = URI.create(endpoint + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
            long start = System.nanoTime();
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setRequestProperty("Accept", accept);
            try (var in = connection.getInputStream()) {
                var bytes = in.readAllBytes();
                return new Answer(bytes, System.nanoTime() - start);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + query, e);
        }
    }

    /** The address of a path of the same server. */
    URI at(String path) {
        return URI.create(endpoint).resolve(path);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
