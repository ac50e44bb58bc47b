package org.banggiao.publish.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.banggiao.publish.TestService.encode;
import static org.banggiao.publish.TestService.header;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.http.GSP;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole graphs over HTTP (SPARQL 1.1 Graph Store HTTP Protocol): by their names, and at their own addresses. */
class GraphReadingTest {
    private static final String NOTES = "https://w3id.org/banggiao/graph/source/notes";
    private static final Graph EXPECTED = turtle("<urn:ex:a> <urn:ex:p> 'một', 'hai' .");

    private static TestService service;

    @BeforeAll
    static void start() {
        var many = new StringBuilder("GRAPH <http://example.org/many> { ");
        for (int i = 0; i < 25_000; i++) {
            many.append("<urn:ex:s")
                    .append(i % 5000)
                    .append("> <urn:ex:q> ")
                    .append(i)
                    .append(" . ");
        }
        service = TestService.of(
                TestService.store("GRAPH <" + NOTES + "> { <urn:ex:a> <urn:ex:p> 'một', 'hai' }"
                        + " GRAPH <http://example.org/g.ttl> { <urn:ex:b> <urn:ex:p> 3 } " + many + "}"),
                Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Graph turtle(String text) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, Lang.TURTLE).parse(graph);
        return graph;
    }

    private static String byName(String graph) {
        return "/sparql?graph=" + encode(graph);
    }

    private static DatasetGraph read(HttpResponse<String> response, String lang) {
        assertThat(response.statusCode()).isEqualTo(200);
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(response.body(), RDFLanguages.nameToLang(lang)).parse(dataset);
        return dataset;
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, Turtle",
        "application/n-triples, N-Triples",
        "application/rdf+xml, RDF/XML",
        "application/ld+json, JSON-LD",
        "'text/turtle;q=0.2, application/rdf+xml', RDF/XML"
    })
    void aGraphComesByItsNameAndAtItsAddress(String accept, String lang) {
        for (String path : new String[] {byName(NOTES), "/graph/source/notes"}) {
            var dataset = read(service.get(path, "Accept", accept), lang);
            assertThat(dataset.getDefaultGraph().isIsomorphicWith(EXPECTED))
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void formatsWithGraphsSayWhichGraphItIs() {
        for (String path : new String[] {byName(NOTES), "/graph/source/notes"}) {
            var dataset = read(service.get(path + (path.contains("?") ? "&" : "?") + "format=trig"), "TriG");
            assertThat(dataset.getDefaultGraph().isEmpty()).isTrue();
            assertThat(dataset.stream().map(q -> q.getGraph().getURI())).containsExactly(NOTES, NOTES);
        }
    }

    @Test
    void theDefaultGraphIsTheUnion() {
        var graph = read(service.get("/sparql?default", "Accept", "text/turtle"), "Turtle")
                .getDefaultGraph();
        assertThat(graph.size()).isEqualTo(25_003);
        assertThat(GSP.service(service.url() + "/sparql").defaultGraph().GET().isIsomorphicWith(graph))
                .isTrue();
    }

    @Test
    void aStandardClientReadsGraphs() {
        assertThat(GSP.service(service.url() + "/sparql").graphName(NOTES).GET().isIsomorphicWith(EXPECTED))
                .isTrue();
    }

    @Test
    void largeGraphsComeWhole() {
        for (String format : new String[] {"ttl", "nt", "rdf"}) {
            var response = service.get(byName("http://example.org/many") + "&format=" + format);
            var lang =
                    Map.of("ttl", "Turtle", "nt", "N-Triples", "rdf", "RDF/XML").get(format);
            assertThat(read(response, lang).getDefaultGraph().size()).isEqualTo(25_000);
        }
    }

    @Test
    void suffixesAreFormatsUnlessAGraphIsCalledSo() {
        var nt = service.get("/graph/source/notes.nt");
        assertThat(header(nt, "Content-Type")).containsExactly("application/n-triples");
        assertThat(header(nt, "Content-Location")).containsExactly("./notes.nt");
        assertThat(header(nt, "Link")).contains("<../../.well-known/void>; rel=\"describedby\"");
        assertThat(read(service.get(byName("http://example.org/g.ttl")), "Turtle")
                        .getDefaultGraph()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aGraphHasAPageToo() {
        var page = service.get("/graph/source/notes", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).containsExactly("text/html;charset=utf-8");
    }

    @Test
    void whatIsNotHereIs404AndNotFetched() {
        for (String path : List.of(byName("http://example.org/none"), byName("file:///etc/passwd"), byName("g"))) {
            var response = service.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.body())
                    .startsWith("404 No such graph\nThere is no graph <")
                    .contains("none is fetched");
            assertThat(service.send(service.request(path).HEAD()).statusCode()).isEqualTo(404);
        }
        assertThat(service.get("/graph/source/none").statusCode()).isEqualTo(404);
        assertThat(service.get(byName(NOTES) + "&format=csv").statusCode()).isEqualTo(406);
    }

    @Test
    void headAndTagsAreThoseOfGet() {
        for (String path : List.of(byName(NOTES), "/sparql?default", "/graph/source/notes.ttl")) {
            var get = service.get(path);
            var head = service.send(service.request(path).HEAD());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(header(head, "Content-Type")).isEqualTo(header(get, "Content-Type"));
            assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag")).hasSize(1);
            var again = service.get(path, "If-None-Match", header(get, "ETag").getFirst());
            assertThat(again.statusCode()).isEqualTo(304);
        }
        assertThat(header(service.get(byName(NOTES)), "ETag"))
                .isNotEqualTo(header(service.get(byName(NOTES) + "&format=nt"), "ETag"))
                .isNotEqualTo(header(service.get("/sparql?default"), "ETag"));
    }

    @Test
    void aGraphThatTakesTooLongIsNotTakenForTheWhole() {
        var data = new StringBuilder("GRAPH <https://w3id.org/banggiao/graph/many> { ");
        for (int i = 0; i < 100_000; i++) {
            data.append("<urn:ex:s").append(i).append("> <urn:ex:q> ").append(i).append(" . ");
        }
        try (var slow = TestService.of(TestService.store(data + "}"), Map.of("banggiao.limits.query-time", "1ms"))) {
            for (String path : List.of("/graph/many.nt", "/sparql?default&format=nt", "/graph/many.rdf")) {
                var broken = catchThrowable(() -> {
                    var response = slow.get(path);
                    assertThat(response.statusCode()).as(path).isEqualTo(503);
                    assertThat(header(response, "ETag")).isEmpty();
                });
                if (broken != null) {
                    assertThat(broken).as(path).isInstanceOf(UncheckedIOException.class);
                }
            }
        }
    }

    @Test
    void nothingIsWritten() {
        for (String path : List.of(byName(NOTES), "/sparql?default", byName("urn:ex:new"), "/graph/source/notes")) {
            for (String method : List.of("PUT", "POST", "DELETE", "PATCH")) {
                var response = service.send(service.request(path, "Content-Type", "text/turtle")
                        .method(method, BodyPublishers.ofString("<urn:ex:s> <urn:ex:p> 1 .")));
                assertThat(response.statusCode()).as(method + " " + path).isEqualTo(405);
                assertThat(response.body()).contains("only reads");
                assertThat(header(response, "Allow").getFirst()).startsWith("GET, HEAD");
            }
        }
        assertThat(service.get("/sparql?default&format=nt").body().lines()).hasSize(25_003);
    }
}
