package org.banggiao.publish.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banggiao.publish.TestService.header;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the endpoint says of faults: place, word, and what to do. */
class ProblemTest {
    private static final Pattern KIND = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\",\\s+\"[A-Z]");
    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(PagesFixture.store(), Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * { ?s foaf:name ?n } | 15 | foaf:name | PREFIX foaf: <http://xmlns.com/foaf/0.1/>",
                "SELECT * { ?s bg:date ?n } | 15 | bg:date | PREFIX bg: <https://w3id.org/banggiao/ontology#>",
                "SELECT * { ?s skso:note ?n } | 15 | skso:note | Did you mean skos: ? PREFIX skos: <http://www.w3.org/2004/02/skos/core#>",
                "SELEKT * { ?s ?p ?n } | 1 | SELEKT | Did you mean SELECT?",
                "SELECT * { ?s ?p ?o } GRUOP BY ?s | 23 | GRUOP | Did you mean GROUP?"
            })
    void aFaultOfSyntaxHasItsPlaceItsWordAndAHint(String query, int column, String token, String hint) {
        var problem = JSON.parse(
                service.query(query, "application/sparql-results+json").body());
        assertThat(problem.getNumber("line").intValue()).isEqualTo(1);
        assertThat(problem.getNumber("column").intValue()).isEqualTo(column);
        assertThat(problem.getString("token")).isEqualTo(token);
        assertThat(problem.getString("hint")).isEqualTo(hint);
        assertThat(service.query(query, "*/*").body()).endsWith("\n" + hint + "\n");
        var page = service.get("/query?query=" + TestService.encode(query), "Accept", "text/html")
                .body();
        assertThat(page).contains(hint.replace("<", "&lt;").replace(">", "&gt;"));
    }

    @Test
    void aProblemComesAsTurtleToo() {
        var response = service.query("SELECT \"\\n\\\"\" {", "text/turtle");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "Content-Type")).containsExactly("text/turtle;charset=utf-8");
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(response.body(), Lang.TURTLE).parse(graph);
        assertThat(graph.stream().map(t -> t.getPredicate().getLocalName()))
                .contains("type", "status", "title", "detail", "line", "column");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/sparql-results+json, text/turtle;q=0.5|application/problem+json",
                "text/turtle, application/sparql-results+json|application/problem+json",
                "text/turtle;q=0.9, application/json;q=0.8|text/turtle;charset=utf-8",
                "text/turtle, application/json;q=0|text/turtle;charset=utf-8",
                "text/turtle, text/plain|text/plain;charset=utf-8"
            })
    void aProblemComesInTheFormatThatTheClientLikesBest(String accept, String told) {
        var response = service.query("SELECT {", accept);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "Content-Type")).containsExactly(told);
    }

    @Test
    void aTermThatTheOntologyDoesNotHaveIsToldWithTheAnswer() {
        var prefix = "PREFIX bg: <https://w3id.org/banggiao/ontology#> ";
        var answer = service.query(prefix + "SELECT * { ?s a bg:Evnet ; bg:participnat ?p }", "text/csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Banggiao-Hint").getFirst())
                .contains("bg:Evnet is no term of the ontology. Did you mean bg:Event?")
                .contains("bg:participnat is no term of the ontology. Did you mean bg:participant?");
        assertThat(header(service.query(prefix + "SELECT * { ?s a bg:Event }", "text/csv"), "Banggiao-Hint"))
                .isEmpty();
    }

    @Test
    void everyKindHasItsPageInBothLanguages() throws IOException {
        var kinds = new TreeSet<String>();
        for (String file : new String[] {"Refusal", "Failures"}) {
            var source = Files.readString(Path.of("src/main/java/org/banggiao/publish/sparql/" + file + ".java"));
            KIND.matcher(source).results().forEach(m -> kinds.add(m.group(1)));
        }
        assertThat(kinds)
                .contains("query-syntax", "busy", "query-time", "result-size")
                .hasSizeGreaterThan(14);
        for (var kind : kinds) {
            for (var language : new String[] {"en", "vi"}) {
                var page = service.get("/problem/" + kind, "Accept", "text/html", "Accept-Language", language);
                assertThat(page.statusCode()).as(kind).isEqualTo(200);
            }
        }
        assertThat(service.get("/problem/none-such").statusCode()).isEqualTo(404);
    }
}
