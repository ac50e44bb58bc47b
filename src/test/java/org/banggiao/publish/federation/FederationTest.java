package org.banggiao.publish.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several endpoints asked as one: this service, another one over HTTP, and members that are down, slow or answer nonsense. */
class FederationTest {
    private static final String OURS = """
            PREFIX : <http://example.org/> PREFIX owl: <http://www.w3.org/2002/07/owl#>
            GRAPH :ours { :visit :party :laos, :china . :laos owl:sameAs :Q819 . :china owl:sameAs :Q148 . :own :kind "x" }
            """;
    private static final String THEIRS = """
            PREFIX : <http://example.org/>
            GRAPH :theirs { :Q819 :capital "Vientiane" . :Q148 :capital "Beijing" . :Q881 :capital "Hanoi" . :own :kind "x" }
            """;
    private static final String CAPITALS = """
            PREFIX : <http://example.org/> PREFIX owl: <http://www.w3.org/2002/07/owl#>
            SELECT ?country ?capital { :visit :party ?country . ?country owl:sameAs ?q . ?q :capital ?capital }""";

    private static final AtomicInteger REDIRECTED = new AtomicInteger();

    private static TestService theirs;
    private static TestService ours;
    private static HttpServer odd;

    @BeforeAll
    static void start() throws IOException {
        theirs = TestService.of(TestService.store(THEIRS), Map.of());
        odd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        odd.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        member("/html", e -> send(e, 200, "text/html", "<html>Welcome</html>"));
        member("/liar", e -> send(e, 200, "application/sparql-results+json", "<html>Welcome</html>"));
        member("/other", e -> send(e, 200, "application/json", "{\"head\":{},\"message\":\"hello\"}"));
        member(
                "/cut",
                e -> send(
                        e, 200, "application/sparql-results+json", "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bind"));
        member("/fault", e -> send(e, 500, "text/plain", "no"));
        member("/slow", e -> {
            pause(20_000);
            send(e, 200, "text/plain", "");
        });
        member("/endless", e -> endless(e, 64_000, 0));
        member("/trickle", e -> endless(e, 1, 50));
        member("/metadata", e -> redirect(e, "http://169.254.169.254/latest/meta-data/"));
        member("/home", e -> redirect(e, "http://127.0.0.1:" + odd.getAddress().getPort() + "/inside"));
        member("/inside", e -> {
            REDIRECTED.incrementAndGet();
            send(e, 200, "application/sparql-results+json", "{\"head\":{},\"boolean\":true}");
        });
        odd.start();
        ours = service(theirs.url() + "/sparql", true, "25s");
    }

    @AfterAll
    static void stop() {
        ours.close();
        theirs.close();
        odd.stop(0);
    }

