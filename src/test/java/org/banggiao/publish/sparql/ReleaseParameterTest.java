package org.banggiao.publish.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banggiao.publish.TestService.encode;
import static org.banggiao.publish.TestService.header;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.banggiao.publish.TestService;
import org.banggiao.store.CurrentRelease;
import org.banggiao.store.RdfFile;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases asked by their id, with {@code release=ID}. */
class ReleaseParameterTest {
    private static final String QUERY = "SELECT ?o { ?s <http://example.org/p> ?o }";

    @TempDir
    private Path folder;

    private String oldest;
    private String before;
    private String now;
    private CurrentRelease source;
    private TestService service;

    @BeforeEach
    void serve() {
        oldest = make("1");
        before = make("2");
        now = make("3");
        source = CurrentRelease.follow(folder, Duration.ofHours(1));
        service = TestService.of(source, Map.of("banggiao.releases.open", "1"));
    }

    @AfterEach
    void stop() {
        service.close();
        source.close();
    }

    private String make(String object) {
        return Releases.in(folder)
                .make(scratch -> {
                    var file = Files.writeString(
                            scratch.resolve("data.trig"),
                            "GRAPH <http://example.org/g> { <http://example.org/a> <http://example.org/p> " + object
                                    + " }");
                    var quads = new SortedQuads(scratch);
                    RdfFile.of(file, "http://example.org/").readInto(quads);
                    return new ReleaseContent(quads, new TreeMap<>(), new TreeMap<>());
                })
                .id();
    }

    private HttpResponse<String> ask(String release) {
        return service.get("/sparql?release=" + release + "&query=" + encode(QUERY), "Accept", "text/csv");
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return service.send(service.request(path, "Content-Type", type, "Accept", "text/csv")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void theReleaseThatIsNamedAnswersByEveryWayOfTheProtocol() {
        var first = service.query(QUERY, "text/csv");
        assertThat(first.body()).isEqualTo("o\r\n3\r\n");
        assertThat(header(first, "Banggiao-Release")).containsExactly(now);
        assertThat(ask(now).body()).isEqualTo(first.body());
        assertThat(ask(before).body()).isEqualTo("o\r\n2\r\n");
        assertThat(header(ask(before), "Banggiao-Release")).containsExactly(before);
        assertThat(service.get("/sparql?release=" + before + "?query=" + encode(QUERY), "Accept", "text/csv")
                        .body())
                .as("as Comunica asks")
                .isEqualTo("o\r\n2\r\n");
        var form = "application/x-www-form-urlencoded";
        var query = "query=" + encode(QUERY);
        assertThat(post("/sparql", form, query + "&release=" + before).body()).isEqualTo("o\r\n2\r\n");
        assertThat(post("/sparql?release=" + before, form, query).body()).isEqualTo("o\r\n2\r\n");
        assertThat(post("/sparql?release=" + before, "application/sparql-query", QUERY)
                        .body())
                .isEqualTo("o\r\n2\r\n");
        assertThat(service.get("/sparql?default&release=" + before, "Accept", "application/n-triples")
                        .body())
                .contains("\"2\"");
    }

    @Test
    void whatItGivesStaysAndSaysSo() {
        var pinned = ask(before);
        assertThat(header(pinned, "Cache-Control")).containsExactly("public, max-age=86400");
        var tag = header(pinned, "ETag").getFirst();
        assertThat(service.get(
                                "/sparql?release=" + before + "&query=" + encode(QUERY),
                                "Accept",
                                "text/csv",
                                "If-None-Match",
                                tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(header(service.query(QUERY, "text/csv"), "Cache-Control")).containsExactly("no-cache");
        make("4");
        source.refresh();
        assertThat(ask(now).body()).isEqualTo("o\r\n3\r\n");
    }

    @Test
    void whatIsNotOpenIsSaidWithWhatIs() {
        var gone = ask(oldest);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(header(gone, "Cache-Control")).containsExactly("no-store");
        assertThat(gone.body()).contains(oldest).contains(now + ", " + before).doesNotContain("\"3\"");
        var none = service.get("/sparql?release=0123456789abcdef&query=" + encode(QUERY), "Accept", "application/json");
        assertThat(none.statusCode()).isEqualTo(404);
        var problem = JSON.parse(none.body());
        assertThat(problem.getString("type")).endsWith("no-such-release");
        assertThat(problem.getArray("releases").map(v -> v.getAsString().value()))
                .containsExactly(now, before);
        assertThat(service.get("/sparql?release=&query=" + encode(QUERY)).statusCode())
                .isEqualTo(404);
        assertThat(service.get("/sparql?release=" + now + "&release=" + before + "&query=" + encode(QUERY))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theDescriptionNamesThemAndEachDescribesItself() {
        var endpoint = service.url() + "/sparql";
        var description = RDFParser.fromString(
                        service.get("/sparql", "Accept", "text/turtle").body(), Lang.TURTLE)
                .toGraph();
        assertThat(description
                        .find()
                        .filterKeep(t -> t.getPredicate().getURI().endsWith("/hasVersion"))
                        .mapWith(t -> t.getObject().getURI())
                        .toSet())
                .containsExactlyInAnyOrder(endpoint + "?release=" + now, endpoint + "?release=" + before);
        var own = service.get("/sparql?release=" + before, "Accept", "text/turtle");
        assertThat(own.body())
                .contains("sd:endpoint <" + endpoint + "?release=" + before + ">")
                .contains(before + "\"");
        assertThat(service.get("/sparql?release=0123456789abcdef").statusCode()).isEqualTo(404);
    }
}
