package org.banggiao.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.banggiao.issue.FaultException;
import org.banggiao.store.StoreSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
            assertThat(response.headers().map()).as(path).doesNotContainKeys("server", "x-powered-by");
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
}
