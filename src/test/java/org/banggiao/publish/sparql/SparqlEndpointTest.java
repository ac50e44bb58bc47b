package org.banggiao.publish.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banggiao.publish.TestService.encode;
import static org.banggiao.publish.TestService.header;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SPARQL 1.1 protocol for queries, spoken over HTTP to a running service. */
class SparqlEndpointTest {
    private static final String PREFIXES = "PREFIX : <http://example.org/> ";
    private static final String SELECT = PREFIXES + "SELECT ?s ?v { ?s :p ?v } ORDER BY ?v";
    private static final String CONSTRUCT = PREFIXES + "CONSTRUCT { ?s :label ?l } WHERE { ?s :label ?l }";

    private static TestService service;

    @BeforeAll
    static void start() {
        var store = TestService.store("""
                PREFIX : <http://example.org/>
                GRAPH :g1 { :a :p 1 ; :label "Hội nghị Viêng Chăn"@vi }
                GRAPH :g2 { :b :p 2 ; :label "thỏa thuận 🤝"@vi }
                """);
        service = TestService.of(
                store, Map.of("banggiao.limits.query-length", "5000", "banggiao.limits.body-size", "20000"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> post(String contentType, String body, String... headers) {
        return postTo("/sparql", contentType, body, headers);
    }

    private static HttpResponse<String> postTo(String path, String contentType, String body, String... headers) {
        return service.send(service.request(path, headers)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void theThreeWaysToSendAQueryGiveTheSameAnswer() {
        var get = service.query(SELECT, "text/csv");
        assertThat(get.statusCode()).isEqualTo(200);
        assertThat(get.body()).isEqualTo("s,v\r\nhttp://example.org/a,1\r\nhttp://example.org/b,2\r\n");
        var form = post("application/x-www-form-urlencoded", "query=" + encode(SELECT), "Accept", "text/csv");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).isEqualTo(get.body());
        var direct = post("application/sparql-query", SELECT, "Accept", "text/csv");
        assertThat(direct.statusCode()).isEqualTo(200);
        assertThat(direct.body()).isEqualTo(get.body());
        var charset = post("application/sparql-query; charset=UTF-8", SELECT, "Accept", "text/csv");
        assertThat(charset.body()).isEqualTo(get.body());
    }

    @Test
    void vietnameseGoesThroughEveryWay() {
        String query = PREFIXES + "SELECT ?s { ?s :label \"Hội nghị Viêng Chăn\"@vi }";
        assertThat(service.query(query, "text/csv").body()).endsWith("example.org/a\r\n");
        assertThat(post("application/sparql-query", query, "Accept", "text/csv").body())
                .endsWith("example.org/a\r\n");
        assertThat(post("application/x-www-form-urlencoded", "query=" + encode(query), "Accept", "text/csv")
                        .body())
                .endsWith("example.org/a\r\n");
        assertThat(service.query(PREFIXES + "SELECT ?l { :b :label ?l }", "text/csv")
                        .body())
                .isEqualTo("l\r\nthỏa thuận 🤝\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, application/sparql-results+json",
        "application/sparql-results+xml, application/sparql-results+xml",
        "text/csv, text/csv;charset=utf-8",
        "text/tab-separated-values, text/tab-separated-values;charset=utf-8",
        "application/json, application/json",
        "application/xml, application/xml",
        "*/*, application/sparql-results+json",
        "text/*, text/csv;charset=utf-8",
        "'text/html, application/sparql-results+xml;q=0.4, text/csv;q=0.5', text/csv;charset=utf-8",
        "'text/csv;q=0, */*;q=0.1', application/sparql-results+json",
        "'application/sparql-results+json;q=0.2, application/*;q=0.9', application/json"
    })
    void rowsComeInTheFormatThatTheClientLikesBest(String accept, String contentType) {
        for (String query : new String[] {SELECT, "ASK { ?s ?p ?o }"}) {
            var response = service.query(query, accept);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Type")).containsExactly(contentType);
            assertThat(header(response, "Vary")).first().asString().containsIgnoringCase("accept");
            assertThat(response.body()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"json,RS_JSON", "xml,RS_XML", "csv,RS_CSV", "tsv,RS_TSV", "text/csv,RS_CSV"})
    void formatInTheAddressWins(String format, String lang) throws ReflectiveOperationException {
        var syntax = (Lang) ResultSetLang.class.getField(lang).get(null);
        for (String parameter : new String[] {"format", "output"}) {
            var response = service.get(
                    "/sparql?query=" + encode(SELECT) + "&" + parameter + "=" + encode(format),
                    "Accept",
                    "text/turtle");
            assertThat(response.statusCode()).isEqualTo(200);
            var rows = RowSetReaderRegistry.getFactory(syntax)
                    .create(syntax)
                    .read(
                            new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)),
                            Context.emptyContext());
            assertThat(RowSetOps.count(rows)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, text/turtle;charset=utf-8, Turtle",
        "application/n-triples, application/n-triples, N-Triples",
        "application/rdf+xml, application/rdf+xml, RDF/XML",
        "application/ld+json, application/ld+json, JSON-LD",
        "application/trig, application/trig, TriG",
        "application/n-quads, application/n-quads, N-Quads",
        "*/*, text/turtle;charset=utf-8, Turtle"
    })
    void graphsComeInEverySyntaxAndReadBackTheSame(String accept, String contentType, String lang) {
        for (String query : new String[] {CONSTRUCT, "DESCRIBE <http://example.org/a> <http://example.org/b>"}) {
            var response = service.query(query, accept);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Type")).containsExactly(contentType);
            var graph = GraphFactory.createDefaultGraph();
            RDFParser.fromString(response.body(), RDFLanguages.nameToLang(lang)).parse(graph);
            assertThat(graph.size()).isEqualTo(query.startsWith("DESCRIBE") ? 4 : 2);
            assertThat(graph.stream()
                            .map(t -> t.getObject().isLiteral() ? t.getObject().getLiteralLexicalForm() : ""))
                    .contains("Hội nghị Viêng Chăn", "thỏa thuận 🤝");
        }
    }

    @Test
    void noSuchFormatIs406WithTheList() {
        var rows = service.query(SELECT, "image/png");
        assertThat(rows.statusCode()).isEqualTo(406);
        assertThat(rows.body())
                .isEqualTo("406 No such format\nThe results of SELECT and ASK come as application/sparql-results+json,"
                        + " application/sparql-results+xml, text/csv, text/tab-separated-values."
                        + " Choose one by Accept or ?format=.\n");
        assertThat(service.query(CONSTRUCT, "text/csv").statusCode()).isEqualTo(406);
        assertThat(service.query(CONSTRUCT, "text/csv").body()).contains("text/turtle, application/ld+json");
        assertThat(service.get("/sparql?format=xls&query=" + encode(SELECT)).statusCode())
                .isEqualTo(406);
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        var head = service.send(service.request("/sparql?query=" + encode(SELECT), "Accept", "text/csv")
                .HEAD());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Type")).containsExactly("text/csv;charset=utf-8");
        assertThat(head.body()).isEmpty();
        assertThat(service.send(service.request("/sparql?query=SELEKT").HEAD()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anySiteMayAsk() {
        assertThat(header(service.query(SELECT, "*/*"), "Access-Control-Allow-Origin"))
                .containsExactly("*");
        assertThat(header(service.query("SELEKT", "*/*"), "Access-Control-Allow-Origin"))
                .containsExactly("*");
        var preflight = service.send(service.request(
                        "/sparql",
                        "Origin",
                        "https://example.org",
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Methods")).containsExactly("GET, HEAD, POST, OPTIONS");
        assertThat(header(preflight, "Access-Control-Allow-Headers").getFirst()).contains("Content-Type");
        var options = service.send(service.request("/sparql").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(header(options, "Allow")).containsExactly("GET, HEAD, POST, OPTIONS");
    }

    @Test
    void theDatasetOfTheProtocolWinsOverThatOfTheQuery() {
        String query = PREFIXES + "SELECT ?s FROM :g1 { ?s :p ?v }";
        String g2 = encode("http://example.org/g2");
        assertThat(service.query(query, "text/csv").body()).isEqualTo("s\r\nhttp://example.org/a\r\n");
        String address = "/sparql?default-graph-uri=" + g2 + "&query=" + encode(query);
        assertThat(service.get(address, "Accept", "text/csv").body()).isEqualTo("s\r\nhttp://example.org/b\r\n");
        String named = PREFIXES + "SELECT ?g { GRAPH ?g { ?s :p ?v } }";
        assertThat(service.get("/sparql?named-graph-uri=" + g2 + "&query=" + encode(named), "Accept", "text/csv")
                        .body())
                .isEqualTo("g\r\nhttp://example.org/g2\r\n");
        assertThat(postTo("/sparql?default-graph-uri=" + g2, "application/sparql-query", query, "Accept", "text/csv")
                        .body())
                .isEqualTo("s\r\nhttp://example.org/b\r\n");
        assertThat(post(
                                "application/x-www-form-urlencoded",
                                "query=" + encode(query) + "&default-graph-uri=" + g2 + "&default-graph-uri="
                                        + encode("http://example.org/g1"),
                                "Accept",
                                "text/csv")
                        .body()
                        .lines())
                .hasSize(3);
    }

    @Test
    void aSyntaxErrorSaysLineAndColumn() {
        var text = service.query("SELECT ?s\nWHERE { ?s ?p }", "*/*");
        assertThat(text.statusCode()).isEqualTo(400);
        assertThat(header(text, "Content-Type")).containsExactly("text/plain;charset=utf-8");
        assertThat(text.body())
                .startsWith("400 The query is not SPARQL 1.1\nLine 2, column 12: Unexpected }. Here may stand: ");
        var json = service.query("SELECT ?s\nWHERE { ?s ?p }", "application/sparql-results+json");
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(header(json, "Content-Type")).containsExactly("application/problem+json");
        var problem = JSON.parse(json.body());
        assertThat(problem.getString("type")).isEqualTo("https://w3id.org/banggiao/problem/query-syntax");
        assertThat(problem.getNumber("status").intValue()).isEqualTo(400);
        assertThat(problem.getNumber("line").intValue()).isEqualTo(2);
        assertThat(problem.getNumber("column").intValue()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s foaf:name ?n }|Line 1, column 15: Unresolved prefixed name: foaf:name.",
                "SELECT ?x (1 AS ?x) { }|Duplicate variable in result projection '?x'.",
                "SELECT * { ?s ?p \"open }|Line 1, column 18: This is not finished: \"open } .",
                "SELECT * { FILTER(NOFUNCTION(?x)) }|Line 1, column 19: This is no word of SPARQL: NOFUNCTION .",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?p|Non-group key variable in SELECT: ?s.",
                "SELECT ?s {|Line 1, column 11: The query ends too early. Here may stand: ",
                "JSON { \"a\": ?o } WHERE { ?s ?p ?o }|Line 1, column 1: This is no word of SPARQL: JSON ."
            })
    void otherFaultsOfAQueryAre400Too(String queryAndMessage) {
        String[] parts = queryAndMessage.split("\\|");
        var response = service.query(parts[0], "*/*");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("400 The query is not SPARQL 1.1\n" + parts[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sparql?query=",
                "/sparql?query=%20%0A",
                "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D",
                "/sparql?format=json&format=xml&query=ASK%20%7B%7D",
                "/sparql?query=ASK%FF%20%7B%7D",
                "/sparql?default&graph=http%3A%2F%2Fexample.org%2Fg1",
                "/sparql?graph=http%3A%2F%2Fexample.org%2Fg1&graph=http%3A%2F%2Fexample.org%2Fg2"
            })
    void whatIsNoQueryIs400WithASentence(String path) {
        var response = service.get(path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("400 Bad request\n").matches("(?s).*\\.\\n");
    }

    @Test
    void brokenPercentSignsAre400() {
        var response = post("application/x-www-form-urlencoded", "query=ASK%2", "Accept", "*/*");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("hexadecimal");
    }

    @Test
    void otherMediaTypesAndCharsetsAre415() {
        for (String type :
                new String[] {"text/plain", "application/json", "multipart/form-data; boundary=x", "text/turtle"}) {
            var response = post(type, SELECT);
            assertThat(response.statusCode()).as(type).isEqualTo(415);
            assertThat(response.body()).contains("application/sparql-query");
        }
        assertThat(post("application/sparql-query; charset=UTF-16", SELECT).statusCode())
                .isEqualTo(415);
        var without = service.send(service.request("/sparql").POST(BodyPublishers.ofString(SELECT)));
        assertThat(without.statusCode()).isEqualTo(415);
    }

    @Test
    void tooMuchIs413Or414() {
        String longQuery = SELECT + " # " + "x".repeat(5000);
        assertThat(service.query(longQuery, "*/*").statusCode()).isEqualTo(414);
        var direct = post("application/sparql-query", longQuery);
        assertThat(direct.statusCode()).isEqualTo(413);
        assertThat(direct.body()).contains("5000 are allowed");
        var body = post("application/sparql-query", "x".repeat(20_001));
        assertThat(body.statusCode()).isEqualTo(413);
        assertThat(body.body()).contains("20000 bytes");
        var chunked = service.send(service.request("/sparql", "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[30_000]))));
        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    @Test
    void aStandardClientWorksAndSeesFailures() {
        try (var exec =
                QueryExecHTTP.service(service.url() + "/sparql").query(SELECT).build()) {
            assertThat(RowSetOps.count(exec.select())).isEqualTo(2);
        }
        try (var exec = QueryExecHTTP.service(service.url() + "/sparql")
                .query(CONSTRUCT)
                .build()) {
            assertThat(exec.construct().size()).isEqualTo(2);
        }
    }

    @Test
    void nothingLiesBeneathTheEndpoint() {
        for (String path : new String[] {"/sparql/query", "/sparql/update", "/sparql/data", "/$/ping", "/update"}) {
            assertThat(service.get(path + "?query=" + encode(SELECT)).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }
}
