package org.banggiao.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupTest {
    private static final String BASE = "https://w3id.org/banggiao/";
    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(TestService.store("""
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX rico: <https://www.ica.org/standards/RiC/ontology#>
                BASE <https://w3id.org/banggiao/>
                <graph/links> {
                    <id/country/finland> rdfs:label "Finland"@en, "Phần Lan"@vi ;
                        skos:exactMatch <http://www.wikidata.org/entity/Q33>, <https://sws.geonames.org/660013/> .
                    <id/person/an-binh> rdfs:label "An Binh"@en ; skos:exactMatch <http://viaf.org/viaf/77> .
                    <https://archive.example/Record/7a#item> rico:hasOrHadSubject <id/country/finland> .
                    <id/country/finland> skos:closeMatch <id/country/suomi> .
                }
                """), Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.wikidata.org/entity/Q33",
                "https://www.wikidata.org/wiki/Q33",
                "https://m.wikidata.org/wiki/Special:EntityPage/Q33",
                "https://www.wikidata.org/wiki/Special:EntityData/Q33.json",
                " Q33 ",
                "wd:Q33",
                "https://www.geonames.org/660013/finland.html",
                "http://sws.geonames.org/660013",
                "geonames:660013",
                "HTTP://Archive.example/Record/7a#item",
                BASE + "id/country/finland"
            })
    void everySpellingLeadsToTheThing(String uri) {
        var answer = service.get("/lookup?format=json&uri=" + TestService.encode(uri));
        assertThat(answer.statusCode()).isEqualTo(200);
        var result =
                JSON.parse(answer.body()).get("results").getAsArray().get(0).getAsObject();
        assertThat(result.get("uri").getAsString().value()).isEqualTo(uri.strip());
        var things = result.get("things").getAsArray();
        assertThat(things).hasSize(1);
        var thing = things.get(0).getAsObject();
        assertThat(thing.get("iri").getAsString().value()).isEqualTo(BASE + "id/country/finland");
        assertThat(thing.get("label").getAsObject().get("vi").getAsString().value())
                .isEqualTo("Phần Lan");
        assertThat(thing.get("links").getAsArray())
                .as("a link to a thing from here is no look-up of others")
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.wikidata.org/entity/Q330",
                "Q3",
                "https://archive.example/record/7a#item",
                "https://archive.example/Record/7a#other",
                "https://archive.example/Record/7a",
                "<script>alert(1)</script>",
                "javascript:alert(1)"
            })
    void whatIsNotLinkedIsNotFound(String uri) {
        var path = "/lookup?uri=" + TestService.encode(uri);
        assertThat(service.get(path, "Accept", "application/json").statusCode()).isEqualTo(404);
        var page = service.get(path, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("<form")
                .doesNotContain("<script>alert")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void severalAreAnsweredInTheirOrder() {
        var body = service.get("/lookup?uri=Q33&uri=viaf:77&uri=viaf:78", "Accept", "application/json")
                .body();
        var results = JSON.parse(body).get("results").getAsArray();
        assertThat(results).hasSize(3);
        assertThat(results.get(1).toString()).contains("an-binh");
        assertThat(results.get(2).getAsObject().get("things").getAsArray()).isEmpty();
    }

    @Test
    void turtleHasTheLinksAsTheDataHaveThem() {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        service.get("/lookup?uri=Q33", "Accept", "text/turtle").body(), Lang.TURTLE)
                .parse(graph);
        var finland = NodeFactory.createURI(BASE + "id/country/finland");
        assertThat(graph.size()).isEqualTo(3);
        assertThat(graph.contains(
                        finland, SKOS.exactMatch.asNode(), NodeFactory.createURI("http://www.wikidata.org/entity/Q33")))
                .isTrue();
        assertThat(graph.contains(
                        NodeFactory.createURI("https://archive.example/Record/7a#item"),
                        NodeFactory.createURI("https://www.ica.org/standards/RiC/ontology#hasOrHadSubject"),
                        finland))
                .isTrue();
    }

    @Test
    void aPageInEachLanguageSaysWhatIsLinked() {
        var page = service.get("/lookup?uri=Q33&lang=en", "Accept", "text/html").body();
        assertThat(page)
                .contains("Finland", "Wikidata Q33", "GeoNames 660013", "https://archive.example/Record/7a#item")
                .contains("wikidata.org <span class=\"count\">1</span>")
                .contains("format=ttl");
        assertThat(service.get("/lookup", "Accept", "text/html", "Accept-Language", "vi")
                        .body())
                .contains("Tra cứu định danh");
    }

    @Test
    void tooMuchIsRefused() {
        assertThat(service.get("/lookup?" + "uri=Q1&".repeat(51)).statusCode()).isEqualTo(400);
        assertThat(service.get("/lookup?uri=" + "a".repeat(2001)).statusCode()).isEqualTo(400);
        assertThat(service.get("/lookup?format=xml").statusCode()).isEqualTo(400);
        assertThat(service.get("/lookup", "Accept", "image/png").statusCode()).isEqualTo(406);
    }
}
