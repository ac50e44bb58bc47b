package org.banggiao.publish.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.apache.jena.query.QueryType;
import org.banggiao.publish.TestService;
import org.banggiao.publish.sparql.ResultFormat.Kind;
import org.banggiao.store.Store;
import org.junit.jupiter.api.Test;

class KnownQueriesTest {
    private static final String BASE = "https://w3id.org/banggiao/";

    private final Store store = TestService.store("GRAPH <" + BASE + "graph/ontology> { <" + BASE
            + "ontology#Event> a <" + "http://www.w3.org/2002/07/owl#Class> }");
    private final KnownQueries queries = new KnownQueries(new QueryGuard(BASE, QueryExtension.NONE), 100_000);

    private CheckedQuery check(String text) {
        return queries.check(QueryRequest.of(text, Optional.empty()), store);
    }

    private String text(String query) {
        return check(query).facts().text();
    }

    @Test
    void whatIsAskedAgainIsKnownAndIsTheSameQuery() {
        var first = check("PREFIX x: <urn:x:> ASK { ?s x:p 1 }");
        var again = check("PREFIX x: <urn:x:> ASK { ?s x:p 1 }");
        assertThat(again.facts()).isSameAs(first.facts());
        assertThat(again.query()).isEqualTo(first.query()).isNotSameAs(first.query());
        assertThat(again.query()).isSameAs(again.query());
        assertThat(again.kind()).isEqualTo(Kind.ROWS);
        assertThat(again.facts().type()).isEqualTo(QueryType.ASK);
    }

    @Test
    void commentsSpacesAndPrefixesOfRowsMakeNoOtherQuery() {
        assertThat(text("PREFIX x: <urn:x:> SELECT * { ?s x:p ?o } # one"))
                .isEqualTo(text("PREFIX y: <urn:x:>  SELECT*{?s y:p ?o}"))
                .isEqualTo(text("SELECT * { ?s <urn:x:p> ?o }"))
                .isNotEqualTo(text("SELECT * { ?s <urn:x:p> ?other }"));
    }

    @Test
    void prefixesThatTheResultShowsMakeAnother() {
        assertThat(text("PREFIX x: <urn:x:> DESCRIBE x:s"))
                .isNotEqualTo(text("PREFIX y: <urn:x:> DESCRIBE y:s"))
                .isEqualTo(text("PREFIX x: <urn:x:> DESCRIBE <urn:x:s>"));
    }

    @Test
    void aBaseThatIsThereWhenTheQueryRunsMakesAnother() {
        assertThat(text("BASE <http://one.example/> SELECT (IRI(\"a\") AS ?a) {}"))
                .isNotEqualTo(text("BASE <http://two.example/> SELECT (IRI(\"a\") AS ?a) {}"));
        assertThat(check("BASE <http://one.example/> SELECT * { ?s ?p <a> }")
                        .query()
                        .toString())
                .contains("BASE", "http://one.example/");
    }

    @Test
    void theGraphsOfTheProtocolMakeAnother() {
        var graph = List.of(BASE + "graph/ontology");
        var some =
                queries.check(new QueryRequest("ASK {}", graph, List.of(), Optional.empty(), Optional.empty()), store);
        assertThat(some.facts().text()).isNotEqualTo(text("ASK {}"));
        assertThat(some.query().getGraphURIs()).isEqualTo(graph);
        assertThat(check("ASK {}").query().getGraphURIs()).isEmpty();
    }

    @Test
    void whatGivesSomethingElseEachTimeIsKnownAsThat() {
        assertThat(check("SELECT (NOW() AS ?n) {}").facts().isSame()).isFalse();
        assertThat(check("SELECT (1 AS ?n) {}").facts().isSame()).isTrue();
    }

    @Test
    void hintsAndRefusalsComeEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThat(check("PREFIX bg: <" + BASE + "ontology#> ASK { ?e a bg:Evnet }")
                            .facts()
                            .hints())
                    .singleElement()
                    .asString()
                    .contains("bg:Evnet", "bg:Event");
            assertThatThrownBy(() -> check("ASK FROM <urn:not:here> {}")).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> check("ASK { SERVICE <http://127.0.0.1/> {} }"))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void withoutPlaceNothingIsRemembered() {
        var none = new KnownQueries(new QueryGuard(BASE, QueryExtension.NONE), 0);
        var request = new QueryRequest("ASK {}", List.of(), List.of(), Optional.empty(), Optional.empty());
        assertThat(none.check(request, store).facts())
                .isEqualTo(none.check(request, store).facts());
    }
}
