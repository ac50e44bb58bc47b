package org.banggiao.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.banggiao.store.StoreSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptAnswersTest {
    private static final String EVENT = "/id/event/k7m2q";
    private static TestService keeping;
    private static TestService forgetting;

    @BeforeAll
    static void start() {
        keeping = TestService.of(PagesFixture.store(), Map.of());
        forgetting = TestService.of(PagesFixture.store(), Map.of("banggiao.limits.page-cache-size", "0"));
    }

    @AfterAll
    static void stop() {
        keeping.close();
        forgetting.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?lang=en",
                "/browse/event",
                "/browse/event?year=1950",
                EVENT,
                EVENT + ".ttl",
                EVENT + "?format=jsonld",
                EVENT + ".bib",
                "/id/claim/c1a",
                "/code/flowstage",
                "/ontology.ttl",
                "/id/event/none",
                "/browse/event?nothing=1"
            })
    void aKeptAnswerIsTheOneThatWasMade(String path) {
        for (var headers : List.of(
                new String[] {"Accept", "text/html", "Accept-Language", "en"},
                new String[] {"Accept", "text/html", "Accept-Language", "vi"},
                new String[] {"Accept", "text/turtle"},
                new String[] {"Accept", "text/html", "Accept-Encoding", "gzip"})) {
            var made = told(forgetting, path, headers);
            assertThat(told(keeping, path, headers)).as("first").isEqualTo(made);
            assertThat(told(keeping, path, headers)).as("again").isEqualTo(made);
            var tags = List.of(keeping.get(path, headers), keeping.get(path, headers)).stream()
                    .map(r -> r.headers().firstValue("ETag"))
                    .distinct();
            assertThat(tags).hasSize(1);
        }
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        var page = keeping.get(EVENT, "Accept", "text/html");
        var tag = page.headers().firstValue("ETag").orElseThrow();
        for (int i = 0; i < 2; i++) {
            var again = keeping.get(EVENT, "Accept", "text/html", "If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
            assertThat(again.headers().firstValue("Content-Type")).isEmpty();
        }
    }

    @Test
    void anAnswerThatWasKeptUnderAConditionIsWhole() {
        var path = "/id/event/evil1";
        var tag = forgetting
                .get(path, "Accept", "text/turtle")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(keeping.get(path, "Accept", "text/turtle", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(keeping.get(path, "Accept", "text/turtle").body())
                .isEqualTo(forgetting.get(path, "Accept", "text/turtle").body())
                .isNotEmpty();
    }

    @Test
    void whatIsAskedAgainIsNotMadeAgain() {
        var path = "/id/instrument/h4n";
        var hits = Pattern.compile("cache_gets_total\\{cache=\"pages\",result=\"hit\"\\} ([0-9.]+)");
        var before = hits(hits);
        for (int i = 0; i < 4; i++) {
            assertThat(keeping.get(path, "Accept", "text/html").statusCode()).isEqualTo(200);
        }
        assertThat(hits(hits) - before).isEqualTo(3);
    }

    private static double hits(Pattern pattern) {
        var match = pattern.matcher(keeping.get("/metrics").body());
        assertThat(match.find()).isTrue();
        return Double.parseDouble(match.group(1));
    }

    @Test
    void anotherStoreAnswersForItself() {
        var thing = "<https://w3id.org/banggiao/id/event/e1> <http://www.w3.org/2000/01/rdf-schema#label> ";
        var stores = Stream.of("first", "second")
                .map(name -> StoreSource.of(
                        TestService.store("<https://w3id.org/banggiao/graph/top> { " + thing + "\"" + name + "\" }")))
                .toList();
        var current = new AtomicReference<>(stores.getFirst());
        var source = new StoreSource() {
            @Override
            public Lease lease() {
                return current.get().lease();
            }

            @Override
            public Optional<Lease> lease(String release, int mostOlder) {
                return current.get().lease(release, mostOlder);
            }

            @Override
            public void close() {
                stores.forEach(StoreSource::close);
            }
        };
        try (var service = TestService.of(source, Map.of())) {
            assertThat(service.get("/id/event/e1.ttl").body()).contains("first");
            current.set(stores.getLast());
            assertThat(service.get("/id/event/e1.ttl").body()).contains("second");
        }
    }

    @Test
    void eachRequestHasItsOwnNumber() {
        var numbers = List.of(keeping.get(EVENT), keeping.get(EVENT), keeping.get(EVENT)).stream()
                .map(r -> r.headers().firstValue("Request-Id").orElseThrow())
                .distinct();
        assertThat(numbers).hasSize(3);
    }

    @Test
    void theLinksOfAnAnswerAreThoseOfTheAddressThatWasAsked() {
        var path = EVENT + ".linkset";
        try (var service = TestService.of(PagesFixture.store(), Map.of("banggiao.proxies", "127.0.0.1"))) {
            for (var host : List.of("one.example", "two.example", "one.example")) {
                assertThat(service.get(path, "X-Forwarded-Proto", "https", "X-Forwarded-Host", host)
                                .body())
                        .contains("https://" + host + EVENT)
                        .doesNotContain(host.equals("one.example") ? "two.example" : "one.example");
            }
        }
    }

    /** All that a client sees but the number of its request and the tag, unpacked. */
    private static Map<String, Object> told(TestService service, String path, String... headers) {
        var response = service.getBytes(path, headers);
        var told = new TreeMap<String, Object>(response.headers().map());
        told.remove("request-id");
        told.remove("date");
        told.remove("content-length");
        // Of a page that names the endpoint, whose port is another at each service.
        told.remove("etag");
        told.remove("transfer-encoding");
        told.remove("connection");
        told.put(":status", response.statusCode());
        told.put(":body", text(response).replace(":" + service.port(), ""));
        return told;
    }

    private static String text(HttpResponse<byte[]> response) {
        boolean isPacked = response.headers().firstValue("Content-Encoding").isPresent();
        try {
            var body = isPacked
                    ? new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes()
                    : response.body();
            return new String(body, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
