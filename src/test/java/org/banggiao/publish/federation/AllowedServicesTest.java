package org.banggiao.publish.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SERVICE at {@code /sparql}: the addresses of the settings and no others, joined as the W3C says, and bounded. */
class AllowedServicesTest {
    private static final String P = "PREFIX : <http://example.org/> ";
    private static final String OURS =
            P + "GRAPH :ours { :laos :code 1 ; :name \"Laos\" . :china :code 2 ; :name \"China\" ."
                    + " :cuba :code 3 . :party :member [ :code 7 ] . "
                    + IntStream.range(0, 120)
                            .mapToObj(i -> ":n" + i + " :number " + i + " . ")
                            .collect(Collectors.joining())
                    + "}";
    private static final String THEIRS = P + "GRAPH :theirs { [] :of 1 ; :capital \"Vientiane\" . [] :of 2 ; :capital"
            + " \"Beijing\" . [] :of 9 ; :capital \"Paris\" . :x :code 7 . "
            + IntStream.range(0, 120)
                    .mapToObj(i -> ":m" + i + " :square " + i + " . ")
                    .collect(Collectors.joining())
            + "}";

    /** What was asked of the endpoint that hands on what it is asked. */
    private static final ConcurrentLinkedQueue<String> SEEN = new ConcurrentLinkedQueue<>();

    private static TestService theirs;
    private static HttpServer odd;
    private static TestService ours;

    @BeforeAll
    static void start() throws IOException {
        theirs = TestService.of(TestService.store(THEIRS), Map.of());
        odd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        odd.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        odd.createContext("/sparql", exchange -> handOn(exchange));
        answer("/html", 200, "text/html", "<html>Welcome</html>", 0);
        answer("/fault", 500, "text/plain", "no", 0);
        answer("/cut", 200, "application/sparql-results+json", "{\"head\":{\"vars\":[\"x\"]},\"results\":{", 0);
        answer("/ask", 200, "application/sparql-results+json", "{\"head\":{},\"boolean\":true}", 0);
        answer("/slow", 200, "text/plain", "late", 8000);
        answer("/large", 200, "application/sparql-results+json", " ".repeat(200_000), 0);
        odd.start();
        ours = service(Map.of());
    }

    @AfterAll
    static void stop() {
        ours.close();
        theirs.close();
        odd.stop(0);
    }

    @BeforeEach
    void nothingSeen() {
        SEEN.clear();
    }

    private static void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            SEEN.add(URLDecoder.decode(body.substring("query=".length()), StandardCharsets.UTF_8));
            var answer = theirs.send(theirs.request(
                            "/sparql",
                            "Accept",
                            "application/sparql-results+json",
                            "Content-Type",
                            "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            send(exchange, answer.statusCode(), "application/sparql-results+json", answer.body());
        }
    }

