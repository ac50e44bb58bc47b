package org.banggiao.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.banggiao.issue.FaultException;
import org.banggiao.store.Store;
import org.banggiao.store.StoreSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {
    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(
                TestService.store("GRAPH <http://example.org/g> { <http://example.org/s> <http://example.org/p> 1 }"),
                Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void listensOnThisMachineOnly() {
        assertThat(service.url()).startsWith("http://127.0.0.1:");
        assertThat(ServeSettings.onPort(8080).address()).isEqualTo("127.0.0.1");
    }

    @Test
    void healthNamesTheRelease() {
        var health = service.get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"up\",\"release\":\"memory\"}\n");
    }

    @Test
    void everyResponseHasTheSecurityHeaders() {
        for (String path : new String[] {"/health", "/sparql", "/nothing-here", "/sparql?query=ASK%20%7B%7D"}) {
            var response = service.get(path);
            assertThat(response.headers().map())
                    .as(path)
                    .containsKeys("content-security-policy", "x-content-type-options", "referrer-policy");
            assertThat(TestService.header(response, "Content-Security-Policy")).hasSize(1);
            assertThat(response.headers().map())
                    .as(path)
                    .doesNotContainKeys("server", "x-powered-by", "fuseki-request-id");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/id/event/%2Fx", "/id/%5Cx", "/%", "/%00", "/id/event/%C3%28"})
    void anAddressThatCannotBeReadIsAProblemAsAllAre(String path) throws IOException {
        for (var expected : Map.of(
                        "text/html", "Content-Type: text/html;charset=utf-8",
                        "application/json", "Content-Type: application/problem+json",
                        "text/turtle", "Content-Type: text/turtle;charset=utf-8",
                        "*/*", "Content-Type: text/plain;charset=utf-8")
                .entrySet()) {
            try (var socket = new Socket("127.0.0.1", service.port())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept: " + expected.getKey()
                                        + "\r\nAccept-Language: vi\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (answer.startsWith("HTTP/1.1 404")) {
                    // Bytes that are no UTF-8 are an address that nothing has.
                    assertThat(path).isEqualTo("/id/event/%C3%28");
                    continue;
                }
                assertThat(answer)
                        .as(path)
                        .startsWith("HTTP/1.1 400")
                        .contains(expected.getValue(), "Content-Security-Policy: default-src 'none'")
                        .contains(
                                expected.getKey().equals("text/html")
                                        ? "<h1>Không đọc được địa chỉ này</h1>"
                                        : "two hexadecimal digits")
                        .doesNotContainIgnoringCase("tomcat", "apache", "at org.");
            }
        }
    }

    @Test
    void whatIsNotThereSaysSoWithoutTellingHowTheServiceIsMade() {
        var text = service.get("/nothing-here");
        assertThat(text.statusCode()).isEqualTo(404);
        assertThat(text.body())
                .isEqualTo("404 Not Found\nThere is nothing at this address."
                        + " The start page is /, the SPARQL endpoint is /sparql.\n");
        var json = service.get("/nothing-here", "Accept", "application/json");
        assertThat(json.statusCode()).isEqualTo(404);
        assertThat(TestService.header(json, "Content-Type")).containsExactly("application/problem+json");
        assertThat(json.body()).contains("\"status\"").contains("404").doesNotContain("springframework");
    }

    @Test
    void aPortInUseIsOneSentence() {
        var store =
                TestService.store("GRAPH <http://example.org/g> { <http://example.org/s> <http://example.org/p> 1 }");
        assertThatThrownBy(() -> Service.start(StoreSource.of(store), ServeSettings.onPort(service.port())))
                .isInstanceOf(FaultException.class)
                .hasMessage("Port " + service.port() + " of 127.0.0.1 is in use by another program."
                        + " Choose another one with --port, or end that program.");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 'The address 192.0.2.1 with port 0 cannot be listened on'",
        "no-such-host.invalid, 'The address no-such-host.invalid with port 0 cannot be listened on'"
    })
    void anAddressOfAnotherMachineIsOneSentence(String address, String message) {
        var source = StoreSource.of(store());
        assertThatThrownBy(() -> Service.start(source, new ServeSettings(address, 0)))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith(message)
                .hasMessageEndingWith("Give an address of this machine, such as 127.0.0.1.");
    }

    @ParameterizedTest
    @CsvSource({
        "banggiao.base-iri, https://example.org, 'ends with a slash, such as https://example.org/data/, and not \"https://example.org\"'",
        "banggiao.base-iri, ftp://example.org/, 'banggiao.base-iri is an address of the web'",
        "banggiao.base-iri, https://example.org/, 'banggiao.title is missing: name the service'",
        "banggiao.languages, fr, 'banggiao.languages names one or both of vi and en, each once, and not [fr]'",
        "banggiao.licence.url, by, 'banggiao.licence.url is the address of a page, such as https://creativecommons.org/'",
        "banggiao.licence.name, '', 'banggiao.licence needs both a name and a url'",
        "banggiao.publisher.email, nobody, 'banggiao.publisher.email is an address such as data@example.org'",
        "banggiao.publisher.contact, 'mailto:a@b', 'banggiao.publisher.url and .contact are addresses of pages'",
        "banggiao.accent, red, 'banggiao.accent is a colour such as #8a2b1d'",
        "banggiao.accent, '#ffcc00', 'is too pale to be read'",
        "banggiao.examples, all, 'It is banggiao.examples'",
        "banggiao.limits.query-length, 0, 'query-length 0'",
        "banggiao.limits.query-time, soon, 'soon'",
        "banggiao.quotation, everything, 'everything'"
    })
    void aSettingThatCannotBeIsOneSentence(String name, String value, String message) {
        var source = StoreSource.of(store());
        assertThatThrownBy(() -> Service.start(source, ServeSettings.onPort(0), Map.of(name, value)))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("A setting cannot be used: ")
                .hasMessageContaining(message);
    }

    @Test
    void largeHeadersAreRefused() {
        assertThat(service.get("/health", "X-Large", "x".repeat(40_000)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aConnectionThatSendsNothingIsClosed() throws IOException {
        var settings = Map.of("server.tomcat.connection-timeout", "500ms");
        try (var quick = TestService.of(store(), settings);
                var socket = new Socket("127.0.0.1", quick.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("POST /sparql HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(2000);
        }
    }

    @Test
    void requestsThatAreNotHttpDoNotLearnHowTheServiceIsMade() throws IOException {
        for (String line : new String[] {"GET /sparql?query={} HTTP/1.1", "GET /%00 HTTP/1.1", "NONSENSE"}) {
            try (var socket = new Socket("127.0.0.1", service.port())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream()
                        .write((line + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer)
                        .as(line)
                        .startsWith("HTTP/1.1 400")
                        .doesNotContainIgnoringCase("tomcat", "apache", "at org.");
            }
        }
    }

    @Test
    void anOpenRequestIsAnsweredBeforeTheServiceEnds() throws Exception {
        var slow = "SELECT (COUNT(*) AS ?n) { { SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT 300000 } }";
        var asked = new CountDownLatch(1);
        var stopping = TestService.of(telling(asked, store()), Map.of());
        // A socket of its own is connected when this line is done, however busy the machine is.
        try (var socket = new Socket("127.0.0.1", stopping.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET /sparql?query=" + URLEncoder.encode(slow, StandardCharsets.UTF_8)
                                    + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            stopping.close();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("300000");
        }
    }

    /** A store that tells when it is asked for the first time. */
    private static Store telling(CountDownLatch asked, Store store) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("query")) {
                        asked.countDown();
                    }
                    return method.invoke(store, arguments);
                });
    }

    private static Store store() {
        var trig = new StringBuilder("GRAPH <http://example.org/g> {");
        for (int i = 0; i < 100; i++) {
            trig.append("<http://example.org/s> <http://example.org/p> ")
                    .append(i)
                    .append(" .");
        }
        return TestService.store(trig.append("}").toString());
    }
}
