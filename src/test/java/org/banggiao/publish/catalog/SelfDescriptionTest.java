package org.banggiao.publish.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banggiao.publish.TestService.header;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service says of itself, and whether that is so. */
class SelfDescriptionTest {
    private static final String PREFIXES = """
            PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
            PREFIX void: <http://rdfs.org/ns/void#>
            PREFIX ext: <http://ldf.fi/void-ext#>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX schema: <https://schema.org/>
            PREFIX ex: <http://example.org/>
            PREFIX g: <https://w3id.org/banggiao/graph/>
            """;
    private static final Map<String, Lang> FORMATS = Map.of(
            "text/turtle", Lang.TURTLE,
            "application/ld+json", Lang.JSONLD,
            "application/rdf+xml", Lang.RDFXML,
            "application/n-triples", Lang.NTRIPLES,
            "application/trig", Lang.TRIG);

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(TestService.store(PREFIXES + """
                GRAPH g:one {
                    ex:a a ex:C, ex:D ; ex:p 1, 2 ; ex:name "một"@vi, "one"@en ; ex:sees <http://other.test/x/1> .
                    ex:b a ex:C ; ex:p 1 ; ex:sees <http://other.test/x/2> .
                }
                GRAPH g:two { ex:a a ex:C ; ex:p 2, 3 . }
                """), Map.of("banggiao.limits.query-time", "7s"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Graph read(String path) {
        return read(path, "text/turtle");
    }

    private static Graph read(String path, String accept) {
        var response = service.get(path, "Accept", accept);
        assertThat(response.statusCode()).as(path + " " + accept).isEqualTo(200);
        assertThat(header(response, "Content-Type").getFirst()).startsWith(accept);
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(response.body(), FORMATS.get(accept)).parse(dataset);
        var graph = GraphFactory.createDefaultGraph();
        dataset.stream().forEach(quad -> graph.add(quad.asTriple()));
        return graph;
    }

    private static boolean ask(Graph graph, String pattern) {
        try (var exec = QueryExec.graph(graph)
                .query(PREFIXES + "ASK { " + pattern + " }")
                .build()) {
            return exec.ask();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql", "/.well-known/void", "/.well-known/sparql-examples"})
    void everyFormatSaysTheSame(String path) {
        var turtle = read(path);
        assertThat(turtle.isEmpty()).isFalse();
        assertThat(turtle.stream().noneMatch(t -> t.getSubject().isBlank())).isTrue();
        FORMATS.keySet()
                .forEach(format -> assertThat(read(path, format).isIsomorphicWith(turtle))
                        .as(path + " as " + format)
                        .isTrue());
        var byName = service.get(path + "?format=nt", "Accept", "text/html");
        assertThat(header(byName, "Content-Type")).containsExactly("application/n-triples");
        var first = service.get(path);
        assertThat(header(first, "Content-Type")).containsExactly("text/turtle;charset=utf-8");
        assertThat(service.get(path, "If-None-Match", header(first, "ETag").getFirst())
                        .statusCode())
                .isEqualTo(304);
        var none = service.get(path, "Accept", "image/png");
        assertThat(none.statusCode()).isEqualTo(406);
        assertThat(none.body()).contains("text/turtle, application/ld+json");
    }

    @Test
    void theEndpointSaysWhereItIsAndWhatItTakes() {
        var graph = read("/sparql");
        var endpoint = "<" + service.url() + "/sparql>";
        assertThat(ask(graph, "?s a sd:Service ; sd:endpoint " + endpoint + " ; sd:supportedLanguage sd:SPARQL11Query"))
                .isTrue();
        assertThat(ask(graph, endpoint + " a sd:Service ; sd:feature sd:UnionDefaultGraph"))
                .isTrue();
        for (String format : List.of(
                "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle")) {
            assertThat(ask(graph, "?s sd:resultFormat <http://www.w3.org/ns/formats/" + format + ">"))
                    .as(format)
                    .isTrue();
        }
        assertThat(ask(graph, "?s schema:additionalProperty [ schema:propertyID 'query-time' ; schema:maxValue 7 ]"))
                .isTrue();
        assertThat(ask(graph, "?s sd:supportedLanguage sd:SPARQL11Update")).isFalse();
    }

    @Test
    void theEndpointNamesItsGraphs() {
        var graph = read("/sparql");
        assertThat(ask(graph, """
                ?s sd:defaultDataset ?d . ?d sd:defaultGraph/void:triples 11 .
                ?d sd:namedGraph [ sd:name g:one ; sd:graph/void:triples 10 ] , [ sd:name g:two ; sd:graph/void:triples 3 ] .
                """)).isTrue();
    }

    @Test
    void statisticsAreThoseOfTheData() {
        var graph = read("/.well-known/void");
        assertThat(ask(graph, "?d void:sparqlEndpoint <" + service.url() + "/sparql> ; void:subset g:one, g:two"))
                .isTrue();
        assertThat(ask(graph, "?d void:sparqlEndpoint ?e ; void:triples 11 ; void:distinctSubjects 2 ; void:classes 2"))
                .isTrue();
        assertThat(ask(graph, "g:one void:classPartition [ void:class ex:C ; void:entities 2 ]"))
                .isTrue();
        assertThat(ask(graph, "?d void:sparqlEndpoint ?e ; void:classPartition [ void:class ex:C ; void:entities 2 ]"))
                .isTrue();
        assertThat(ask(graph, """
                g:one void:propertyPartition [ void:property ex:p ; void:triples 3 ; void:distinctSubjects 2 ;
                    void:distinctObjects 2 ] .
                ?d void:sparqlEndpoint ?e ; void:propertyPartition [ void:property ex:p ; void:triples 4 ;
                    void:distinctSubjects 2 ; void:distinctObjects 3 ] .
                """)).isTrue();
        assertThat(ask(graph, """
                g:two ext:datatypePartition [ ext:datatype <http://www.w3.org/2001/XMLSchema#integer> ; void:triples 2 ] .
                g:one ext:languagePartition [ ext:language "vi" ; void:triples 1 ] , [ ext:language "en" ] .
                """)).isTrue();
        assertThat(ask(graph, """
                g:one void:subset [ a void:Linkset ; void:linkPredicate ex:sees ; void:triples 2 ; void:subjectsTarget g:one ;
                    void:objectsTarget/void:uriSpace "http://other.test/x/" ] .
                """)).isTrue();
        assertThat(ask(graph, "g:two void:subset ?links")).isFalse();
    }

    @Test
    void examplesHaveQueriesAndPrefixes() {
        var graph = read("/.well-known/sparql-examples");
        assertThat(ask(graph, "?p sh:declare [ sh:prefix 'bg' ; sh:namespace ?n ]"))
                .isTrue();
        var queries = graph.find(Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/shacl#select"), Node.ANY)
                .toList();
        assertThat(queries).hasSizeGreaterThan(20);
        assertThat(ask(graph, """
                ?ours <https://purl.expasy.org/sparql-examples/ontology#federatesWith> ?partner ;
                    schema:target <https://w3id.org/banggiao/federation/sparql> .
                ?theirs <https://purl.expasy.org/sparql-examples/ontology#federatesWith> <https://w3id.org/banggiao/sparql> ;
                    schema:target ?other .
                """)).isTrue();
    }

    @Test
    void aBrowserIsSentToThePage() {
        var page = service.get("/sparql", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(header(page, "Location")).containsExactly("./query");
    }
}