    private static void answer(String path, int status, String type, String body, int millis) {
        odd.createContext(path, exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                SEEN.add(path);
                Thread.sleep(millis);
                send(exchange, status, type, body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String odd(String path) {
        return "http://127.0.0.1:" + odd.getAddress().getPort() + path;
    }

    private static TestService service(Map<String, String> more) {
        var settings = new TreeMap<String, String>();
        var allowed = List.of("/sparql", "/html", "/fault", "/cut", "/ask", "/slow", "/large");
        for (int i = 0; i < allowed.size(); i++) {
            settings.put("banggiao.service.allowed[" + i + "].endpoint", odd(allowed.get(i)));
            settings.put("banggiao.service.allowed[" + i + "].local", "true");
        }
        settings.put("banggiao.service.call-time", "1500ms");
        settings.put("banggiao.service.call-size", "100000");
        settings.putAll(more);
        return TestService.of(TestService.store(OURS), settings);
    }

    /** Asks with {@code <S>} for the endpoint that answers. */
    private static HttpResponse<String> ask(TestService service, String query) {
        return service.query(P + query.replace("<S>", "<" + odd("/sparql") + ">"), "text/csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // As in the service tests of the W3C: alone, joined, in OPTIONAL, twice, with VALUES, in a subquery.
                "SELECT ?c { SERVICE <S> { ?x :of 9 ; :capital ?c } } | Paris",
                "SELECT ?n ?c { ?s :code ?k ; :name ?n SERVICE <S> { ?x :of ?k ; :capital ?c } } ORDER BY ?n"
                        + " | China,Beijing;Laos,Vientiane",
                "SELECT ?k ?c { ?s :code ?k FILTER ISIRI(?s) OPTIONAL { SERVICE <S> { ?x :of ?k ; :capital ?c } } } ORDER BY ?k"
                        + " | 1,Vientiane;2,Beijing;3,",
                "SELECT ?c ?d { SERVICE <S> { ?x :of 1 ; :capital ?c } SERVICE <S> { ?y :of 2 ; :capital ?d } } | Vientiane,Beijing",
                "SELECT ?k ?c { VALUES ?k { 1 9 } SERVICE <S> { ?x :of ?k ; :capital ?c } } ORDER BY ?k | 1,Vientiane;9,Paris",
                "SELECT ?k ?c { { SELECT ?c { SERVICE <S> { ?x :of ?k ; :capital ?c FILTER(?k = 9) } } } ?s :code ?k FILTER(?k = 1) }"
                        + " | 1,Paris",
                "SELECT ?c { SERVICE <S> { SELECT ?c { ?x :capital ?c } ORDER BY ?c LIMIT 1 } } | Beijing",
                "SELECT ?c { SERVICE <S> { ?x :capital ?c FILTER(REGEX(?c, '^V') && CONCAT(?c, '') = ?c) } } | Vientiane",
                "SELECT ?n { ?s :code ?k ; :name ?n FILTER EXISTS { SERVICE <S> { ?x :of ?k . FILTER(?k = 1) } } } | Laos",
                "SELECT ?k { ?s :code ?k FILTER ISIRI(?s) MINUS { SERVICE <S> { ?x :of ?k } } } | 3",
                // A blank node of ours is none of theirs.
                "SELECT ?m { :party :member ?m SERVICE <S> { ?m :code 7 } } | ''",
            })
    void rowsAreJoined(String query, String rows) {
        var answer = ask(ours, query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().lines().skip(1).collect(Collectors.joining(";")))
                .isEqualTo(rows);
    }

    @Test
    void rowsAreSentAlongInBlocks() {
        var query = "SELECT (COUNT(*) AS ?n) { ?s :number ?k SERVICE <S> { ?x :square ?k } }";
        assertThat(ask(ours, query).body()).contains("120");
        assertThat(SEEN).hasSize(3).allMatch(q -> q.contains("VALUES"));
        assertThat(ask(ours, query).body()).contains("120");
        assertThat(SEEN).as("what others say is not kept").hasSize(6);
        try (var bounded = service(Map.of("banggiao.service.calls", "2"))) {
            var answer = ask(bounded, query);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("more than 2 times");
        }
        try (var bounded = service(Map.of("banggiao.service.rows", "60"))) {
            var answer = ask(bounded, query);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("more than 60 rows");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
                "SELECT * { VALUES ?e { <S> } SERVICE ?e { ?s ?p ?o } }",
                "SELECT * { VALUES ?e { <S> } SERVICE SILENT ?e { ?s ?p ?o } }",
                "SELECT * { SERVICE <S> { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } } }",
                "SELECT * { SERVICE <S> { ?s ?p ?o FILTER EXISTS { SERVICE <S> { ?s ?p ?o } } } }",
                "SELECT * { SERVICE <S> { { SELECT * { SERVICE SILENT <S> { ?s ?p ?o } } } } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <http://169.254.169.254/> { ?s ?p ?o } } }",
                "ASK { { SELECT (SUM(?o) AS ?n) { SERVICE SILENT <file:///etc/passwd> { ?s ?p ?o } } } }",
                "SELECT * { SERVICE SILENT <S?x=1> { ?s ?p ?o } }",
            })
    void noOtherAddressIsCalledAndSilentDoesNotHideThat(String query) {
        var answer = ask(ours, query);
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
        if (answer.statusCode() == 403) {
            assertThat(answer.body()).contains("called: " + odd("/sparql"), "SERVICE");
        }
        assertThat(SEEN).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/html  | something else than results of SPARQL",
                "/fault | status 500",
                "/cut   | cut or is no JSON",
                "/ask   | its rows cannot be read",
                "/slow  | did not answer within 1500 ms",
                "/large | more than 100000 bytes",
            })
    void whatFailsIsSaidUnlessItIsSilent(String path, String why) {
        var query = "SELECT ?n { ?s :code 1 ; :name ?n SERVICE SILENT <" + odd(path) + "> { ?x :of 1 } }";
        var loud = ours.query(P + query.replace("SILENT ", ""), "text/csv");
        assertThat(loud.statusCode()).as(loud.body()).isEqualTo(502);
        assertThat(loud.body()).contains(odd(path), why, "An endpoint that the query calls did not answer");
        var silent = ours.query(P + query, "text/csv");
        assertThat(silent.statusCode()).isEqualTo(200);
        assertThat(silent.body().lines()).containsExactly("n", "Laos");
    }

    @Test
    void theOwnNetworkIsNotCalledUnlessTheEndpointIsSaidToLieThere() {
        try (var service = service(Map.of("banggiao.service.allowed[0].local", "false"))) {
            var answer = ask(service, "SELECT ?c { SERVICE <S> { ?x :capital ?c } }");
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("leads into the own network");
            assertThat(SEEN).isEmpty();
        }
    }

    @Test
    void theDescriptionSaysSoWhereItIsOffered() {
        assertThat(ours.get("/sparql", "Accept", "text/turtle").body()).contains("BasicFederatedQuery");
        assertThat(theirs.get("/sparql", "Accept", "text/turtle").body()).doesNotContain("BasicFederatedQuery");
        var refused = ask(theirs, "SELECT * { SERVICE SILENT <S> { ?s ?p ?o } }");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("this endpoint asks no other one");
        assertThat(SEEN).isEmpty();
    }

    @Test
    void pagesAndKeptQueriesCallNobody() {
        var query = TestService.encode(P + "SELECT * { SERVICE <" + odd("/sparql") + "> { ?s ?p ?o } }");
        assertThat(ours.get("/query?query=" + query, "Accept", "text/html").statusCode())
                .isEqualTo(403);
        var kept = ours.send(ours.request("/query", "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("release=current&query=" + query)));
        assertThat(kept.statusCode()).isEqualTo(403);
        assertThat(SEEN).isEmpty();
    }
}
