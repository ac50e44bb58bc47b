package org.banggiao.federated;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.banggiao.publish.TestService;

/** This service where it refuses, and others that are down, break off, or answer nonsense, in the place of this service. */
final class FailingMember implements AutoCloseable {
    /** The one that is found out only while rows are fetched. */
    static final String LATE = "more rows than this service gives (422)";

    private static final String RESULTS = "application/sparql-results+json";
    private static final String PROBLEM = "{\"type\":\"https://w3id.org/banggiao/problem/query-time\","
            + "\"title\":\"The query took too long\",\"status\":503}";

    private final HttpServer server;
    private final TestService small;
    private final Map<String, String> endpoints = new LinkedHashMap<>();

    private FailingMember(HttpServer server) {
        this.server = server;
        // Four rows are more than it gives.
        this.small = TestService.of(TestService.store("""
                        PREFIX bg: <https://w3id.org/banggiao/ontology#> PREFIX event: <https://w3id.org/banggiao/id/event/>
                        GRAPH <https://w3id.org/banggiao/graph/a> { event:fsq3n bg:date "1950", "1951", "1952", "1953" }
                        """), Map.of("banggiao.limits.result-rows", "2"));
    }

    /** Starts them. */
    static FailingMember start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var failing = new FailingMember(server);
            failing.endpoints.put(LATE, failing.small.url() + "/sparql");
            failing.add(
                    "time over at this service (503)", "/over", e -> send(e, 503, "application/problem+json", PROBLEM));
            failing.add("too many requests (429)", "/many", e -> send(e, 429, "application/problem+json", PROBLEM));
            failing.add("answers a page (200, HTML)", "/page", e -> send(e, 200, "text/html", "<html>Welcome</html>"));
            failing.add("calls a page results", "/liar", e -> send(e, 200, RESULTS, "<html>Welcome</html>"));
            failing.add("breaks off", "/cut", FailingMember::cut);
            server.start();
            failing.endpoints.put("is down", "http://127.0.0.1:" + closedPort() + "/sparql");
            return failing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where each of them is, by what it does. */
    Map<String, String> endpoints() {
        return endpoints;
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void add(String what, String path, Answer answer) {
        endpoints.put(what, "http://127.0.0.1:" + server.getAddress().getPort() + path);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                answer.to(exchange);
            }
        });
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Two rows of which the second is not whole; the length that was told is that of more. */
    private static void cut(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", RESULTS);
        exchange.sendResponseHeaders(200, 10_000);
        exchange.getResponseBody()
                .write(("{\"head\":{\"vars\":[\"thing\",\"date\"]},\"results\":{\"bindings\":[{\"date\":"
                                + "{\"type\":\"literal\",\"value\":\"1950\"}},{\"date\":{\"type\":\"lit")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        small.close();
    }
}
