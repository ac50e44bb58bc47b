package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.claim.AidFlow;
import org.eclipse.rdf4j.query.parser.sparql.SPARQLParser;
import org.junit.jupiter.api.Test;

/** The three queries with which beginners start: they parse in two engines and answer, with the published prefixes. */
class BeginnersQueriesTest {
    private static final String VISITS = """
            SELECT ?label ?start WHERE { ?e a bg:Visit ; bg:participantCountry country:laos ; rdfs:label ?label ; bg:start ?start .
              FILTER(lang(?label) = "en") } ORDER BY ?start""";
    private static final String SUMS = """
            SELECT ?year ?unit (SUM(?v) AS ?total) WHERE { ?f bg:donorSet donorset:vietnam ; bg:recipientCountry country:laos ;
              bg:flowStage flowstage:delivery ; bg:year ?year ; bg:summableAmount ?a . ?a bg:value ?v ; bg:unit ?unit }
            GROUP BY ?year ?unit""";
    private static final String EVIDENCE = """
            SELECT ?value ?source WHERE { event:%s bg:hasClaim ?c . ?c said:date ?value ; said:statedIn/oa:hasSource ?file .
              ?source bg:hasFile ?file }""";

    @Test
    void theyParseInTwoEngines() {
        var prefixes = publishedPrefixes();
        for (var query : List.of(VISITS, SUMS, EVIDENCE.formatted("k7m2q"))) {
            assertThatCode(() -> org.apache.jena.query.QueryFactory.create(prefixes + query))
                    .doesNotThrowAnyException();
            assertThatCode(() -> new SPARQLParser().parseQuery(prefixes + query, null))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theyAnswer() {
        var visit = Fixtures.thing(Fixtures.visit(Fixtures.said("text-a", 100), "1976-08-05", "5-8-1976"));
        var flow = Fixtures.thing(
                Fixtures.flow(Fixtures.said("text-a", 300), "1976", AidFlow.Terms.GRANT, "132000000 VND"));
        var identifiers =
                Identifiers.empty().mint(List.of(visit, flow), Set.of("text-a")).table();
        var dataset = Fixtures.build(identifiers, visit, flow).dataset();
        assertThat(Fixtures.ask(dataset, VISITS)).containsExactly("Visit: Vietnam and Laos, 5 August 1976 1976-08-05");
        assertThat(Fixtures.ask(dataset, SUMS)).containsExactly("1976 currency/dong-to-1978 132000000");
        var event = identifiers.rows().stream()
                .filter(r -> r.resourceClass().equals("event"))
                .findFirst()
                .orElseThrow()
                .key();
        assertThat(Fixtures.ask(dataset, EVIDENCE.formatted(event))).containsExactly("1976-08-05 source/x-text-a");
    }

    /** The prefixes of {@code sparql-examples/prefixes.ttl} as SPARQL. */
    private static String publishedPrefixes() {
        var text = new StringBuilder();
        published()
                .forEach((prefix, namespace) -> text.append("PREFIX ")
                        .append(prefix)
                        .append(": <")
                        .append(namespace)
                        .append(">\n"));
        return text.toString();
    }

    /** The namespaces of {@code sparql-examples/prefixes.ttl} by their prefixes. */
    static SortedMap<String, String> published() {
        var graph = Ontology.readTurtle(Path.of("sparql-examples", "prefixes.ttl"));
        var prefix = NodeFactory.createURI("http://www.w3.org/ns/shacl#prefix");
        var namespace = NodeFactory.createURI("http://www.w3.org/ns/shacl#namespace");
        var found = new TreeMap<String, String>();
        graph.find(Node.ANY, prefix, Node.ANY)
                .forEachRemaining(t -> found.put(
                        t.getObject().getLiteralLexicalForm(),
                        graph.find(t.getSubject(), namespace, Node.ANY)
                                .next()
                                .getObject()
                                .getLiteralLexicalForm()));
        return found;
    }
}
