package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.RowSetOps;
import org.banggiao.issue.FaultException;
import org.banggiao.store.RemoteFailure.Kind;
import org.banggiao.store.RemoteSettings.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a query where the server behind the store does not answer as it ought to. */
class RemoteFailureTest {
    private static final String SELECT = "SELECT ?s { ?s ?p ?o }";
    private static final String ROW = "{\"s\":{\"type\":\"uri\",\"value\":\"urn:s\"}}";
    private static final String HEAD = "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[";

    private static RemoteStore store(RemoteSettings settings) {
        var endpoint = new RemoteEndpoint(settings);
        var info = new ReleaseInfo("test", 1, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        var statistics = new StatisticsCounter().statistics();
        return new RemoteStore(
                endpoint, new RemoteDataset(new TreeSet<>(), List.of()), info, statistics, null, () -> {});
    }

    private static RemoteSettings settings(URI address, Optional<Credentials> credentials, long mostBytes) {
        return new RemoteSettings(
                address,
                credentials,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                Duration.ofSeconds(2),
                mostBytes,
                true,
                Optional.empty(),
                Optional.empty());
    }

    private static long count(RemoteStore store, String query, Duration time) {
        try (var exec = store.query(QueryFactory.create(query), new QueryLimits(time))) {
            return RowSetOps.count(exec.select());
        }
    }

    private static RemoteFailure failure(OddServer server, String query) {
        return catchThrowableOfType(
                RemoteFailure.class,
                () -> count(store(RemoteSettings.of(server.address())), query, Duration.ofSeconds(20)));
    }

    @Test
    void whereNobodyListensItIsUnreachable() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var store = store(RemoteSettings.of(URI.create("http://127.0.0.1:" + free + "/sparql?key=secret")));
        var failure = catchThrowableOfType(RemoteFailure.class, () -> count(store, SELECT, Duration.ofSeconds(20)));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure)
                .hasMessageContaining("The store http://127.0.0.1:" + free + "/sparql cannot be connected to")
                .hasMessageContaining("Look whether it runs")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> RemoteSource.follow(
                        RemoteSettings.of(URI.create("http://127.0.0.1:" + free + "/sparql")), Optional.empty()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("cannot be connected to");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            301, REDIRECTED
            302, REDIRECTED
            307, REDIRECTED
            400, REFUSED
            401, DENIED
            403, DENIED
            404, NONSENSE
            405, NONSENSE
            422, REFUSED
            429, BUSY
            500, FAILED
            502, FAILED
            503, BUSY
            204, FAILED
            """)
    void eachStatusIsToldByWhatItMeans(int status, Kind kind) {
        try (var server = OddServer.saying(status, "text/plain", status == 204 ? "" : "told\nhere")) {
            assertThat(failure(server, SELECT).kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        try (var elsewhere = OddServer.saying(200, OddServer.JSON, HEAD + ROW + "]}}");
                var server = new OddServer(exchange -> {
                    exchange.getResponseHeaders()
                            .set("Location", elsewhere.address().toString());
                    exchange.sendResponseHeaders(status, -1);
                })) {
            assertThat(failure(server, SELECT).kind()).isEqualTo(Kind.REDIRECTED);
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html                         | <html><body>Welcome</body></html>
            application/sparql-results+json   | <html><body>Welcome</body></html>
            application/sparql-results+json   | {"head":{"vars":["s"]}}
            application/sparql-results+json   | {"head":{},"boolean":true}
            application/sparql-results+json   | {"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"urn:s"}}
            application/sparql-results+json   | {"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"none"}}]}}
            application/sparql-results+xml    | <sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="s"/></head><results><result>
            application/n-triples             | <urn:s> <urn:p> <urn:o> .
            ''                                | {"head":{"vars":["s"]},"results":{"bindings":[]}}
            """)
    void whatIsNoResultIsNonsense(String type, String body) {
        try (var server = OddServer.saying(200, type, body)) {
            assertThat(failure(server, SELECT).kind()).isEqualTo(Kind.NONSENSE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<urn:s> <urn:p> .", "<urn:s> <urn:p> <urn:o> .\n<urn:s> <urn:", "{}"})
    void whatIsNoGraphIsNonsense(String body) {
        try (var server = OddServer.saying(200, "application/n-triples", body)) {
            var store = store(RemoteSettings.of(server.address()));
            try (var exec = store.query(QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }"), QueryLimits.DEFAULT)) {
                assertThat(catchThrowableOfType(RemoteFailure.class, exec::construct)
                                .kind())
                        .isEqualTo(Kind.NONSENSE);
            }
        }
    }

    @Test
    void noXmlIsRead() {
        try (var secret = OddServer.saying(200, "text/plain", "secret");
                var server = OddServer.saying(
                        200,
                        "application/sparql-results+xml",
                        "<!DOCTYPE sparql [<!ENTITY x SYSTEM \"" + secret.address() + "\">]><sparql>&x;</sparql>")) {
            assertThat(failure(server, SELECT).kind()).isEqualTo(Kind.NONSENSE);
            assertThat(secret.asked()).isEmpty();
        }
    }

    @Test
    void aConnectionThatBreaksIsNotTakenForTheWhole() {
        try (var server = new OddServer(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/n-triples");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("<urn:s> <urn:p> <urn:o> .\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        })) {
            try (var exec = store(RemoteSettings.of(server.address()))
                    .query(QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }"), QueryLimits.DEFAULT)) {
                assertThatThrownBy(exec::construct).isInstanceOf(RemoteFailure.class);
            }
        }
    }

    @Test
    void aStoreThatIsSilentIsGivenUpInTime() {
        try (var server = new OddServer(exchange -> Thread.sleep(60_000))) {
            assertEndsInTime(server);
        }
    }

    @Test
    void aStoreThatDripsIsGivenUpInTime() {
        try (var server = new OddServer(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", OddServer.JSON);
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            out.write((HEAD + ROW).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 600; i++) {
                out.write((',' + ROW).getBytes(StandardCharsets.UTF_8));
                out.flush();
                Thread.sleep(100);
            }
        })) {
            assertEndsInTime(server);
        }
    }

    private static void assertEndsInTime(OddServer server) {
        var store = store(RemoteSettings.of(server.address()));
        long start = System.nanoTime();
        assertThatThrownBy(() -> count(store, SELECT, Duration.ofMillis(500)))
                .isInstanceOf(QueryCancelledException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(server.asked()).singleElement().asString().endsWith("&timeout=1");
    }

    @Test
    void anyThreadStopsAQuery() throws InterruptedException {
        try (var server = new OddServer(exchange -> Thread.sleep(60_000))) {
            var exec = store(RemoteSettings.of(server.address()))
                    .query(QueryFactory.create(SELECT), new QueryLimits(Duration.ofMinutes(5)));
            var stopper = Thread.ofPlatform().start(() -> {
                while (server.asked().isEmpty()) {
                    Thread.onSpinWait();
                }
                exec.abort();
            });
            assertThatThrownBy(exec::select).isInstanceOf(QueryCancelledException.class);
            exec.close();
            stopper.join();
        }
    }

    @Test
    void anAnswerIsBoundedInSize() {
        try (var server = new OddServer(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", OddServer.JSON);
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            out.write((HEAD + ROW).getBytes(StandardCharsets.UTF_8));
            var more = (',' + ROW).repeat(1000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100_000; i++) {
                out.write(more);
            }
        })) {
            var store = store(settings(server.address(), Optional.empty(), 1_000_000));
            assertThatThrownBy(() -> count(store, SELECT, Duration.ofMinutes(1)))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessage("The store's answer has more than 1000000 bytes.");
        }
    }

    @Test
    void anAnswerThatTheStoreMayHaveCutIsNotTakenForTheWhole() {
        try (var server = new OddServer(exchange -> {
            exchange.getResponseHeaders().set("X-SPARQL-MaxRows", "2");
            OddServer.send(exchange, 200, OddServer.JSON, HEAD + ROW + "," + ROW + "]}}");
        })) {
            var store = store(RemoteSettings.of(server.address()));
            assertThatThrownBy(() -> count(store, SELECT, Duration.ofSeconds(20)))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("gives 2 results of a query at most");
            assertThat(count(store, SELECT + " LIMIT 2", Duration.ofSeconds(20)))
                    .isEqualTo(2);
        }
        try (var server = new OddServer(exchange -> {
            exchange.getResponseHeaders().set("X-SQL-State", "S1TAT");
            OddServer.send(exchange, 200, OddServer.JSON, HEAD + ROW + "]}}");
        })) {
            assertThatThrownBy(() -> count(store(RemoteSettings.of(server.address())), SELECT, Duration.ofSeconds(20)))
                    .isInstanceOf(QueryCancelledException.class);
        }
    }

    @Test
    void credentialsGoToTheStoreAndNowhereElse() {
        try (var server = OddServer.saying(401, "text/plain", "no")) {
            var settings = settings(server.address(), Optional.of(Credentials.basic("reader", "s3cret")), 1000);
            var failure = catchThrowableOfType(
                    RemoteFailure.class, () -> count(store(settings), SELECT, Duration.ofSeconds(20)));
            assertThat(server.asked())
                    .singleElement()
                    .asString()
                    .startsWith("POST /sparql Basic cmVhZGVyOnMzY3JldA== query=SELECT");
            assertThat(failure).hasMessageContaining("wants other credentials");
            assertThat(failure + settings.toString() + settings.credentials())
                    .doesNotContain("s3cret", "cmVhZGVyOnMzY3JldA");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o SERVICE SILENT ?o { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } })"
            })
    void serviceIsNotPassedOn(String query) {
        try (var server = OddServer.saying(200, OddServer.JSON, HEAD + "]}}")) {
            assertThatThrownBy(() -> count(store(RemoteSettings.of(server.address())), query, Duration.ofSeconds(20)))
                    .isInstanceOf(QueryDeniedException.class);
            assertThat(server.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o FILTER(<bif:sys_stat>('x')) }",
                "SELECT * { ?s ?p ?o FILTER(<sql:f>(?o)) }",
                "SELECT (<java:java.lang.System.exit>(1) AS ?x) { ?s ?p ?o }",
                "SELECT (MAX(<http://jena.apache.org/ARQ/function#now>()) AS ?x) { ?s ?p ?o }",
                "SELECT * { ?s ?p ?o } ORDER BY <bif:rnd>(10)",
                "SELECT ?x { ?s ?p ?o } GROUP BY (<bif:rnd>(10) AS ?x)",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s ?p ?v FILTER(<bif:f>(?v)) } }",
                "SELECT * { ?o <bif:contains> 'x' }",
                "SELECT * { ?o <http://www.openlinksw.com/schemas/bif#contains> 'x' }",
                "SELECT * { ?s (<urn:a>|<java:a.B>)+ 'x' }",
                "SELECT * { ?s ^<java:a.B> 'x' }",
                "SELECT * { ?s <http://jena.apache.org/text#query> 'x' }",
                "ASK { ?s <http://jena.apache.org/ARQ/property#versionARQ> ?x }"
            })
    void whatStoresComputeInWaysOfTheirOwnIsNotPassedOn(String query) {
        try (var server = OddServer.saying(200, OddServer.JSON, HEAD + "]}}")) {
            assertThat(failure(server, query).kind()).isEqualTo(Kind.NOT_OFFERED);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void standardFunctionsArePassedOn() {
        try (var server = OddServer.saying(200, OddServer.JSON, HEAD + "]}}")) {
            var query =
                    "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT ?s { ?s <urn:p>/<http://example.org/q>* ?o"
                            + " FILTER(xsd:integer(?o) > 3 && REGEX(STR(?o), 'x') && <http://www.w3.org/2005/xpath-functions#matches>(?o, 'y')) }";
            assertThat(count(store(RemoteSettings.of(server.address())), query, Duration.ofSeconds(20)))
                    .isZero();
            assertThat(server.asked()).hasSize(1);
        }
    }
}
