package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase1;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every store keeps to. */
abstract class StoreContract {
    private static final String DATA = """
            PREFIX : <http://example.org/>
            GRAPH :g1 { :a a :Visit ; :p 1 . :both :p 9 }
            GRAPH :g2 { :b a :Visit ; :p 2 . :both :p 9 . :a a :Visit }
            GRAPH :g3 { :c :p 3 }
            """;

    Store store;

    /** A store with the named graphs of the dataset. */
    abstract Store open(DatasetGraph dataset);

    @BeforeEach
    void open() {
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(DATA, Lang.TRIG).parse(dataset);
        store = open(dataset);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void statisticsCountAUnionOnceAndEachGraphByItself() {
        var statistics = store.statistics();
        assertThat(statistics.all().size()).isEqualTo(new Statistics.Size(6, 4, 5));
        assertThat(statistics.all().classes()).isEqualTo(Map.of("http://example.org/Visit", 2L));
        assertThat(statistics.all().properties().get("http://example.org/p")).isEqualTo(new Statistics.Size(4, 4, 4));
        assertThat(statistics.graphs().keySet()).isEqualTo(store.graphs());
        var second = statistics.graphs().get("http://example.org/g2");
        assertThat(second.size()).isEqualTo(new Statistics.Size(4, 3, 3));
        assertThat(second.datatypes()).isEqualTo(Map.of("http://www.w3.org/2001/XMLSchema#integer", 2L));
        assertThat(second.languages()).isEmpty();
        assertThat(second.links()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT (COUNT(*) AS ?v) { ?s ?p ?o }                                     | 6
            SELECT (COUNT(DISTINCT ?s) AS ?v) { ?s :p ?o }                           | 4
            SELECT (COUNT(?s) AS ?v) { ?s a :Visit }                                 | 2
            SELECT (COUNT(*) AS ?v) { GRAPH :g2 { ?s a :Visit } }                    | 2
            SELECT (COUNT(*) AS ?v) FROM :g1 FROM :g3 { ?s :p ?o }                   | 3
            SELECT (SUM(?n) AS ?v) { { SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p } } | 6
            """)
    void countsTriplesOfTheUnionOnce(String query, int expected) {
        try (var exec = store.query(
                QueryFactory.create("PREFIX : <http://example.org/> " + query),
                new QueryLimits(Duration.ofSeconds(20)))) {
            var row = exec.select().next();
            assertThat(NodeValue.makeNode(row.get("v")).getInteger().intValueExact())
                    .isEqualTo(expected);
        }
    }

    @Test
    void theDefaultGraphIsTheUnionOfTheNamedGraphsEachTripleOnce() {
        assertThat(values("?s :p ?v")).containsExactlyInAnyOrder("a 1", "b 2", "c 3", "both 9");
        assertThat(values("?s :p ?w . ?x a :Visit BIND(?s AS ?s2) BIND(1 AS ?v) FILTER(?s = ?x)"))
                .containsExactlyInAnyOrder("a 1", "b 1");
        assertThat(values("?s :p+ ?v")).containsExactlyInAnyOrder("a 1", "b 2", "c 3", "both 9");
    }

    @Test
    void eachNamedGraphIsThere() {
        assertThat(values("GRAPH :g2 { ?s :p ?v }")).containsExactlyInAnyOrder("b 2", "both 9");
        assertThat(rows("SELECT DISTINCT ?s ?v { GRAPH ?s { } BIND(1 AS ?v) }"))
                .containsExactlyInAnyOrder("g1 1", "g2 1", "g3 1");
        assertThat(store.graphs())
                .containsExactly("http://example.org/g1", "http://example.org/g2", "http://example.org/g3");
    }

    @Test
    void fromAsksExactlyThoseGraphs() {
        assertThat(rows("SELECT ?s ?v FROM :g1 { ?s :p ?v }")).containsExactlyInAnyOrder("a 1", "both 9");
        assertThat(rows("SELECT ?s ?v FROM :g1 FROM :g2 { ?s :p ?v }"))
                .containsExactlyInAnyOrder("a 1", "b 2", "both 9");
        assertThat(rows("SELECT ?s ?v FROM :g1 { GRAPH ?g { ?s :p ?v } }")).isEmpty();
        assertThat(rows("SELECT ?s ?v FROM NAMED :g3 { ?s :p ?v }")).isEmpty();
        assertThat(rows("SELECT ?s ?v FROM :g1 FROM NAMED :g3 { GRAPH ?g { ?s :p ?v } }"))
                .containsExactly("c 3");
    }

    @Test
    void fromOfWhatIsNotHereFindsNothingAndFetchesNothing() throws IOException {
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String there = "<http://127.0.0.1:" + listener.getLocalPort() + "/data.ttl>";
            assertThat(rows("SELECT ?s ?v FROM " + there + " { ?s :p ?v }")).isEmpty();
            assertThat(rows("SELECT ?s ?v FROM NAMED " + there + " { GRAPH ?g { ?s :p ?v } }"))
                    .isEmpty();
            assertNobodyCalled(listener);
        }
    }

    @Test
    void serviceIsRefusedAndCallsNobody() throws IOException {
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String there = "<http://127.0.0.1:" + listener.getLocalPort() + "/sparql>";
            assertThatThrownBy(() -> rows("SELECT ?s ?v { SERVICE " + there + " { ?s :p ?v } }"))
                    .hasMessageContaining("SERVICE");
            rowsOrFailure("SELECT ?s ?v { ?s :p ?v SERVICE SILENT " + there + " { ?s :p ?v } }");
            assertNobodyCalled(listener);
        }
    }

    private static void assertNobodyCalled(ServerSocket listener) throws IOException {
        listener.setSoTimeout(200);
        assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void noClassIsLoadedByName() {
        LoadedByName.loaded = false;
        String name = "<java:" + LoadedByName.class.getName() + ">";
        assertThat(rowsOrRefused("SELECT ?s ?v { ?s :p ?x BIND(" + name + "(?x) AS ?v) }"))
                .allMatch(row -> row.endsWith(" null"));
        assertThat(rowsOrRefused("SELECT ?s ?v { ?s " + name + " ?v }")).isEmpty();
        assertThat(rowsOrRefused("SELECT ?s ?v { ?s ^" + name + "/:p ?v }")).isEmpty();
        assertThat(LoadedByName.loaded).isFalse();
        assertThat(
                        rowsOrRefused(
                                "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT ?s ?v { ?s :p 1 BIND(afn:localname(?s) AS ?v) }"))
                .allMatch(row -> row.equals("a null"));
    }

    /** A function that a query could name by {@code java:}. */
    public static final class LoadedByName extends FunctionBase1 {
        static volatile boolean loaded;

        public LoadedByName() {
            loaded = true;
        }

        @Override
        public NodeValue exec(NodeValue v) {
            return v;
        }
    }

    @Test
    void standardFunctionsWork() {
        assertThat(rows("PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT ?s ?v {"
                        + " ?s :p 1 BIND(xsd:integer(\"7\") + STRLEN(\"ổn\") AS ?v) }"))
                .containsExactly("a 9");
    }

    @Test
    void theOtherFormsOfQuery() {
        try (var exec = store.query(QueryFactory.create("PREFIX : <http://example.org/> ASK { :a :p 1 }"), limits())) {
            assertThat(exec.ask()).isTrue();
        }
        try (var exec = store.query(QueryFactory.create("DESCRIBE <http://example.org/a>"), limits())) {
            assertThat(exec.describe().size()).isEqualTo(2);
        }
        try (var exec = store.query(QueryFactory.create("CONSTRUCT { ?o <urn:r> ?s } { ?s a ?o }"), limits())) {
            assertThat(exec.construct().size()).isEqualTo(2);
        }
    }

    @Test
    void aQueryEndsWhenItsTimeIsOver() {
        var query = QueryFactory.create("SELECT (COUNT(*) AS ?n) { " + "?a ?b ?c . ".repeat(1) + manyTimes() + " }");
        long start = System.nanoTime();
        try (var exec = store.query(query, new QueryLimits(Duration.ofMillis(200)))) {
            assertThatThrownBy(() -> exec.select().next()).isInstanceOf(QueryCancelledException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(values("?s :p 1 BIND(1 AS ?v)")).containsExactly("a 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REGEX(\"Hội nghị\", \"^hội.NGHỊ$\", \"i\") | true",
                "REGEX(\"a.b\", \".\", \"q\") | true",
                "REGEX(\"ab\", \".\", \"q\") | false",
                "REGEX(7, \"7\") | null",
                "REPLACE(\"abcb\"@vi, \"b(.)?\", \"<$1>\") | a<c><>",
                "REPLACE(\"abc\", \"B\", \"x\", \"i\") | axc",
                "REPLACE(\"abc\", \"x\", \"$7\") | abc",
                "REPLACE(\"abc\", \"b\", \"$7\") | null",
                "LANG(REPLACE(\"abcb\"@vi, \"b\", \"x\")) | vi",
                "CONCAT(\"a\"@vi, \"b\"@vi) | ab",
                "LANG(CONCAT(\"a\"@vi, \"b\"@vi)) | vi",
                "CONCAT(\"\", \"\") | ''",
                "<http://www.w3.org/2005/xpath-functions#concat>(\"a\", 1) | a1",
                "<http://www.w3.org/2005/xpath-functions#matches>(\"abc\", \"B\", \"i\") | true",
                "<http://www.w3.org/2005/xpath-functions#replace>(\"abc\", \"b\", \"\") | ac"
            })
    void functionsOfTextGiveWhatSparqlSays(String expression, String value) {
        assertThat(rows("SELECT ?s ?v { ?s :p 1 BIND(STR(" + expression + ") AS ?v) }"))
                .containsExactly("a " + value);
        assertThat(rows("SELECT ?s (SAMPLE(STR(" + expression + ")) AS ?v) { ?s :p 1 } GROUP BY ?s ORDER BY ("
                        + expression + ")"))
                .containsExactly("a " + value);
    }

    private static String manyTimes() {
        var text = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            text.append("?s")
                    .append(i)
                    .append(" ?p")
                    .append(i)
                    .append(" ?o")
                    .append(i)
                    .append(" . ");
        }
        return text.toString();
    }

    @Test
    void queriesNestAndCloseInAnyOrder() {
        var query = QueryFactory.create("SELECT * { ?s ?p ?o }");
        var outer = store.query(query, limits());
        var rows = outer.select();
        rows.next();
        var inner = store.query(query, limits());
        var innerRows = inner.select();
        outer.close();
        outer.close();
        assertThat(RowSetOps.count(innerRows)).isEqualTo(6);
        inner.close();
        assertThat(values("?s :p 1 BIND(1 AS ?v)")).containsExactly("a 1");
    }

    @Test
    void manyThreadsAskAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tasks = new ArrayList<Future<List<String>>>();
            for (int i = 0; i < 100; i++) {
                tasks.add(threads.submit(() -> values("?s :p ?v")));
            }
            for (var task : tasks) {
                assertThat(task.get()).hasSize(4);
            }
        }
    }

    @Test
    void closingLetsOpenQueriesFinishAndTakesNoMore() {
        var query = QueryFactory.create("SELECT * { ?s ?p ?o }");
        try (var exec = store.query(query, limits())) {
            var rows = exec.select();
            rows.next();
            store.close();
            assertThat(RowSetOps.count(rows)).isEqualTo(5);
            assertThatThrownBy(() -> store.query(query, limits()).close())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
        store.close();
    }

    @Test
    void quadsAreFoundByTheirTerms() {
        var a = NodeFactory.createURI("http://example.org/a");
        var p = NodeFactory.createURI("http://example.org/p");
        var two = NodeFactory.createLiteralDT("2", XSDDatatype.XSDinteger);
        assertThat(found(100, Quad.create(Node.ANY, a, Node.ANY, Node.ANY)))
                .containsExactlyInAnyOrder("g1 a type Visit", "g1 a p 1", "g2 a type Visit");
        assertThat(found(100, Quad.create(Node.ANY, Node.ANY, p, two))).containsExactly("g2 b p 2");
        assertThat(found(
                        100, Quad.create(NodeFactory.createURI("http://example.org/g3"), Node.ANY, Node.ANY, Node.ANY)))
                .containsExactly("g3 c p 3");
        assertThat(found(
                        100,
                        Quad.create(Node.ANY, a, p, Node.ANY),
                        Quad.create(Node.ANY, NodeFactory.createURI("http://example.org/c"), p, Node.ANY),
                        Quad.create(Node.ANY, Node.ANY, Node.ANY, two),
                        Quad.create(Node.ANY, NodeFactory.createURI("http://example.org/nobody"), p, Node.ANY)))
                .containsExactlyInAnyOrder("g1 a p 1", "g3 c p 3", "g2 b p 2");
        assertThat(found(2, Quad.create(Node.ANY, Node.ANY, Node.ANY, Node.ANY)))
                .hasSize(2);
        assertThat(found(100, Quad.create(Node.ANY, NodeFactory.createURI("http://example.org/nobody"), p, Node.ANY)))
                .isEmpty();
        assertThat(store.find(List.of(), 100, limits())).isEmpty();
    }

    private List<String> found(int most, Quad... patterns) {
        return store.find(List.of(patterns), most, limits()).stream()
                .map(quad -> Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
                        .map(node -> node.isLiteral()
                                ? node.getLiteralLexicalForm()
                                : node.getURI().replaceFirst(".*[/#]", ""))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void aDescriptionIsWhatStartsAtAThing() {
        assertThat(described("DESCRIBE :a :b")).isEqualTo(4);
        assertThat(described("DESCRIBE ?x { ?x :p ?n } ORDER BY ?n LIMIT 1")).isEqualTo(2);
        assertThat(described("DESCRIBE ?x :c { ?x :p ?n FILTER(?n < 2) }")).isEqualTo(3);
        assertThat(described("DESCRIBE :nobody")).isZero();
    }

    private long described(String query) {
        try (var exec = store.query(QueryFactory.create("PREFIX : <http://example.org/> " + query), limits())) {
            return exec.describe().size();
        }
    }

    @Test
    void countsWhatIsInIt() {
        var info = store.release();
        assertThat(info.quads()).isEqualTo(8);
        assertThat(info.graphs())
                .containsEntry("http://example.org/g1", 3L)
                .containsEntry("http://example.org/g2", 4L)
                .containsEntry("http://example.org/g3", 1L);
        assertThat(info.classes()).containsOnly(Map.entry("http://example.org/Visit", 2L));
    }

    private static QueryLimits limits() {
        return QueryLimits.DEFAULT;
    }

    List<String> values(String pattern) {
        return rows("SELECT ?s ?v { " + pattern + " }");
    }

    /** A store that cannot keep a name from being a function refuses the query. */
    private List<String> rowsOrRefused(String query) {
        try {
            return rows(query);
        } catch (RemoteFailure e) {
            assertThat(e.kind()).isEqualTo(RemoteFailure.Kind.NOT_OFFERED);
            return List.of();
        }
    }

    private void rowsOrFailure(String query) {
        try {
            rows(query);
        } catch (RuntimeException e) {
            assertThat(e).hasMessageContaining("SERVICE");
        }
    }

    /** Local name of ?s and value of ?v of each row. */
    List<String> rows(String text) {
        var rows = new ArrayList<String>();
        try (var exec = store.query(QueryFactory.create("PREFIX : <http://example.org/> " + text), limits())) {
            exec.select().forEachRemaining(row -> {
                var value = row.get("v");
                rows.add(row.get("s").getURI().replaceFirst(".*/", "") + " "
                        + (value == null ? "null" : value.isLiteral() ? value.getLiteralLexicalForm() : value));
            });
        }
        return rows;
    }
}
