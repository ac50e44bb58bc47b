package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.graph.DatasetFile;
import org.banggiao.graph.Ontology;
import org.banggiao.publish.TestService;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.example.ExampleAnswer;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.store.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The example partners, asked together with the released graph: what they refer to is there, and the examples give rows. */
class ExampleFederationTest {
    private static final Home HOME = new Home(Path.of(""));
    private static final Path EXPECTED = HOME.examples().resolve("federated/expected");
    private static final Prefixes PREFIXES = Prefixes.of(GraphFlow.IRIS.base());
    private static final String THINGS = GraphFlow.IRIS.base() + "id/";

    private static ExampleFederation partners;
    private static MemoryStore store;
    private static TestService service;

    @BeforeAll
    static void start() {
        assumeTrue(Files.exists(HOME.graph()), () -> "skipped: there is no " + HOME.graph());
        partners = ExampleFederation.start(HOME.partners());
        store = MemoryStore.copyOf(DatasetFile.read(HOME.graph()));
        service = TestService.of(store, partners.settings());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (partners != null) {
            partners.close();
        }
    }

    private static List<ExampleQuery> examples() {
        return ExampleFolder.federated(HOME.examples());
    }

    /** Each is asked of those members only that it is written for; one alone gives nothing. */
    @TestFactory
    Stream<DynamicTest> answersAreAsExpected() {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
                    var answer = answer(example, "ours," + partner(example));
                    var file = EXPECTED.resolve(example.name() + ".tsv");
                    if (Boolean.getBoolean("banggiao.update")) {
                        Files.writeString(file, String.join("\n", answer.lines()) + "\n");
                    }
                    assertThat(answer.lines())
                            .as("the answer to " + example.name()
                                    + "; where it is right, run with -Dbanggiao.update=true")
                            .isEqualTo(Files.readAllLines(file));
                    assertThat(answer.size()).isGreaterThan(2);
                    assertThat(answer(example, "ours").size()).isZero();
                    assertThat(answer(example, partner(example)).size()).isZero();
                }));
    }

    /** Asked of all members it gives the same: the others have nothing to add. */
    @TestFactory
    Stream<DynamicTest> allMembersGiveTheSame() {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.name(),
                        () -> assertThat(answer(example, "").lines())
                                .isEqualTo(Files.readAllLines(EXPECTED.resolve(example.name() + ".tsv")))));
    }

    @Test
    void noMemberIsAskedThatTheRequestDoesNotName() {
        var answer = service.get("/federation/sparql?members=ours,archive&query="
                + TestService.encode("ASK { ?s <http://example.org/none> ?o }"));
        assertThat(answer.headers().firstValue("Banggiao-Members").orElseThrow())
                .contains("ours;", "archive;")
                .doesNotContain("aid;", "encyclopaedia;");
        var wrong = service.get("/federation/sparql?members=ours,moon&query=" + TestService.encode("ASK { ?s ?p ?o }"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("They are: ours, encyclopaedia, archive, aid.");
    }

    @Test
    void whatThePartnersReferToIsDescribedHere() throws IOException {
        var links = new ArrayList<Node>();
        try (Stream<Path> files = Files.list(HOME.partners())) {
            for (var file : files.filter(f -> f.toString().endsWith(".ttl")).toList()) {
                Ontology.readTurtle(file).stream()
                        .map(t -> t.getObject())
                        .filter(o -> o.isURI() && o.getURI().startsWith(THINGS))
                        .forEach(links::add);
            }
        }
        var ours = DatasetFile.read(HOME.graph());
        assertThat(links)
                .hasSizeGreaterThan(30)
                .allSatisfy(link -> assertThat(ours.contains(Node.ANY, link, RDFS.label.asNode(), Node.ANY))
                        .as(link.toString())
                        .isTrue());
        var items = Ontology.readTurtle(HOME.partners().resolve("encyclopaedia.ttl"))
                .find(Node.ANY, NodeFactory.createURI("http://www.wikidata.org/prop/direct/P31"), Node.ANY)
                .mapWith(t -> t.getSubject())
                .toList();
        assertThat(items)
                .hasSizeGreaterThan(30)
                .allSatisfy(item -> assertThat(ours.contains(Node.ANY, Node.ANY, SKOS.exactMatch.asNode(), item))
                        .as(item.toString())
                        .isTrue());
    }

    /** The id of the partner whose address an example names. */
    private static String partner(ExampleQuery example) {
        assertThat(example.partners()).hasSize(1);
        return example.partners().getFirst().replaceAll("https://([a-z]+)\\.example\\.org/sparql", "$1");
    }

    private static ExampleAnswer answer(ExampleQuery example, String members) {
        var answer = service.get(
                "/federation/sparql?strict=true&members=" + members + "&query=" + TestService.encode(example.text()),
                "Accept",
                "application/sparql-results+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var found =
                ResultSetFactory.fromJSON(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
        var rows = new ArrayList<Binding>();
        while (found.hasNext()) {
            rows.add(found.nextBinding());
        }
        return ExampleAnswer.of(example.query(), found.getResultVars(), rows, PREFIXES);
    }
}