    /** A way to answer that may fail. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private static void member(String path, Answer answer) {
        odd.createContext(path, exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                answer.to(exchange);
            }
        });
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void redirect(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().set("Location", where);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void endless(HttpExchange exchange, int size, int pause) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(200, 0);
        var spaces = " ".repeat(size).getBytes(StandardCharsets.UTF_8);
        for (long end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; ) {
            exchange.getResponseBody().write(spaces);
            exchange.getResponseBody().flush();
            pause(pause);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static TestService service(String endpoint, boolean local) {
        return service(endpoint, local, "1500ms");
    }

    private static TestService service(String endpoint, boolean local, String time) {
        var settings = new TreeMap<String, String>();
        settings.put("banggiao.federation.members[0].id", "ours");
        settings.put("banggiao.federation.members[0].endpoint", "own");
        settings.put("banggiao.federation.members[1].id", "theirs");
        settings.put("banggiao.federation.members[1].endpoint", endpoint);
        settings.put("banggiao.federation.members[1].local", String.valueOf(local));
        settings.put("banggiao.federation.member-time", time);
        settings.put("banggiao.federation.member-size", "1000000");
        return TestService.of(TestService.store(OURS), settings);
    }

    private static String odd(String path) {
        return "http://127.0.0.1:" + odd.getAddress().getPort() + path;
    }

    private static HttpResponse<String> ask(TestService service, String query, String more, String accept) {
        return service.get("/federation/sparql?query=" + TestService.encode(query) + more, "Accept", accept);
    }

    private static HttpResponse<String> json(TestService service, String query, String more) {
        return ask(service, query, more, "application/sparql-results+json");
    }

    @Test
    void membersAreAskedAsOne() {
        var csv = ask(ours, CAPITALS, "", "text/csv");
        assertThat(csv.body().lines())
                .containsExactly(
                        "country,capital", "http://example.org/china,Beijing", "http://example.org/laos,Vientiane");
        assertThat(csv.headers().firstValue("Banggiao-Members"))
                .hasValueSatisfying(
                        told -> assertThat(told).matches("ours;requests=\\d+;ms=\\d+, theirs;requests=\\d+;ms=\\d+"));
        assertThat(csv.headers().firstValue("Banggiao-Partial")).isEmpty();
    }

    @Test
    void truthAndTriplesAreGivenToo() {
        assertThat(json(ours, "PREFIX : <http://example.org/> ASK { ?q :capital \"Hanoi\" }", "")
                        .body())
                .contains("\"boolean\"")
                .contains("true")
                .doesNotContain("link");
        var graph = ask(
                ours,
                "PREFIX : <http://example.org/> CONSTRUCT { ?q :is ?c } { ?q :capital ?c }",
                "",
                "application/n-triples");
        assertThat(graph.body().lines())
                .hasSize(3)
                .contains("<http://example.org/Q881> <http://example.org/is> \"Hanoi\" .");
    }

    @Test
    void rowsAreTracedToTheirMembers() {
        var query = "PREFIX : <http://example.org/> SELECT ?what { { ?x :capital ?what } UNION { :own :kind ?what } }";
        var lines = ask(ours, query, "&trace=true", "text/csv").body().lines().toList();
        assertThat(lines).contains("what,_members", "Hanoi,theirs", "x,ours theirs");
        assertThat(ask(ours, CAPITALS, "&trace=true", "text/csv").body().lines())
                .contains("http://example.org/laos,Vientiane,ours theirs");
    }

    @Test
    void sumsAreNotTraced() {
        var answer = json(ours, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "&trace=true");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("leave out trace");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/html     | something else than results of SPARQL",
                "/liar     | cut or is no JSON",
                "/other    | something else than results of SPARQL",
                "/cut      | cut or is no JSON",
                "/fault    | status 500",
                "/slow     | did not answer within 1500 ms",
                "/endless  | more than 1000000 bytes",
                "/trickle  | did not answer within 1500 ms",
                "/metadata | a redirect (302), which is not followed",
                "/home     | a redirect (302), which is not followed",
            })
    void aMemberThatFailsIsNamedAndTheOthersAnswer(String path, String why) {
        try (var service = service(odd(path), true)) {
            isSaid(service, why);
        }
        assertThat(REDIRECTED).hasValue(0);
    }

    private static void isSaid(TestService service, String why) {
        var query = "PREFIX : <http://example.org/> SELECT ?x { :visit :party ?x }";
        long start = System.nanoTime();
        var answer = json(service, query, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("http://example.org/laos", "http://example.org/china")
                .containsPattern("\"link\"\\s*:\\s*\\[\\s*\"[^\"]*/problem/federation-member\\?members=theirs\"");
        assertThat(answer.headers().firstValue("Banggiao-Partial"))
                .hasValueSatisfying(
                        told -> assertThat(told).startsWith("theirs;").contains(why));
        assertThat(System.nanoTime() - start).isLessThan(15_000_000_000L);

        var strict = json(service, query, "&strict=true");
        assertThat(strict.statusCode()).isEqualTo(502);
        assertThat(strict.body()).contains("theirs", why, "problem/federation-member");
        assertThat(ask(service, query, "", "text/csv").statusCode()).isEqualTo(502);
        assertThat(ask(service, query, "&strict=false", "text/csv").body()).contains("http://example.org/laos");
    }

    @Test
    void aMemberThatIsDownIsNamed() throws IOException {
        int port;
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var service = service("http://127.0.0.1:" + port + "/sparql", true)) {
            isSaid(service, "cannot be reached");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0.0.0.0"})
    void theOwnNetworkIsNotCalledUnlessTheMemberIsSaidToLieThere(String host) {
        REDIRECTED.set(0);
        try (var service = service("http://" + host + ":" + odd.getAddress().getPort() + "/inside", false, "25s")) {
            var answer = json(service, "SELECT ?x { ?s <http://example.org/party> ?x }", "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Banggiao-Partial"))
                    .hasValueSatisfying(told -> assertThat(told).contains("theirs"));
        } catch (UncheckedIOException | org.banggiao.issue.FaultException e) {
            assertThat(e).hasMessageContaining("an address of the web");
        }
        assertThat(REDIRECTED).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1/sparql> { ?s ?p ?o } }",
                "SELECT * FROM <http://127.0.0.1/data> { ?s ?p ?o }",
                "SELECT * { GRAPH ?g { ?s ?p ?o } }",
                "DESCRIBE <http://example.org/laos>",
                "SELECT * { ?s ?p ?o FILTER REGEX(?o, '(a+)+b') }",
                "SELECT * { ?s ?p ?o FILTER REGEX(?o, ?p) }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?p ?x FILTER REGEX(?x, 'a*a*b') } }",
                "SELECT * { BIND(<java:java.lang.System.exit>(1) AS ?x) }",
                "INSERT DATA { <http://example.org/a> <http://example.org/b> 1 }",
            })
    void whatReachesFurtherOrTakesLongIsRefused(String query) {
        assertThat(json(ours, query, "").statusCode()).isIn(400, 403, 406, 422);
    }

    @Test
    void aTextCannotGrowBeyondMeasure() {
        var query = new StringBuilder("SELECT (STRLEN(?a30) AS ?n) { BIND('x' AS ?a0) ");
        for (int i = 0; i < 30; i++) {
            query.append("BIND(CONCAT(?a")
                    .append(i)
                    .append(", ?a")
                    .append(i)
                    .append(") AS ?a")
                    .append(i + 1)
                    .append(") ");
        }
        assertThat(json(ours, query + "}", "").statusCode()).isEqualTo(422);
    }

    @Test
    void withoutMembersThereIsNoFederation() {
        assertThat(json(theirs, "ASK { ?s ?p ?o }", "").statusCode()).isEqualTo(404);
    }
}
