package org.banggiao.publish.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banggiao.publish.TestService.encode;

import java.util.Map;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Search in queries, and over HTTP. */
class SearchPatternsTest {
    private static final String PREFIXES =
            "PREFIX : <https://example.org/> PREFIX search: <https://w3id.org/banggiao/search#>"
                    + " PREFIX text: <http://jena.apache.org/text#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
                    + " PREFIX skos: <http://www.w3.org/2004/02/skos/core#> ";

    private static final TestService SERVICE = TestService.of(TestService.store("""
                    PREFIX : <https://example.org/>
                    PREFIX bg: <https://w3id.org/banggiao/ontology#>
                    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                    GRAPH :g {
                      :b a bg:Place ; rdfs:label "Bình Hoà"@vi , "Binh Hoa"@en ; skos:altLabel "Bến Bình"@vi .
                      :c a bg:Person ; rdfs:label "Hoà Thị Bính"@vi ; :from :b .
                      :d a bg:Person ; rdfs:label "<mark>Hoa</mark>"@vi .
                    }
                    """), Map.of());

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    private static String csv(String query) {
        return SERVICE.query(PREFIXES + query, "text/csv").body().replace("\r", "");
    }

    @Test
    void whatIsFoundJoinsWithTheGraph() {
        assertThat(csv("SELECT ?p { ?place search:matches \"bình hòa\" . ?p :from ?place }"))
                .isEqualTo("p\nhttps://example.org/c\n");
        assertThat(
                        csv(
                                "SELECT ?s { ?s a ?t . ?s search:matches \"hoà\" . FILTER EXISTS { ?s search:matches \"bình\" } }"))
                .isEqualTo("s\nhttps://example.org/b\n");
        assertThat(csv("ASK { :b search:matches \"binh\" }")).contains("true");
        assertThat(csv("ASK { :d search:matches \"binh\" }")).contains("false");
        assertThat(csv("SELECT ?n { { SELECT ?s { ?s search:matches \"bính\" } } ?s rdfs:label ?n }"))
                .isEqualTo("n\nHoà Thị Bính\n");
        assertThat(csv("SELECT ?s { ?s search:matches \"đường\" }")).isEqualTo("s\n");
        assertThat(csv("SELECT ?s { ?s <https://w3id.org/banggiao/search#matches> \"bính\" }"))
                .isEqualTo("s\nhttps://example.org/c\n");
        assertThat(csv("BASE <https://w3id.org/banggiao/> SELECT ?s { ?s <search#matches> \"bính\" }"))
                .isEqualTo("s\nhttps://example.org/c\n");
    }

    @Test
    void theShapeOfJenasTextIndexIsTaken() {
        assertThat(
                        csv(
                                "SELECT ?s ?name { (?s ?score ?name) text:query (rdfs:label \"binh\" 10) } ORDER BY DESC(?score)"))
                .startsWith("s,name\nhttps://example.org/b,");
        assertThat(csv("SELECT ?s ?name { (?s ?score ?name) text:query (skos:altLabel \"binh\") }"))
                .isEqualTo("s,name\nhttps://example.org/b,Bến Bình\n");
        assertThat(csv("SELECT ?name { (?s ?score ?name) text:query (rdfs:label \"binh hoa\" \"lang:en\") }"))
                .isEqualTo("name\nBinh Hoa\n");
        assertThat(csv("SELECT ?s { ?s text:query (\"hoa\" 1) }").lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?s search:matches ?words",
                "?s search:matches (rdfs:label)",
                "?s search:matches (\"a\" 100000)",
                "?s search:matches (\"a\" 0)",
                "(?s ?score ?literal ?graph) text:query \"a\"",
                "?s search:matches (\"a\" \"b\")",
                "?s search:matches \"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\""
            })
    void whatCannotBeAnsweredIsRefused(String pattern) {
        var answer = SERVICE.query(PREFIXES + "SELECT * { " + pattern + " }", "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("search");
    }

    @Test
    void theServiceSaysThatItSearches() {
        assertThat(SERVICE.get("/sparql", "Accept", "text/turtle").body())
                .contains("sd:propertyFeature", SearchPatterns.MATCHES, SearchPatterns.JENA_QUERY);
    }

    @Test
    void thePageMarksWhatWasAskedAndNothingElse() {
        var page = SERVICE.get("/search?lang=en&q=hoa", "Accept", "text/html").body();
        assertThat(page)
                .contains(
                        "&lt;mark&gt;<mark>Hoa</mark>&lt;/mark&gt;", "<mark>Hoà</mark> Thị Bính", "Only this spelling")
                .doesNotContain("<mark><mark>");
        assertThat(SERVICE.get("/search?lang=vi&q=" + encode("hoá"), "Accept", "text/html")
                        .body())
                .contains("Cách viết khác", "Không tìm thấy gì");
    }

    @Test
    void jsonIsGivenByAcceptOrFormatAndNotAgain() {
        var json = SERVICE.get("/search?q=binh&kind=place", "Accept", "application/json");
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(json.body()).contains("\"https://example.org/b\"").doesNotContain("example.org/c");
        assertThat(SERVICE.get("/search?q=binh&kind=place&format=json", "Accept", "text/html")
                        .body())
                .isEqualTo(json.body());
        var tag = json.headers().firstValue("ETag").orElseThrow();
        assertThat(SERVICE.get("/search?q=binh&kind=place&format=json", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(SERVICE.get("/search/suggest?q=B%C3%ACnh&limit=1").body()).contains("example.org/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q=a&page=0",
                "/search?q=a&page=101",
                "/search?q=a&kind=cow",
                "/search?q=a&format=xml",
                "/search/suggest?q=a&limit=21",
                "/search/suggest?q=a&limit=x"
            })
    void whatIsOutOfBoundsIsABadRequest(String path) {
        assertThat(SERVICE.get(path).statusCode()).isEqualTo(400);
        assertThat(SERVICE.get("/search?q=" + "a".repeat(201)).statusCode()).isEqualTo(400);
    }
}
