package org.banggiao.publish.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of members: what it says of them, what it asks them, and that it waits for none; and members that come back. */
class FederationPageTest {
    private static final String DATA = "PREFIX : <http://example.org/> GRAPH :g { :a :b :c, :d, :e }";
    private static final String TRUE = "{\"head\":{},\"boolean\":true}";
    private static final String ALL = "SELECT ?x { <http://example.org/a> <http://example.org/b> ?x }";

    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final AtomicBoolean IS_BROKEN = new AtomicBoolean();

    private static TestService theirs;
    private static HttpServer odd;
    private static TestService service;

    @BeforeAll
    static void start() throws IOException {
        theirs = TestService.of(TestService.store(DATA), Map.of());
        odd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        odd.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        answer("/html", "text/html", "<html>Welcome</html>", 0);
        answer("/slow", "application/sparql-results+json", TRUE, 5000);
        odd.createContext("/sometimes", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                ASKED.incrementAndGet();
                exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
                var body = "{\"head\":{\"vars\":[\"x\"]},\"boolean\":false,\"results\":{\"bindings\":[]}}"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(IS_BROKEN.get() ? 500 : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        odd.start();
        var members = new TreeMap<String, String>();
        member(members, 0, "ours", "own");
        member(members, 1, "theirs", theirs.url() + "/sparql");
        member(members, 2, "nonsense", odd("/html"));
        member(members, 3, "slow", odd("/slow"));
        member(members, 4, "absent", "http://127.0.0.1:9/sparql");
        members.put("banggiao.federation.members[4].title", "<b>Absent</b>");
        members.put("banggiao.federation.member-time", "2500ms");
        service = TestService.of(TestService.store(DATA), members);
    }

    @AfterAll
    static void stop() {
        service.close();
        theirs.close();
        odd.stop(0);
    }

    private static void answer(String path, String type, String body, int millis) {
        odd.createContext(path, exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                Thread.sleep(millis);
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.sendResponseHeaders(200, body.length());
                exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static String odd(String path) {
        return "http://127.0.0.1:" + odd.getAddress().getPort() + path;
    }

    private static void member(Map<String, String> members, int number, String id, String endpoint) {
        var name = "banggiao.federation.members[" + number + "].";
        members.put(name + "id", id);
        members.put(name + "endpoint", endpoint);
        members.put(name + "local", "true");
    }

    private static JsonNode members(TestService of) throws IOException {
        return new ObjectMapper()
                .readTree(of.get("/federation?format=json").body())
                .get("members");
    }

    /** The members as they are once all that is looked at has been seen. */
    private static JsonNode seen() throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            var members = members(service);
            if (members.findValuesAsText("state").stream().noneMatch("unknown"::equals)
                    && members.get(1).has("triples")) {
                return members;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("not all were looked at");
    }

    @Test
    void eachMemberHasItsStateAndNobodyIsWaitedFor() throws IOException, InterruptedException {
        long start = System.nanoTime();
        assertThat(service.get("/federation").statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isLessThan(2_400_000_000L);
        var members = seen();
        assertThat(members.findValuesAsText("id")).containsExactly("ours", "theirs", "nonsense", "slow", "absent");
        assertThat(members.findValuesAsText("state")).containsExactly("up", "up", "wrong", "slow", "down");
        assertThat(members.get(1).get("triples").asInt()).isEqualTo(3);
        assertThat(members.get(2).get("failing").asText()).contains("something else than results of SPARQL");
        assertThat(members.get(3).get("failing").asText()).contains("did not answer within 2500 ms");
        assertThat(members.get(4).get("failing").asText()).contains("cannot be reached");
        assertThat(members.get(4).get("requests").asInt()).isZero();
        assertThat(members.get(4).get("since").asText()).endsWith("Z");

        var page = service.get("/federation?lang=en").body();
        assertThat(page)
                .contains("5 endpoints are asked as one")
                .contains("cannot be reached")
                .contains("answers with something else")
                .contains("&lt;b")
                .doesNotContain("<b>Absent");
        assertThat(service.get("/federation?lang=vi").body()).contains("không liên lạc được");

        var graph = RDFParser.fromString(service.get("/federation?format=ttl").body(), Lang.TURTLE)
                .toGraph();
        assertThat(graph.stream().filter(t -> t.getPredicate().getURI().endsWith("#sparqlEndpoint")))
                .hasSize(5);
        assertThat(service.get("/federation", "Accept", "application/pdf").statusCode())
                .isEqualTo(406);
    }

    @Test
    void requestsOfClientsAreCounted() throws IOException {
        var answer = service.get("/federation/sparql?members=ours&members=theirs&query=" + TestService.encode(ALL));
        assertThat(answer.statusCode()).isEqualTo(200);
        var theirsNow = members(service).get(1);
        assertThat(theirsNow.get("requests").asInt()).isPositive();
        assertThat(theirsNow.get("bytes").asInt()).isPositive();
        assertThat(theirsNow.get("median").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(theirsNow.get("p99").asDouble());
    }

    @Test
    void whereThereIsNoFederationItIsSaidAndNotLinked() {
        var page = theirs.get("/federation", "Accept", "application/json");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("no federation is configured");
        assertThat(theirs.get("/query").body()).doesNotContain("/federation");
        assertThat(service.get("/query").body()).contains("./federation");
    }

    @Test
    void aMemberThatFailedIsLeftOutForAWhileAndThenAskedAgain() {
        IS_BROKEN.set(true);
        try (var resting = sometimes("1h");
                var hasty = sometimes("0s")) {
            assertThat(partial(resting)).contains("status 500");
            assertThat(partial(hasty)).contains("status 500");
            IS_BROKEN.set(false);
            int asked = ASKED.get();
            assertThat(partial(resting)).contains("status 500");
            assertThat(ASKED).as("a member that rests is not asked").hasValue(asked);
            assertThat(partial(hasty)).isEmpty();
            assertThat(ASKED.get()).isGreaterThan(asked);
        }
    }

    private static TestService sometimes(String rest) {
        var members = new TreeMap<String, String>();
        member(members, 0, "ours", "own");
        member(members, 1, "sometimes", odd("/sometimes"));
        members.put("banggiao.federation.rest", rest);
        return TestService.of(TestService.store(DATA), members);
    }

    /** What an answer says of members that are missing; its rows are those of ours. */
    private static String partial(TestService service) {
        var answer = service.get("/federation/sparql?query=" + TestService.encode(ALL));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("http://example.org/c", "http://example.org/e");
        return answer.headers().firstValue("Banggiao-Partial").orElse("");
    }

    @Test
    void answersAreBoundedInRows() {
        var members = new TreeMap<String, String>();
        member(members, 0, "ours", "own");
        member(members, 1, "theirs", theirs.url() + "/sparql");
        members.put("banggiao.federation.result-rows", "2");
        members.put("banggiao.federation.traced-rows", "1");
        try (var bounded = TestService.of(TestService.store(DATA), members)) {
            for (var more : new String[] {"", "&trace=true", "&format=csv"}) {
                var answer = bounded.get("/federation/sparql?query=" + TestService.encode(ALL) + more);
                assertThat(answer.statusCode()).as(more).isEqualTo(422);
                assertThat(answer.body()).contains("The answer has more than");
            }
            var two = bounded.get("/federation/sparql?query=" + TestService.encode(ALL + " LIMIT 2"));
            assertThat(two.statusCode()).isEqualTo(200);
        }
    }
}
