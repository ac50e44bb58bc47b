package org.banggiao.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.banggiao.publish.inbox.Tokens;
import org.banggiao.store.RemoteSettings;
import org.banggiao.store.RemoteSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service over a Fuseki: the same as over its own store, other answers once the data have changed, and problems while it is down. */
class RemoteStoreServiceTest {
    private static final String DATA = """
            PREFIX bg: <https://w3id.org/banggiao/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX : <https://w3id.org/banggiao/id/>
            GRAPH <https://w3id.org/banggiao/graph/one> {
              <https://w3id.org/banggiao/id/event/aaaaaaa1> a bg:Event ; rdfs:label "A visit of nobody"@en , "Chuyến thăm"@vi ; bg:year 1950 .
            }
            GRAPH <https://w3id.org/banggiao/graph/two> {
              <https://w3id.org/banggiao/id/event/aaaaaaa2> a bg:Event ; rdfs:label "A meeting of nobody"@en ; bg:year 1951 .
            }
            """;

    private static final List<String> PATHS = List.of(
            "/",
            "/id/event/aaaaaaa1",
            "/id/event/aaaaaaa1.ttl",
            "/id/event/aaaaaaa2.nt",
            "/id/event/nobody",
            "/graph/one",
            "/browse/event",
            "/search?q=visit",
            "/.well-known/void",
            "/sitemap.xml",
            "/timeline",
            "/sparql?query=" + TestService.encode("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o"),
            "/sparql?query=" + TestService.encode("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
            "/sparql?query=" + TestService.encode("ASK { ?s ?p 1951 }"),
            "/sparql?query=" + TestService.encode("DESCRIBE <https://w3id.org/banggiao/id/event/aaaaaaa1>")
                    + "&format=nt",
            "/sparql?query="
                    + TestService.encode(
                            "SELECT ?x { ?x <https://w3id.org/banggiao/ontology/search#matches> 'meeting' } ORDER BY ?x"),
            "/sparql?query=" + TestService.encode("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"));

    private static DatasetGraph data() {
        var data = DatabaseMgr.createDatasetGraph();
        data.executeWrite(() -> RDFParser.fromString(DATA, Lang.TRIG).parse(data));
        return data;
    }

    private static FusekiServer fuseki(DatasetGraph data) {
        return FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/ds", data)
                .build()
                .start();
    }

    @Test
    void answersAreThoseOfTheSameDataHere() {
        var here = TestService.store(DATA);
        var data = data();
        var fuseki = fuseki(data);
        var address = URI.create(fuseki.datasetURL("/ds") + "/sparql");
        var source = RemoteSource.follow(RemoteSettings.of(address), Optional.empty());
        try (var own = TestService.of(here, Map.of());
                var remote = TestService.of(source, Map.of())) {
            for (var path : PATHS) {
                var expected = own.get(path, "Accept", "*/*");
                var got = remote.get(path, "Accept", "*/*");
                assertThat(got.statusCode()).as(path).isEqualTo(expected.statusCode());
                assertThat(lines(got.body(), remote, remoteId(remote)))
                        .as(path)
                        .containsExactlyElementsOf(lines(expected.body(), own, "memory"));
            }
            var count = "/sparql?query=" + TestService.encode("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
            var before = remote.get(count, "Accept", "text/csv");
            data.executeWrite(() -> data.add(new Quad(
                    NodeFactory.createURI("https://w3id.org/banggiao/graph/two"),
                    NodeFactory.createURI("https://w3id.org/banggiao/id/event/aaaaaaa2"),
                    NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label"),
                    NodeFactory.createLiteralLang("Cuộc gặp", "vi"))));
            assertThat(remote.get(count, "Accept", "text/csv").body()).isEqualTo(before.body());
            source.refresh();
            var after = remote.get(count, "Accept", "text/csv");
            assertThat(after.body()).isNotEqualTo(before.body()).contains("8");
            assertThat(after.headers().firstValue("ETag"))
                    .isPresent()
                    .isNotEqualTo(before.headers().firstValue("ETag"));
            assertThat(remote.get("/id/event/aaaaaaa2.nt").body()).contains("aaaaaaa2");

            fuseki.stop();
            assertThat(source.releases()).isEmpty();
            source.refresh();
            var down = remote.get(
                    "/sparql?query=" + TestService.encode("SELECT * { ?s ?p 7 }"), "Accept", "application/json");
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.headers().firstValue("Retry-After")).contains("30");
            assertThat(down.body()).contains("problem/store-unreachable").doesNotContain(address.getAuthority());
            var page = remote.get("/id/event/nobody2", "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("<html").doesNotContain(address.getAuthority());
            assertThat(remote.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void linksOfRecordsAreOnPagesAndAQueryThatWouldJoinThemIsRefusedWithTheReason(@TempDir Path folder) {
        var data = data();
        var fuseki = fuseki(data);
        var address = URI.create(fuseki.datasetURL("/ds") + "/sparql");
        var settings = Map.of(
                "banggiao.inbox.enabled",
                "true",
                "banggiao.inbox.folder",
                folder.resolve("inbox").toString(),
                "banggiao.inbox.tokens[0].name",
                "A machine",
                "banggiao.inbox.tokens[0].hash",
                Tokens.hash("a-token-of-a-machine-0123456789"),
                "banggiao.inbox.tokens[0].role",
                "reviewer");
        var event = "https://w3id.org/banggiao/id/event/aaaaaaa1";
        try (var service =
                TestService.of(RemoteSource.follow(RemoteSettings.of(address), Optional.empty()), settings)) {
            var loaded = service.send(service.request(
                            "/review/table?apply=1",
                            "Authorization",
                            "Bearer a-token-of-a-machine-0123456789",
                            "Content-Type",
                            "text/csv")
                    .POST(BodyPublishers.ofString("record,title,about,holder\nhttps://archive.example/r/1,A letter,"
                            + event + ",An archive\n")));
            assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(200);
            assertThat(service.get("/id/event/aaaaaaa1", "Accept", "text/html").body())
                    .contains("https://archive.example/r/1");
            assertThat(service.get("/id/event/aaaaaaa1.ttl?_profile=rico").body())
                    .contains("<https://archive.example/r/1>");
            assertThat(service.get("/inbox/links.csv").body()).contains("A letter");

            var joined = service.get(
                    "/sparql?query=" + TestService.encode("SELECT * { ?s ?p ?o }"), "Accept", "application/json");
            assertThat(joined.statusCode()).isEqualTo(422);
            assertThat(joined.body())
                    .contains("problem/records-apart")
                    .contains("FROM <https://w3id.org/banggiao/graph/records>")
                    .doesNotContain(address.getAuthority());
            var alone = "SELECT ?r FROM <https://w3id.org/banggiao/graph/records>"
                    + " { ?r <https://www.ica.org/standards/RiC/ontology#hasOrHadSubject> <" + event + "> }";
            assertThat(service.query(alone, "text/csv").body()).contains("https://archive.example/r/1");
            assertThat(service.query(
                                    "SELECT ?year { <" + event + "> <https://w3id.org/banggiao/ontology#year> ?year }",
                                    "text/csv")
                            .body())
                    .as("what cannot find a link is asked of the store alone")
                    .contains("1950");
        } finally {
            fuseki.stop();
        }
    }

    private static String remoteId(TestService service) {
        return service.get("/health").body().replaceAll(".*\"release\":\"([^\"]+)\".*\\s*", "$1");
    }

    /** Lines without what tells where they are from; triples have no order. */
    private static List<String> lines(String body, TestService service, String release) {
        return body.replace(service.url(), "http://here")
                .replace("127.0.0.1:" + service.port(), "here")
                .replace(release, "memory")
                .replace(release.substring(0, Math.min(12, release.length())), "memory")
                .lines()
                .sorted()
                .toList();
    }
}
