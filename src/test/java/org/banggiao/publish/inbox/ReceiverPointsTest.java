package org.banggiao.publish.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The points of a receiver in the test suite of Linked Data Notifications, each under its name there, and discovery. */
class ReceiverPointsTest {
    private static final String LDP = "http://www.w3.org/ns/ldp#";

    @TempDir
    private Path folder;

    private TestService service;

    @BeforeEach
    void start() {
        service = InboxFixture.service(folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static Graph jsonLd(String text) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, Lang.JSONLD11).parse(graph);
        return graph;
    }

    private static Node ldp(String term) {
        return NodeFactory.createURI(LDP + term);
    }

    private String accepted() {
        var id = InboxFixture.id(
                InboxFixture.post(service, InboxFixture.announce("https://archive.example/r/1", "Biên bản")));
        assertThat(InboxFixture.decide(service, "accepted", "", id).statusCode())
                .isEqualTo(200);
        return id;
    }

    @Test
    void inboxIsDiscoveredByTheHeaderAndInTheDescription() {
        for (var path : new String[] {"/id/event/k7m2q", "/id/person/an-binh", "/id/country/finland"}) {
            assertThat(TestService.header(service.get(path, "Accept", "text/html"), "Link"))
                    .anyMatch(l -> l.startsWith("<../../inbox>") && l.contains("rel=\"" + LDP + "inbox\""));
            var turtle = service.get(path + ".ttl").body();
            assertThat(turtle).contains("ldp#inbox> <https://w3id.org/banggiao/inbox>");
        }
    }

    @Test
    void testReceiverOptionsResponse() {
        var answer = service.send(service.request("/inbox").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(TestService.header(answer, "Allow").getFirst())
                .contains("POST")
                .contains("GET");
    }

    @Test
    void testReceiverOptionsAcceptPostContainsJSONLD() {
        var answer = service.send(service.request("/inbox").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(TestService.header(answer, "Accept-Post")).anyMatch(v -> v.contains("application/ld+json"));
    }

    @Test
    void testReceiverPostCreated() {
        var answer = InboxFixture.post(service, InboxFixture.announce("https://archive.example/r/1", "Biên bản"));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(JSON.parse(answer.body()).getString("state")).isEqualTo("held");
    }

    @Test
    void testReceiverPostLocation() {
        var answer = InboxFixture.post(service, InboxFixture.announce("https://archive.example/r/1", "Biên bản"));
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(service.url() + "/inbox/")
                .matches(".*/[0-9a-f]{24}");
    }

    @Test
    void testReceiverPostLinkProfile() {
        var answer = InboxFixture.post(
                service,
                InboxFixture.announce("https://archive.example/r/1", "Biên bản"),
                "Content-Type",
                "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"");
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void testReceiverPostResponseConstraintsUnmet() {
        var answer = InboxFixture.post(service, "{\"@id\": \"https://example.org/x\"}", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(JSON.parse(answer.body()).getString("detail"))
                .contains("Announce")
                .contains("Annotation");
    }

    @Test
    void testReceiverGetResponse() {
        for (var accept : new String[] {"application/ld+json", "*/*"}) {
            var answer = service.get("/inbox", "Accept", accept);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/ld+json");
        }
        assertThat(service.get("/inbox").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/ld+json");
        assertThat(service.get("/inbox", "Accept", "text/turtle").body()).contains("ldp:Container");
        assertThat(service.get("/inbox", "Accept", "text/html").body()).contains("application/ld+json");
    }

    @Test
    void testReceiverGetLDPContains() {
        var id = accepted();
        var graph = jsonLd(service.get("/inbox").body());
        assertThat(graph.contains(
                        NodeFactory.createURI(service.url() + "/inbox"),
                        ldp("contains"),
                        NodeFactory.createURI(service.url() + "/inbox/" + id)))
                .isTrue();
    }

    @Test
    void testReceiverGetNotificationsLimited() {
        var id = InboxFixture.id(
                InboxFixture.post(service, InboxFixture.announce("https://archive.example/r/1", "Biên bản")));
        assertThat(service.get("/inbox").body()).doesNotContain(id);
        var held = service.get("/inbox/" + id);
        assertThat(held.statusCode()).isEqualTo(404);
        assertThat(held.body()).doesNotContain("archive.example").doesNotContain("Biên bản");
    }

    @Test
    void testReceiverGetNotificationsJSONLD() {
        var id = accepted();
        var answer = service.get("/inbox/" + id, "Accept", "application/ld+json");
        assertThat(answer.statusCode()).isEqualTo(200);
        var graph = jsonLd(answer.body());
        assertThat(graph.contains(
                        NodeFactory.createURI(service.url() + "/inbox/" + id),
                        NodeFactory.createURI("https://www.w3.org/ns/activitystreams#object"),
                        NodeFactory.createURI("https://archive.example/r/1")))
                .isTrue();
    }

    @Test
    void testReceiverGetNotificationsRDFSource() {
        var id = accepted();
        for (var answer : new String[] {
            service.get("/inbox/" + id).headers().firstValue("Content-Type").orElseThrow(),
            service.get("/inbox/" + id, "Accept", "*/*")
                    .headers()
                    .firstValue("Content-Type")
                    .orElseThrow()
        }) {
            assertThat(answer).startsWith("application/ld+json");
        }
    }

    @Test
    void testReceiverGetLDPContainer() {
        assertThat(jsonLd(service.get("/inbox").body())
                        .contains(NodeFactory.createURI(service.url() + "/inbox"), RDF.type.asNode(), ldp("Container")))
                .isTrue();
    }

    @Test
    void testReceiverGetLDPConstrainedBy() {
        var answer = service.get("/inbox");
        assertThat(TestService.header(answer, "Link")).anyMatch(l -> l.contains(LDP + "constrainedBy"));
        assertThat(service.get("/inbox.html").body()).contains("id=\"send\"");
    }
}
