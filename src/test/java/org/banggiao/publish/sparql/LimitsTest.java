package org.banggiao.publish.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.banggiao.publish.TestService.encode;
import static org.banggiao.publish.TestService.header;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one request, one client and all together may use, and that what is cut is never taken for the whole. */
class LimitsTest {
    private static final String ROWS = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT ";
    private static final String GRAPH = "CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f } LIMIT ";
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(
                store(),
                Map.of(
                        "banggiao.limits.query-time", "60s",
                        "banggiao.limits.result-rows", "20000",
                        "banggiao.limits.result-size", "400000",
                        "banggiao.limits.at-once", "3",
                        "banggiao.limits.at-once-per-client", "2",
                        "banggiao.limits.waiting", "1",
                        "banggiao.limits.wait-time", "1s",
                        "banggiao.limits.body-time", "1s",
                        "banggiao.proxies", "127.0.0.1"));
    }

    private static org.banggiao.store.Store store() {
        var trig = new StringBuilder("PREFIX : <http://example.org/> GRAPH :g {\n");
        for (int i = 0; i < 1000; i++) {
            trig.append(":s" + i + " :p \"a value of some length, so that answers grow " + i + "\" .\n");
        }
        return TestService.store(trig.append("}").toString());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<String> rowFormats() {
        return ResultFormat.of(ResultFormat.Kind.ROWS).stream().map(ResultFormat::mediaType);
    }

    static Stream<String> graphFormats() {
        return ResultFormat.of(ResultFormat.Kind.GRAPH).stream().map(ResultFormat::mediaType);
    }

    @ParameterizedTest
    @MethodSource("rowFormats")
    void rowsBeyondTheSizeAreNeverTakenForTheWhole(String format) {
        assertThat(service.query(ROWS + 200, format).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> service.query(ROWS + 15000, format)).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @MethodSource("graphFormats")
    void graphsBeyondTheSizeAreNeverTakenForTheWhole(String format) {
        assertThat(service.query(GRAPH + 200, format).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> service.query(GRAPH + 15000, format)).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET HTTP/1.1 keep-alive", "GET HTTP/1.1 gzip", "GET HTTP/1.1 close"})
    void aConnectionEndsWithoutTheMarkOfTheWholeWhereItIsCut(String way) throws IOException {
        for (var format : Stream.concat(rowFormats(), graphFormats()).toList()) {
            boolean isGraph = graphFormats().toList().contains(format);
            var query = encode((isGraph ? GRAPH : ROWS) + 15000);
            var head = "GET /sparql?query=" + query + " HTTP/1.1\r\nHost: x\r\nAccept: " + format
                    + (way.contains("close") ? "\r\nConnection: close" : "")
                    + (way.contains("gzip") ? "\r\nAccept-Encoding: gzip" : "")
                    + "\r\n\r\n";
            var answer = RawHttp.exchange(service.port(), head);
            assertThat(answer.text())
                    .as(format)
                    .contains("Transfer-Encoding: chunked")
                    .doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void clientsThatCannotSeeACutGetTheLengthOfTheWholeOrAProblem() throws IOException {
        for (var format : Stream.concat(rowFormats(), graphFormats()).toList()) {
            var query = graphFormats().toList().contains(format) ? GRAPH : ROWS;
            assertThat(old(query + 200, format).text()).as(format).contains("200", "Content-Length: ");
            assertThat(old(query + 15000, format).text()).as(format).contains(" 422 ", "Content-Length: ");
        }
        var graph = RawHttp.exchange(service.port(), "GET /sparql?default HTTP/1.0\r\nHost: x\r\n\r\n");
        assertThat(graph.text()).contains(" 200", "Content-Length: ");
    }

    private static RawHttp.Answer old(String query, String format) throws IOException {
        return RawHttp.exchange(
                service.port(),
                "GET /sparql?query=" + encode(query) + " HTTP/1.0\r\nHost: x\r\nAccept: " + format + "\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("rowFormats")
    void aStandardClientThrowsWhereRowsAreCut(String format) {
        try (var exec = QueryExecHTTP.service(service.url() + "/sparql")
                .query(ROWS + 15000)
                .acceptHeader(format)
                .build()) {
            assertThatThrownBy(() -> RowSetOps.count(exec.select())).isInstanceOf(RuntimeException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("graphFormats")
    void aStandardClientThrowsWhereAGraphIsCut(String format) {
        try (var exec = QueryExecHTTP.service(service.url() + "/sparql")
                .query(GRAPH + 15000)
                .acceptHeader(format)
                .build()) {
            assertThatThrownBy(exec::construct).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void tooManyRowsOrTriplesThatAreKnownInTimeAre422() {
        var triples = service.query("CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f } LIMIT 30000", "application/json");
        assertThat(triples.statusCode()).isEqualTo(422);
        var problem = JSON.parse(triples.body());
        assertThat(problem.getString("type")).isEqualTo("https://w3id.org/banggiao/problem/result-size");
        assertThat(problem.getString("detail")).startsWith("The answer has more than 20000 triples. Ask for less");
        assertThatThrownBy(() -> service.query("SELECT ?s ?v { ?s ?p ?o . ?t ?q ?v }", "text/csv"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aQueryStopsWhenItsClientGoesAway() throws Exception {
        long start = System.nanoTime();
        try (var socket = new Socket("127.0.0.1", service.port())) {
            socket.getOutputStream()
                    .write(("GET /sparql?query=" + encode(ENDLESS) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await("banggiao_queries_running 1.0");
        }
        await("banggiao_queries_running 0.0");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        await("outcome=\"gone\"");
    }

    @Test
    void anAnswerThatNobodyReadsIsGivenUp() throws Exception {
        var settings = Map.of("banggiao.limits.query-time", "2s");
        try (var quick = TestService.of(store(), settings);
                var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new java.net.InetSocketAddress("127.0.0.1", quick.port()));
            socket.getOutputStream()
                    .write(("GET /sparql?query=" + encode(ROWS + 900000) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            awaitOf(quick, "banggiao_queries_running 1.0");
            awaitOf(quick, "banggiao_queries_running 0.0");
        }
    }

    @Test
    void behindAProxyTheEndpointHasTheAddressThatTheClientHasAsked() {
        var description = service.get(
                "/sparql",
                "Accept",
                "text/turtle",
                "X-Forwarded-Proto",
                "http, https",
                "X-Forwarded-Host",
                "Data.Example.org");
        assertThat(description.body()).contains("sd:endpoint <https://data.example.org/sparql>");
        var odd = service.get("/sparql", "Accept", "text/turtle", "X-Forwarded-Host", "a.example/?<script>");
        assertThat(odd.body()).doesNotContain("a.example", "<script");
    }

    @Test
    void oneClientCannotTakeAllPlaces() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(() -> service.get(
                        "/sparql?query=" + encode(ENDLESS.replace("LIMIT", "")), "X-Forwarded-For", "192.0.2.7")));
            }
            HttpResponse<String> refused = firstDone(answers);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(header(refused, "Retry-After")).containsExactly("1");
            assertThat(refused.body()).startsWith("429 Too many requests at once\nOne client may have 2 requests");
            // Another client is served meanwhile.
            var other = service.get("/sparql?query=ASK%20%7B%7D", "X-Forwarded-For", "192.0.2.8");
            assertThat(other.statusCode()).isEqualTo(200);
            threads.shutdownNow();
        }
        await("banggiao_queries_running 0.0");
    }

    @Test
    void whereAllPlacesAreTakenTheServiceSaysSo() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < 6; i++) {
                var client = "198.51.100." + i;
                answers.add(threads.submit(
                        () -> service.get("/sparql?query=" + encode(ENDLESS), "X-Forwarded-For", client)));
            }
            HttpResponse<String> refused = firstDone(answers);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(header(refused, "Retry-After")).containsExactly("1");
            assertThat(refused.body()).startsWith("503 The service is busy\nAll 3 places for queries are taken");
            assertThat(service.get("/health").statusCode()).isEqualTo(200);
            threads.shutdownNow();
        }
        await("banggiao_queries_running 0.0");
    }

    private static HttpResponse<String> firstDone(ArrayList<Future<HttpResponse<String>>> answers)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            for (var answer : answers) {
                if (answer.isDone()) {
                    return answer.get();
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nobody was refused");
    }

    @Test
    void aSlowBodyIs408() throws IOException {
        try (var socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                            + "Content-Length: 1000\r\n\r\nASK")
                    .getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            try {
                for (int i = 0; i < 100 && socket.getInputStream().available() == 0; i++) {
                    out.write(' ');
                    Thread.sleep(100);
                }
                byte[] bytes = socket.getInputStream().readNBytes(12);
                answer.append(new String(bytes, StandardCharsets.US_ASCII));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            assertThat(answer.toString()).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void anAnswerIsKeptAndGivenAgainAndEndsWithItsRelease() {
        var query = "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 3";
        var first = service.query(query, "text/csv");
        double hits = number("cache_gets_total\\{cache=\"answers\",result=\"hit\"\\} ([0-9.]+)");
        var second = service.query("SELECT   ?s\n{ ?s ?p ?o } # the same\nORDER BY ?s LIMIT 3", "text/csv");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(header(second, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(number("cache_gets_total\\{cache=\"answers\",result=\"hit\"\\} ([0-9.]+)"))
                .isEqualTo(hits + 1);
        assertThat(service.query(query, "application/sparql-results+json").body())
                .startsWith("{");
        assertThat(service.query("SELECT (UUID() AS ?u) { }", "text/csv").body())
                .isNotEqualTo(
                        service.query("SELECT (UUID() AS ?u) { }", "text/csv").body());
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 20_000})
    void aQueryThatNestsTooDeeplyIsRefusedAndNoFaultOfTheService(int depth) {
        var query = "SELECT * { " + "{ ".repeat(depth) + "?s ?p ?o" + " }".repeat(depth) + " }";
        var response = service.send(service.request("/sparql", "Content-Type", "application/sparql-query")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(query)));
        assertThat(response.statusCode()).as(response.body()).isIn(200, 422);
        var expression = "SELECT (" + "(1 + ".repeat(depth) + "1" + ")".repeat(depth) + " AS ?x) { }";
        var other = service.send(service.request("/sparql", "Content-Type", "application/sparql-query")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(expression)));
        assertThat(other.statusCode()).isIn(200, 422);
    }

    @Test
    void limitsAreAnnounced() {
        var description = service.get("/sparql", "Accept", "text/turtle").body();
        for (String name : new String[] {
            "query-time", "query-length", "body-size", "result-rows", "result-size", "at-once", "at-once-per-client"
        }) {
            assertThat(description).contains("\"" + name + "\"");
        }
        assertThat(description).contains("20000").contains("400000");
    }

    private static double number(String pattern) {
        var found = Pattern.compile(pattern).matcher(service.get("/metrics").body());
        assertThat(found.find()).as(pattern).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private static void await(String line) throws InterruptedException {
        awaitOf(service, line);
    }

    private static void awaitOf(TestService asked, String line) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!asked.get("/metrics").body().contains(line)) {
            assertThat(System.nanoTime()).as("%s is not reached", line).isLessThan(end);
            Thread.sleep(50);
        }
    }
}
