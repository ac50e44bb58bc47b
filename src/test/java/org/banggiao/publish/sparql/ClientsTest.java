package org.banggiao.publish.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;
import org.banggiao.publish.TestService;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.query.UpdateExecutionException;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The clients of Jena and RDF4J against the endpoint, given its address and nothing else. */
class ClientsTest {
    private static final String GRAPH = "https://w3id.org/banggiao/graph/notes";
    private static final String SELECT = "SELECT ?label { ?s <http://example.org/label> ?label } ORDER BY STR(?label)";
    private static final String COUNT =
            "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY DESC(?n)";
    private static final String CONSTRUCT = "CONSTRUCT WHERE { ?s <http://example.org/label> ?label }";
    private static final String BROKEN = "SELECT ?s { ?s }";

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(
                TestService.store("PREFIX : <http://example.org/> GRAPH <" + GRAPH + "> {"
                        + " :a :label 'Hội đàm'@vi . :b :label 'talks'@en ; :n 2 } GRAPH :g { :c :n 3 }"),
                Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String endpoint() {
        return service.url() + "/sparql";
    }

    @Test
    void jenaAsksRowsGraphsAndTruth() {
        try (QueryExecution exec = QueryExecutionHTTP.service(endpoint(), SELECT)) {
            var labels = new ArrayList<String>();
            exec.execSelect()
                    .forEachRemaining(row -> labels.add(row.getLiteral("label").getLexicalForm()));
            assertThat(labels).containsExactly("Hội đàm", "talks");
        }
        try (QueryExecution exec = QueryExecutionHTTP.service(endpoint(), COUNT)) {
            var first = exec.execSelect().next();
            assertThat(first.getResource("g").getURI()).isEqualTo(GRAPH);
            assertThat(first.getLiteral("n").getInt()).isEqualTo(3);
        }
        try (QueryExecution exec = QueryExecutionHTTP.service(endpoint(), CONSTRUCT)) {
            assertThat(exec.execConstruct().size()).isEqualTo(2);
        }
        try (QueryExecution exec = QueryExecutionHTTP.service(endpoint(), "ASK { ?s ?p 3 }")) {
            assertThat(exec.execAsk()).isTrue();
        }
        try (QueryExecution exec = QueryExecutionHTTP.service(endpoint(), "DESCRIBE <http://example.org/b>")) {
            assertThat(exec.execDescribe().size()).isEqualTo(2);
        }
    }

    @Test
    void jenaConnectsAndReadsGraphs() {
        try (var connection = RDFConnection.connect(endpoint())) {
            assertThat(connection.queryAsk("ASK { ?s ?p 2 }")).isTrue();
            assertThat(connection.fetch(GRAPH).size()).isEqualTo(3);
            assertThat(connection.fetch().size()).isEqualTo(4);
            assertThatThrownBy(() -> connection.update("CLEAR ALL")).asString().contains("415");
        }
    }

    @Test
    void jenaSeesThatAQueryIsRefused() {
        try (QueryExecution exec =
                QueryExecutionHTTP.service(endpoint()).queryString(BROKEN).build()) {
            assertThatThrownBy(exec::execSelect).asString().contains("400");
        }
    }

    private static <T> T rdf4j(Function<RepositoryConnection, T> use) {
        var repository = new SPARQLRepository(endpoint());
        try (var connection = repository.getConnection()) {
            return use.apply(connection);
        } finally {
            repository.shutDown();
        }
    }

    @Test
    void rdf4jAsksRowsGraphsAndTruth() {
        List<String> labels = rdf4j(c -> {
            try (var result = c.prepareTupleQuery(SELECT).evaluate()) {
                return result.stream()
                        .map(row -> row.getValue("label").stringValue())
                        .toList();
            }
        });
        assertThat(labels).containsExactly("Hội đàm", "talks");
        String count = rdf4j(c -> {
            try (var result = c.prepareTupleQuery(COUNT).evaluate()) {
                return result.next().getValue("n").stringValue();
            }
        });
        assertThat(count).isEqualTo("3");
        int triples = rdf4j(c -> {
            try (var result = c.prepareGraphQuery(CONSTRUCT).evaluate()) {
                return QueryResults.asModel(result).size();
            }
        });
        assertThat(triples).isEqualTo(2);
        boolean isTrue = rdf4j(c -> c.prepareBooleanQuery("ASK { ?s ?p 3 }").evaluate());
        assertThat(isTrue).isTrue();
    }

    @Test
    void rdf4jCountsListsGraphsAndReadsThem() {
        long size = rdf4j(RepositoryConnection::size);
        assertThat(size).isEqualTo(4);
        List<String> graphs = rdf4j(c -> {
            try (var ids = c.getContextIDs()) {
                return ids.stream().map(r -> r.stringValue()).sorted().toList();
            }
        });
        assertThat(graphs).containsExactly("http://example.org/g", GRAPH);
        long all = rdf4j(c -> {
            try (var statements = c.getStatements(null, null, null)) {
                return statements.stream().count();
            }
        });
        assertThat(all).isEqualTo(4);
    }

    @Test
    void rdf4jSeesThatAQueryIsRefused() {
        assertThatThrownBy(() -> rdf4j(c -> c.prepareTupleQuery(BROKEN).evaluate()))
                .isInstanceOf(QueryEvaluationException.class)
                .hasMessageContaining("Unexpected }");
        assertThatThrownBy(() -> rdf4j(c -> {
                    c.prepareUpdate("CLEAR ALL").execute();
                    return true;
                }))
                .isInstanceOf(UpdateExecutionException.class);
    }
}
