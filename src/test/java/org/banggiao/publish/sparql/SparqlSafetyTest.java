package org.banggiao.publish.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.banggiao.publish.TestService.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the endpoint refuses, and that it leaves the data and the network alone. Each test is a claim of THREAT_MODEL.md. */
class SparqlSafetyTest {
    private static TestService service;
    private ServerSocket listener;

    @BeforeAll
    static void start() {
        var trig = new StringBuilder("PREFIX : <http://example.org/> GRAPH :g {\n");
        for (int i = 0; i < 3000; i++) {
            trig.append(":s")
                    .append(i)
                    .append(" :p \"")
                    .append("long value ".repeat(5))
                    .append(i)
                    .append("\" .\n");
        }
        service = TestService.of(
                TestService.store(trig.append("}").toString()), Map.of("banggiao.limits.query-time", "1s"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void nobodyCalled() throws IOException {
        try (var open = listener) {
            open.setSoTimeout(100);
            assertThatThrownBy(open::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <THERE> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <THERE> { ?s ?p ?o } }",
                "SELECT * { { SELECT * { SERVICE <THERE> { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <THERE> { ?s ?p ?o } } }",
                "SELECT (EXISTS { SERVICE <THERE> { ?s ?p ?o } } AS ?x) { }",
                "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <THERE> { ?s ?p ?o } })",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <THERE> { ?s ?p ?o } })",
                "SELECT (SUM(IF(EXISTS { SERVICE <THERE> { ?s ?p ?o } }, 1, 2)) AS ?n) { ?s ?p ?o }",
                "SELECT ?x (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (EXISTS { SERVICE <THERE> { ?s ?p ?o } } AS ?x)",
                "SELECT * { ?s ?p ?o OPTIONAL { ?s ?p ?x FILTER NOT EXISTS { SERVICE <THERE> { ?s ?p ?o } } } }",
                "SELECT * { BIND(<THERE> AS ?there) SERVICE ?there { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o MINUS { SERVICE <THERE> { ?s ?p ?o } } }",
                "ASK { OPTIONAL { SERVICE <THERE> { ?s ?p ?o } } }",
                "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { SERVICE <THERE> { ?s ?p ?o } } }",
                "DESCRIBE ?s { SERVICE <THERE> { ?s ?p ?o } }"
            })
    void serviceIsRefusedWhereverItStands(String query) {
        var response = service.query(query.replace("THERE", there("/sparql")), "*/*");
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body())
                .isEqualTo("403 Not allowed in a query here\nSERVICE is not allowed: this endpoint asks no other one."
                        + " Call this endpoint by SERVICE from yours instead.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FROM <THERE>", "FROM NAMED <THERE>", "FROM <file:///etc/passwd>", "FROM <g>"})
    void graphsThatAreNotHereAreNotFetched(String from) {
        var response = service.query("SELECT * " + from.replace("THERE", there("/data.ttl")) + " { ?s ?p ?o }", "*/*");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("There is no graph <").contains("none is fetched");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default-graph-uri", "named-graph-uri"})
    void graphsOfTheProtocolThatAreNotHereAreNotFetched(String parameter) {
        var response = service.get("/sparql?" + parameter + "=" + encode(there("/data.ttl")) + "&query=ASK%20%7B%7D");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("none is fetched");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <urn:ex:s> <urn:ex:p> 1 }",
                "DELETE WHERE { ?s ?p ?o }",
                "INSERT { ?s ?p 2 } WHERE { ?s ?p ?o }",
                "LOAD <THERE>",
                "LOAD SILENT <file:///etc/passwd>",
                "CLEAR ALL",
                "DROP GRAPH <http://example.org/g>",
                "CREATE GRAPH <http://example.org/new>"
            })
    void updatesAreRefusedByEveryWay(String update) {
        String text = update.replace("THERE", there("/data.ttl"));
        refusedAsReadOnly(service.query(text, "*/*"), 400);
        refusedAsReadOnly(service.get("/sparql?update=" + encode(text)), 400);
        refusedAsReadOnly(post("application/x-www-form-urlencoded", "update=" + encode(text)), 400);
        refusedAsReadOnly(post("application/x-www-form-urlencoded", "query=" + encode(text)), 400);
        refusedAsReadOnly(post("application/sparql-query", text), 400);
        refusedAsReadOnly(post("application/sparql-update", text), 415);
        assertThat(count()).isEqualTo("n\r\n3000\r\n");
    }

    private static HttpResponse<String> post(String contentType, String body) {
        return service.send(
                service.request("/sparql", "Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    private static void refusedAsReadOnly(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body())
                .isEqualTo(status + " This endpoint only reads\nUpdates and writing to graphs are not offered here."
                        + " Send a query: SELECT, ASK, CONSTRUCT or DESCRIBE.\n");
    }

    @Test
    void graphsAreNotWritten() {
        for (String method : new String[] {"PUT", "DELETE", "PATCH"}) {
            for (String path :
                    new String[] {"/sparql", "/sparql?default", "/sparql?graph=http%3A%2F%2Fexample.org%2Fg"}) {
                var response = service.send(service.request(path, "Content-Type", "text/turtle")
                        .method(method, BodyPublishers.ofString("<urn:ex:s> <urn:ex:p> 1 .")));
                assertThat(response.statusCode()).as(method + " " + path).isEqualTo(405);
                assertThat(response.headers().allValues("Allow")).containsExactly("GET, HEAD, POST, OPTIONS");
                assertThat(response.body()).contains("only reads");
            }
        }
        assertThat(post("text/turtle", "<urn:ex:s> <urn:ex:p> 1 .").statusCode())
                .isEqualTo(415);
        assertThat(count()).isEqualTo("n\r\n3000\r\n");
    }

    private static String count() {
        return service.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv").body();
    }

    @Test
    void noJavaClassIsReachedByName() {
        var response = service.query("SELECT (<java:java.lang.Runtime>(1) AS ?x) { }", "text/csv");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("x\r\n\r\n");
    }

    @Test
    void aQueryThatTakesTooLongIs503() {
        long start = System.nanoTime();
        var response = service.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "*/*");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(8));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).startsWith("503 The query took too long\nA query may take 1 s here.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values"
            })
    void anAnswerThatFailsHalfWayIsNeverTakenForTheWhole(String accept) {
        // Nine million rows begin at once and cannot end within the second that a query has here.
        assertThatThrownBy(() -> service.query("SELECT * { ?a ?b ?c . ?d ?e ?f }", accept))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(count()).isEqualTo("n\r\n3000\r\n");
    }

    @Test
    void nothingFollowsAnAnswerThatFailedHalfWay() throws IOException {
        String query = encode("SELECT * { ?a ?b ?c . ?d ?e ?f }");
        try (var socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET /sparql?query=" + query + " HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = readAllThatComes(socket);
            String end = new String(answer, answer.length - 2000, 2000, StandardCharsets.UTF_8);
            assertThat(end)
                    .contains("http://example.org/")
                    // A status is followed by words; the numbers of the rows are not.
                    .doesNotContain("HTTP/1.1", "500 ", "Error", "took too long")
                    .doesNotEndWith("\r\n0\r\n\r\n");
        }
    }

    /** Until the connection ends, in order or by a reset. */
    private static byte[] readAllThatComes(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                all.write(buffer, 0, n);
            }
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return all.toByteArray();
    }

    private String there(String path) {
        return "http://127.0.0.1:" + listener.getLocalPort() + path;
    }
}
