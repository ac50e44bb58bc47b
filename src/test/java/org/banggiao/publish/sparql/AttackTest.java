package org.banggiao.publish.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.banggiao.publish.TestService.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on the endpoint, each with what it gets. After each, nobody was called, and the service answers as before. */
class AttackTest {
    private static TestService service;
    private ServerSocket listener;

    @BeforeAll
    static void start() {
        service = TestService.of(
                TestService.store("PREFIX : <http://example.org/> GRAPH :g { :a :p :b . :b :p :c . :c :p :a }"),
                Map.of("banggiao.limits.query-time", "2s", "banggiao.limits.body-time", "2s"));
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
    void nothingHappened() throws IOException {
        try (var open = listener) {
            open.setSoTimeout(100);
            assertThatThrownBy(open::accept).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(service.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv")
                        .body())
                .isEqualTo("n\r\n3\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://localhost:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://2130706433:PORT/",
                "http://0x7f.1:PORT/",
                "http://user@127.0.0.1:PORT/",
                "http://169.254.169.254/latest/meta-data/",
                "file:///etc/passwd",
                "jar:file:/etc/passwd!/x",
                "ftp://127.0.0.1:PORT/"
            })
    void addressesOfOtherMachinesAreNotCalledHoweverTheyAreSpelled(String address) {
        var there = address.replace("PORT", String.valueOf(listener.getLocalPort()));
        for (var query : new String[] {
            "SELECT * { SERVICE <" + there + "> { ?s ?p ?o } }",
            "SELECT * { SERVICE SILENT <" + there + "> { ?s ?p ?o } }",
            "SELECT * FROM <" + there + "> { ?s ?p ?o }",
            "SELECT * FROM NAMED <" + there + "> { GRAPH ?g { ?s ?p ?o } }",
            "LOAD <" + there + ">"
        }) {
            assertThat(service.query(query, "text/csv").statusCode()).as(query).isBetween(400, 404);
        }
        for (var parameter : new String[] {"default-graph-uri", "named-graph-uri", "graph"}) {
            var response = service.get("/sparql?" + parameter + "=" + encode(there)
                    + (parameter.equals("graph") ? "" : "&query=ASK%20%7B%7D"));
            assertThat(response.statusCode()).as(parameter).isIn(400, 404);
        }
        assertThat(service.query("DESCRIBE <" + there + ">", "text/turtle").statusCode())
                .isEqualTo(200);
    }

    @Test
    void entitiesOfXmlAreNotRead() {
        var xml = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:" + listener.getLocalPort()
                + "/\">]><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">&e;</rdf:RDF>";
        for (var type : new String[] {"application/rdf+xml", "application/sparql-results+xml", "text/xml"}) {
            assertThat(service.send(service.request("/sparql", "Content-Type", type)
                                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(xml)))
                            .statusCode())
                    .isEqualTo(415);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sparql?query=ASK%20%7B%7D&format=csv%0D%0ASet-Cookie:%20a=b",
                "/sparql?query=SELECT%20%2A%20%7B%7D%0D%0ASet-Cookie:%20a=b",
                "/sparql?query=PREFIX%20bg:%20%3Chttps://w3id.org/banggiao/ontology%23%3E%20ASK%20%7B%20?s%20a%20bg:%E1%BA%A1%0D%0Abg:Set-Cookie%20%7D",
                "/problem/a%0D%0ASet-Cookie:%20a=b",
                "/id/country/a%0D%0ASet-Cookie:%20a=b"
            })
    void headersCannotBeInjected(String path) throws IOException {
        var answer =
                RawHttp.exchange(service.port(), "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        var head = answer.text().split("\r\n\r\n", 2)[0];
        assertThat(head.lines())
                .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("set-cookie"));
        assertThat(answer.status()).isBetween(200, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../../etc/passwd",
                "/..%2f..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%5c..%5cetc%5cpasswd",
                "/assets/..;/..;/etc/passwd",
                "/sparql/..;/metrics/../../etc/passwd",
                "/%c0%ae%c0%ae/etc/passwd",
                "/WEB-INF/web.xml",
                "/application.yaml",
                "/.well-known/../application.yaml",
                "/id/../../data/../current"
            })
    void pathsDoNotLeadOut(String path) throws IOException {
        var answer =
                RawHttp.exchange(service.port(), "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).as(path).isBetween(400, 404);
        assertThat(answer.text()).doesNotContain("root:", "base-iri", "at org.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?a (((((((((:p*)*)*)*)*)*)*)*)*) ?b }",
                "SELECT * { ?a ((:p|^:p)/(:p|^:p)/(:p|^:p)/(:p|^:p)/(:p|^:p)/(:p|^:p))* ?b }",
                "SELECT (COUNT(*) AS ?n) { ?a !:q+ ?b . ?b !:q+ ?c . ?c !:q+ ?d . ?d !:q+ ?e . ?e !:q+ ?f . ?f !:q+ ?g . ?g !:q+ ?h"
                        + " . ?h !:q+ ?i . ?i !:q+ ?j . ?j !:q+ ?k . ?k !:q+ ?l . ?l !:q+ ?m . ?m !:q+ ?n2 . ?n2 !:q+ ?o }",
                "SELECT * { ?s ?p ?o BIND(REPEAT AS ?x) FILTER(REGEX(?x, '^(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)z$')) }",
                "SELECT * { ?s ?p ?o BIND(REPEAT AS ?x) FILTER(REGEX(?x, '^(a+)+\\\\1z')) }",
                "SELECT (GROUP_CONCAT(?x) AS ?all) { ?s ?p ?o . ?s2 ?p2 ?o2 . ?s3 ?p3 ?o3 . ?s4 ?p4 ?o4 . ?s5 ?p5 ?o5 . ?s6 ?p6 ?o6"
                        + " . ?s7 ?p7 ?o7 . ?s8 ?p8 ?o8 . ?s9 ?p9 ?o9 . ?s10 ?p10 ?o10 . ?s11 ?p11 ?o11 BIND(STR(?s) AS ?x) }",
                "SELECT DISTINCT * { ?s ?p ?o . ?s2 ?p2 ?o2 . ?s3 ?p3 ?o3 . ?s4 ?p4 ?o4 . ?s5 ?p5 ?o5 . ?s6 ?p6 ?o6 . ?s7 ?p7 ?o7"
                        + " . ?s8 ?p8 ?o8 . ?s9 ?p9 ?o9 . ?s10 ?p10 ?o10 . ?s11 ?p11 ?o11 . ?s12 ?p12 ?o12 } ORDER BY ?s12 ?s"
            })
    void bombsEndInTime(String query) {
        long start = System.nanoTime();
        int status;
        try {
            status = service.query(
                            "PREFIX : <http://example.org/> " + query.replace("REPEAT", "'" + "a".repeat(80) + "!'"),
                            "text/csv")
                    .statusCode();
        } catch (java.io.UncheckedIOException cut) {
            status = 200;
        }
        assertThat(status).isIn(200, 422, 503);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aBodyOfAHundredMegabytesIsNotRead() throws IOException {
        for (var length : new String[] {"Content-Length: 100000000", "Transfer-Encoding: chunked"}) {
            try (var socket = new Socket("127.0.0.1", service.port())) {
                socket.setSoTimeout(20_000);
                var out = socket.getOutputStream();
                out.write(("POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n" + length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                long sent = send(out, length.startsWith("T"));
                assertThat(sent).as(length).isLessThan(50_000_000);
            }
        }
    }

    /** How many bytes could be sent before the connection ended. */
    private static long send(OutputStream out, boolean chunked) {
        byte[] block = " ".repeat(65536).getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try {
            for (int i = 0; i < 1600; i++) {
                if (chunked) {
                    out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.write(block);
                if (chunked) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                sent += block.length;
            }
        } catch (IOException e) {
            return sent;
        }
        return sent;
    }

    @Test
    void manySlowBodiesDoNotKeepOthersFromAsking() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 60; i++) {
                var socket = new Socket("127.0.0.1", service.port());
                socket.getOutputStream()
                        .write(("POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                                        + "Content-Length: 500\r\n\r\nA")
                                .getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertThat(service.get("/health").statusCode()).isEqualTo(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (service.query("ASK {}", "text/csv").statusCode() != 200) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    @Test
    void headersThatNeverEndAreCutOff() throws IOException {
        try (var socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write("GET /sparql HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100_000; i++) {
                            out.write(
                                    ("X-" + i + ": " + "y".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: 5\\r\\nTransfer-Encoding: chunked | a request that is read in two ways",
                "Content-Length: 5\\r\\nContent-Length: 6 | two lengths",
                "Content-Length: -1 | a length below zero",
                "Content-Length: 99999999999999999999 | a length beyond counting",
                "Transfer-Encoding: chunked, identity | an unknown coding"
            })
    void requestsThatCanBeReadInTwoWaysAreRefused(String headers, String what) throws IOException {
        var answer = RawHttp.exchange(
                service.port(),
                "POST /sparql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/sparql-query\r\n"
                        + headers.replace("\\r\\n", "\r\n")
                        + "\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer.text().split("HTTP/1.1 ", -1)).as(what).hasSizeLessThanOrEqualTo(2);
        assertThat(answer.status()).as(what).isIn(0, 400, 413, 415, 501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "BREW"})
    void otherMethodsDoNothing(String method) throws IOException {
        var answer = RawHttp.exchange(
                service.port(), method + " /sparql HTTP/1.1\r\nHost: x\r\nX-Secret: yes\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isIn(400, 405, 501);
        assertThat(answer.text()).doesNotContain("X-Secret");
    }

    @Test
    void scriptsInAQueryAreShownAsText() {
        var query = "SELECT (\"<script>alert(1)</script>\" AS ?x) (\"<img src=x onerror=alert(1)>\"@en AS ?y) { }";
        var page = service.get("/query?query=" + encode(query), "Accept", "text/html")
                .body();
        assertThat(page).doesNotContain("<script>alert", "<img src=x").contains("&lt;script&gt;");
        var bad = service.get(
                "/query?query=" + encode("SELECT \"</pre><script>alert(1)</script>"), "Accept", "text/html");
        assertThat(bad.body()).doesNotContain("<script>alert");
        assertThat(service.get("/nothing/<script>".replace("<", "%3C").replace(">", "%3E"), "Accept", "text/html")
                        .body())
                .doesNotContain("<script>");
    }

    @Test
    void whatAClientSaysOfItsAddressIsNotBelieved() {
        // No proxy is configured: a client that claims to be on this machine, or another each time, is who it is.
        for (var header : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host"}) {
            var response = service.get("/", header, "evil.example", "Accept", "text/html");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).doesNotContain("evil.example");
            var description = service.get("/sparql", header, "evil.example", "Accept", "text/turtle");
            assertThat(description.body()).contains("sd:endpoint").doesNotContain("evil.example");
        }
    }

    @Test
    void scriptFunctionsAndJavaClassesAreNotThere() {
        for (var call : new String[] {
            "<java:java.lang.System.exit>(1)",
            "<http://jena.apache.org/ARQ/js#f>('x')",
            "<http://jena.apache.org/ARQ/function#sprintf>('%1000000000s', 'x')",
            "<http://www.w3.org/2005/xpath-functions#apply>(<java:java.lang.Runtime>, 1)",
            "<http://www.w3.org/2005/xpath-functions#doc>('file:///etc/passwd')",
            "<http://www.w3.org/2005/xpath-functions#error>()"
        }) {
            var answer = service.query("SELECT (" + call + " AS ?x) { }", "text/csv");
            assertThat(answer.statusCode()).as(call).isIn(200, 400);
            assertThat(answer.body())
                    .as(call)
                    .doesNotContain("root:", "at org.")
                    .hasSizeLessThan(400);
        }
    }
}
