package org.banggiao.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Engines of others that call this service over the released data and its example partners: each federated example gives the same by
 * each of them, and where this service fails, each says so. Comunica is among them where it is installed.
 */
class FederatedExamplesTest {
    private static final List<CallingEngine> ENGINES = new ArrayList<>();

    private static Members members;
    private static FailingMember failing;

    @BeforeAll
    static void start() {
        assumeTrue(Files.exists(Member.OURS.data()), () -> "skipped: there is no " + Member.OURS.data());
        ENGINES.add(new ArqEngine());
        ENGINES.add(new Rdf4jEngine(false));
        ENGINES.add(new Rdf4jEngine(true));
        for (boolean isOfSources : new boolean[] {false, true}) {
            ComunicaEngine.start(isOfSources).ifPresent(ENGINES::add);
        }
        members = Members.start();
        failing = FailingMember.start();
    }

    @AfterAll
    static void stop() {
        ENGINES.forEach(CallingEngine::close);
        if (members != null) {
            members.close();
            failing.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyEngineGivesTheSame() {
        return FederatedExample.all().stream().flatMap(example -> {
            var first = ENGINES.getFirst().ask(example, members.endpoints());
            assertThat(first).as(example.name()).isNotEmpty();
            return ENGINES.stream()
                    .skip(1)
                    .map(engine -> DynamicTest.dynamicTest(example.name() + ", " + engine.name(), () -> {
                        members.take();
                        assertThat(engine.ask(example, members.endpoints())).isEqualTo(first);
                        assertThat(members.take().get(Member.OURS))
                                .as("requests to this service")
                                .isNotEmpty()
                                .allMatch(seen -> seen.status() == 200);
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> aMemberThatFailsIsNotTakenForOneThatHasNothing() {
        var example = FederatedExample.named("when-was-what-a-record-is-about");
        return failing.endpoints().entrySet().stream()
                .flatMap(fault -> ENGINES.stream()
                        // FedX tells of a failure that comes after its choice of members most times, not always:
                        // threads race.
                        .filter(engine -> !fault.getKey().equals(FailingMember.LATE)
                                || !engine.name().contains("FedX"))
                        .map(engine -> DynamicTest.dynamicTest(fault.getKey() + ", " + engine.name(), () -> {
                            var endpoints = new LinkedHashMap<>(members.endpoints());
                            endpoints.put(Member.OURS, fault.getValue());
                            assertThatThrownBy(() -> engine.ask(example, endpoints))
                                    .isInstanceOf(RuntimeException.class);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> blocksOfValuesFitAndGiveARowForEach() {
        return ValuesBlock.SIZES.stream()
                .map(size -> DynamicTest.dynamicTest(size + " values", () -> {
                    var endpoint = members.endpoints().get(Member.OURS);
                    var query = ValuesBlock.query(size, 0);
                    var posted = ValuesBlock.ask(endpoint, query, true);
                    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
                    assertThat(posted.body().split("\"thing\": ?\\{", -1)).hasSizeGreaterThan(size);
                    // 25 are what FedX sends by GET.
                    if (size <= 150) {
                        assertThat(ValuesBlock.isForGet(size)).isTrue();
                        assertThat(ValuesBlock.ask(endpoint, query, false).body())
                                .isEqualTo(posted.body());
                    }
                }));
    }

    /** What VoID says of links and of properties is what a query counts. */
    @Test
    void linksetsAndPartitionsHaveAsManyTriplesAsAreCounted() {
        var endpoint = members.endpoints().get(Member.OURS);
        var description = RDFParser.source(endpoint.replace("/sparql", "/.well-known/void?format=ttl"))
                .lang(Lang.TURTLE)
                .toGraph();
        var links = rows(description, """
                SELECT ?graph ?property ?space ?triples { ?links a void:Linkset ; void:subjectsTarget ?graph ;
                  void:linkPredicate ?property ; void:triples ?triples ; void:objectsTarget/void:uriSpace ?space }""");
        assertThat(links).hasSizeGreaterThan(5);
        links.forEach(row -> assertThat(count(
                        endpoint,
                        "GRAPH <" + row.get("graph").getURI() + "> { ?s <"
                                + row.get("property").getURI()
                                + "> ?o FILTER(STRSTARTS(STR(?o), \""
                                + row.get("space").getLiteralLexicalForm() + "\")) }"))
                .as(row.toString())
                .isEqualTo(row.get("triples").getLiteralLexicalForm()));
        var properties = rows(description, """
                SELECT ?property ?triples { ?all void:sparqlEndpoint ?e ;
                  void:propertyPartition [ void:property ?property ; void:triples ?triples ] }""");
        assertThat(properties).hasSizeGreaterThan(50);
        // With VALUES the store looks; without, it would give what was counted beforehand.
        properties.stream()
                .limit(20)
                .forEach(row -> assertThat(count(
                                endpoint, "VALUES ?p { <" + row.get("property").getURI() + "> } ?s ?p ?o"))
                        .as(row.toString())
                        .isEqualTo(row.get("triples").getLiteralLexicalForm()));
    }

    private static List<Map<String, Node>> rows(Graph graph, String query) {
        var rows = new ArrayList<Map<String, Node>>();
        try (var exec = QueryExec.graph(graph)
                .query("PREFIX void: <http://rdfs.org/ns/void#> " + query)
                .build()) {
            exec.select().forEachRemaining(binding -> {
                var row = new TreeMap<String, Node>();
                binding.forEach((variable, value) -> row.put(variable.getVarName(), value));
                rows.add(row);
            });
        }
        return rows;
    }

    private static String count(String endpoint, String pattern) {
        try (var exec = QueryExecHTTP.service(endpoint)
                .query("SELECT (COUNT(*) AS ?n) { " + pattern + " }")
                .build()) {
            return exec.select().next().get("n").getLiteralLexicalForm();
        }
    }

    /** What FedX loses between its threads, the federation of this service notes at the connection. */
    @Test
    void theFederationHereSaysEachTimeThatAMemberFailedLate() {
        var settings = new LinkedHashMap<String, String>();
        var endpoints = List.of(
                failing.endpoints().get(FailingMember.LATE),
                members.endpoints().get(Member.at("https://archive.example.org/sparql")));
        for (int i = 0; i < endpoints.size(); i++) {
            settings.put("banggiao.federation.members[" + i + "].id", "m" + i);
            settings.put("banggiao.federation.members[" + i + "].title", "Member " + i);
            settings.put("banggiao.federation.members[" + i + "].endpoint", endpoints.get(i));
            settings.put("banggiao.federation.members[" + i + "].local", "true");
        }
        settings.put("banggiao.federation.rest", "0s");
        var query = FederatedExample.named("when-was-what-a-record-is-about").withoutService();
        try (var host = TestService.of(TestService.store(""), settings)) {
            for (int turn = 0; turn < 6; turn++) {
                var answer = host.get(
                        "/federation/sparql?query=" + TestService.encode(query),
                        "Accept",
                        "application/sparql-results+json");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(TestService.header(answer, "Banggiao-Partial"))
                        .singleElement()
                        .asString()
                        .startsWith("m0;");
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> comunicaIsAmongThem() {
        return Stream.of(DynamicTest.dynamicTest(
                "Comunica",
                () -> assumeTrue(
                        ENGINES.size() == 5,
                        () -> "skipped: Comunica is not in " + ComunicaEngine.FOLDER + ", or there is no Node.js;"
                                + " src/test/bench/federated-queries installs it")));
    }
}
