package org.banggiao.federated;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** Stands before a member on loopback, hands everything on, and counts requests and the bytes of their answers. */
final class CountingProxy implements AutoCloseable {
    /** Headers of one connection (RFC 9110, section 7.6.1), and those that each side makes anew. */
    private static final Set<String> OWN = Set.of(
            "connection", "content-length", "host", "http2-settings", "keep-alive", "transfer-encoding", "upgrade");

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String target;
    private final ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();

    static {
        // Without this, each answer waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private CountingProxy(HttpServer server, String target) {
        this.server = server;
        this.target = target;
    }

    /** A request that was handed on: its method, path with parameters and body, and of its answer the status and bytes. */
    record Seen(String method, String path, String body, int status, int bytes) {}

    /**
     * Starts on a free port.
     *
     * @param target the address of the member's server, without a path
     */
    static CountingProxy before(String target) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var proxy = new CountingProxy(server, target);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", proxy::handOn);
            server.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where the endpoint is, seen through this. */
    String endpoint() {
        return "http://" + authority() + "/sparql";
    }

    /** What has been asked since the last call. */
    List<Seen> take() {
        var all = List.copyOf(seen);
        seen.clear();
        return all;
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().toString();
            var request = HttpRequest.newBuilder(URI.create(target + path))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            request.header("X-Forwarded-Host", authority());
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    path,
                    new String(body, java.nio.charset.StandardCharsets.UTF_8),
                    response.statusCode(),
                    response.body().length));
            response.headers().map().forEach((name, values) -> {
                if (!name.startsWith(":") && !OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean hasBody =
                    response.body().length > 0 && !exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(response.statusCode(), hasBody ? response.body().length : -1);
            if (hasBody) {
                exchange.getResponseBody().write(response.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
