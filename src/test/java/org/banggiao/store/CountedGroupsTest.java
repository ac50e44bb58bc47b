package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.OpWalker;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.graph.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered by what was counted is what counting gives, on data made at random. */
class CountedGroupsTest {
    private static final String PREFIXES = "PREFIX : <http://example.org/> PREFIX bg: <" + Vocabulary.BG + "> ";
    private static final int QUADS = 400;

    /** Queries that are answered without counting. */
    private static Stream<String> counted() {
        return Stream.of(
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
                "SELECT (COUNT(DISTINCT *) AS ?n) { ?s ?p ?o }",
                "SELECT (COUNT(?o) AS ?n) (COUNT(DISTINCT ?s) AS ?m) (COUNT(DISTINCT ?p) AS ?k) { ?s ?p ?o }",
                "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s :p1 ?o }",
                "SELECT (COUNT(*) * 2 AS ?n) { ?s :p2 ?o }",
                "SELECT (COUNT(*) AS ?n) { ?s :none ?o }",
                "SELECT (COUNT(DISTINCT ?p) AS ?n) (COUNT(?s) AS ?m) { [] ?p ?s }",
                "SELECT (COUNT(?s) AS ?n) (COUNT(DISTINCT ?s) AS ?m) { ?s a :C1 }",
                "SELECT (COUNT(*) AS ?n) { ?s a :None }",
                "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY DESC(?n)",
                "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c HAVING (COUNT(*) > 20)",
                "SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?o) AS ?m) { ?s ?p ?o } GROUP BY ?p",
                "SELECT (COUNT(*) AS ?n) { GRAPH :g1 { ?s ?p ?o } }",
                "SELECT (COUNT(*) AS ?n) { GRAPH :none { ?s ?p ?o } }",
                "SELECT ?c (COUNT(*) AS ?n) { GRAPH :g2 { ?s a ?c } } GROUP BY ?c",
                "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
                "SELECT ?g (COUNT(?s) AS ?n) { GRAPH ?g { ?s a :C2 } } GROUP BY ?g",
                "SELECT ?y (COUNT(*) AS ?n) { ?s bg:year ?y } GROUP BY ?y ORDER BY ?y",
                "SELECT ?y (COUNT(?s) AS ?n) (COUNT(DISTINCT ?s) AS ?m) { ?s a :C1 ; bg:year ?y } GROUP BY ?y");
    }

    /** Queries that look like those and ask for something else. */
    private static Stream<String> others() {
        return Stream.of(
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?s }",
                "SELECT (COUNT(*) AS ?n) { ?s ?p 1 }",
                "SELECT (COUNT(*) AS ?n) { :s1 ?p ?o }",
                "SELECT (COUNT(?x) AS ?n) { ?s ?p ?o }",
                "SELECT (COUNT(STR(?o)) AS ?n) { ?s ?p ?o }",
                "SELECT (SUM(?o) AS ?n) { ?s :p1 ?o }",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(isIRI(?o)) }",
                "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s",
                "SELECT ?o (COUNT(*) AS ?n) { ?s :p1 ?o } GROUP BY ?o",
                "SELECT ?p ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ?s",
                "SELECT (COUNT(*) AS ?n) { ?s a :C1 ; :p1 ?o }",
                "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
                "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?g ?p ?o } } GROUP BY ?g",
                "SELECT ?n { GRAPH :g1 { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }",
                "SELECT ?n { { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }",
                "SELECT (COUNT(*) AS ?n) FROM :g1 { ?s ?p ?o }",
                "SELECT ?g (COUNT(*) AS ?n) FROM NAMED :g1 { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
                "SELECT ?y (COUNT(*) AS ?n) { ?s a :C1 . ?t bg:year ?y } GROUP BY ?y",
                "SELECT ?y (COUNT(*) AS ?n) { GRAPH :g1 { ?s bg:year ?y } } GROUP BY ?y");
    }

    @ParameterizedTest
    @MethodSource("counted")
    void givesWhatCountingGives(String query) {
        for (long seed = 1; seed <= 3; seed++) {
            var quads = random(seed);
            assertThat(withoutGroups(query, quads)).as(query).isTrue();
            assertThat(answer(query, quads)).as("seed %d: %s", seed, query).isEqualTo(slowly(query, quads));
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void leavesAloneWhatWasNotCounted(String query) {
        var quads = random(4);
        assertThat(answer(query, quads)).as(query).isEqualTo(slowly(query, quads));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c",
                "SELECT ?y (COUNT(*) AS ?n) { ?s bg:year ?y } GROUP BY ?y"
            })
    void countsClassesWithoutNamesAndYearsThatAreNoNumbersItself(String query) {
        var quads = random(5);
        var graph = NodeFactory.createURI("http://example.org/g1");
        quads.add(Quad.create(graph, iri("s1"), RDF.type.asNode(), NodeFactory.createBlankNode("class")));
        quads.add(Quad.create(graph, iri("s1"), Vocabulary.YEAR, NodeFactory.createLiteralString("1970s")));
        assertThat(withoutGroups(query, quads)).isFalse();
        assertThat(answer(query, quads)).isEqualTo(slowly(query, quads));
    }

    @Test
    void anEmptyStoreHasNothingOfAnything() {
        for (var query : counted().toList()) {
            assertThat(answer(query, Set.of())).as(query).isEqualTo(slowly(query, Set.of()));
        }
    }

    private static Set<Quad> random(long seed) {
        var random = new Random(seed);
        var quads = new HashSet<Quad>();
        for (int i = 0; i < QUADS; i++) {
            var graph = iri("g" + random.nextInt(3));
            var subject = iri("s" + random.nextInt(40));
            quads.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Quad.create(graph, subject, RDF.type.asNode(), iri("C" + random.nextInt(4)));
                        case 1 -> Quad.create(graph, subject, Vocabulary.YEAR, integer(1970 + random.nextInt(5)));
                        case 2 ->
                            Quad.create(graph, subject, iri("p" + random.nextInt(4)), iri("s" + random.nextInt(9)));
                        default -> Quad.create(graph, subject, iri("p1"), integer(random.nextInt(6)));
                    });
        }
        return quads;
    }

    private static Node iri(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }

    private static Node integer(int number) {
        return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
    }

    private static boolean withoutGroups(String query, Set<Quad> quads) {
        try (var store = MemoryStore.of(quads)) {
            var found = new AtomicBoolean();
            OpWalker.walk(
                    new CountedGroups(store.statistics())
                            .rewrite(Algebra.compile(QueryFactory.create(PREFIXES + query))),
                    new OpVisitorBase() {
                        @Override
                        public void visit(OpGroup group) {
                            found.set(true);
                        }
                    });
            return !found.get();
        }
    }

    private static List<String> answer(String query, Set<Quad> quads) {
        try (var store = MemoryStore.of(quads);
                var exec =
                        store.query(QueryFactory.create(PREFIXES + query), new QueryLimits(Duration.ofSeconds(20)))) {
            return rows(exec.select());
        }
    }

    /** By the engine alone, over a dataset whose default graph holds the union. */
    private static List<String> slowly(String query, Set<Quad> quads) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        quads.forEach(quad -> {
            dataset.add(quad);
            dataset.getDefaultGraph().add(quad.asTriple());
        });
        var asked = QueryFactory.create(PREFIXES + query);
        try (var exec = QueryExec.dataset(dataset).query(asked).build()) {
            return rows(exec.select());
        }
    }

    private static List<String> rows(RowSet rows) {
        var names = rows.getResultVars();
        return rows.stream()
                .map(row ->
                        names.stream().map(name -> name + "=" + row.get(name)).collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }
}
