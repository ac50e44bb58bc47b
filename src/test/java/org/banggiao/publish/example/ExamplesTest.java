package org.banggiao.publish.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.banggiao.graph.Ontology;
import org.banggiao.publish.entity.Prefixes;
import org.eclipse.rdf4j.query.parser.sparql.SPARQLParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of {@code sparql-examples/}: of the SIB convention, in both languages, read by two engines. */
class ExamplesTest {
    private static final Path FOLDER = Path.of("sparql-examples");
    private static final Path CONVENTION = Path.of("../shared/suites/sparql-examples/spex.shacl.ttl");

    static List<ExampleQuery> examples() {
        return Stream.of(
                        ExampleFolder.read(FOLDER),
                        ExampleFolder.federated(FOLDER),
                        ExampleFolder.read(FOLDER.resolve("federated/service")))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void theProgramBringsTheSameExamplesAlong() {
        assertThat(ExampleFolder.ofProgram()).isEqualTo(ExampleFolder.read(FOLDER));
        assertThat(ExampleFolder.federatedOfProgram()).isEqualTo(ExampleFolder.federated(FOLDER));
        assertThat(ExampleFolder.read(FOLDER)).noneMatch(ExampleQuery::isFederated);
        assertThat(ExampleFolder.federated(FOLDER)).allMatch(ExampleQuery::isFederated);
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void theyKeepTheConvention() throws IOException {
        var shapes = convention();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (var file : files.filter(f -> f.toString().endsWith(".ttl")).toList()) {
                var report = ShaclValidator.get().validate(shapes, Ontology.readTurtle(file));
                assertThat(report.getEntries()).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void anExampleWithoutTargetAndQueryBreaksTheConvention() throws IOException {
        var example = RDFParser.fromString("""
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        <http://example.org/a> a <http://www.w3.org/ns/shacl#SPARQLExecutable> ; rdfs:comment "Which?"@en .
                        """, Lang.TURTLE).toGraph();
        assertThat(ShaclValidator.get().validate(convention(), example).getEntries())
                .hasSize(2);
    }

    private static Graph convention() throws IOException {
        assumeTrue(Files.exists(CONVENTION), () -> "skipped: the shapes of the convention are not at " + CONVENTION);
        // A pattern in it has one backslash before an s, which no Turtle allows.
        return RDFParser.fromString(Files.readString(CONVENTION).replace("\\s", "\\\\s"), Lang.TURTLE)
                .toGraph();
    }

    @Test
    void thePrefixesAreThoseOfTheService() {
        var graph = Ontology.readTurtle(FOLDER.resolve("prefixes.ttl"));
        var known = Prefixes.of("https://w3id.org/banggiao/").namespaces();
        var prefix = NodeFactory.createURI("http://www.w3.org/ns/shacl#prefix");
        var namespace = NodeFactory.createURI("http://www.w3.org/ns/shacl#namespace");
        graph.find(Node.ANY, prefix, Node.ANY)
                .forEach(t -> assertThat(graph.find(t.getSubject(), namespace, Node.ANY)
                                .next()
                                .getObject()
                                .getLiteralLexicalForm())
                        .isEqualTo(known.get(t.getObject().getLiteralLexicalForm())));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theSecondEngineParsesIt(ExampleQuery example) {
        assertThatCode(() -> new SPARQLParser().parseQuery(example.text(), null))
                .as(example.name())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsAskedInTwoLanguagesAndNotTheSameInBoth(ExampleQuery example) {
        assertThat(example.questions()).containsOnlyKeys("en", "vi");
        assertThat(example.question("vi")).endsWith("?").isNotEqualTo(example.question("en"));
        assertThat(example.question("en")).endsWith("?");
        assertThat(example.question("fr")).isEqualTo(example.question("en"));
        assertThat(example.keywords()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void theyGoFromBeginnersToExpertsAndAreOfAllKinds() {
        assertThat(examples()).filteredOn(ExampleQuery::isForBeginners).hasSizeGreaterThanOrEqualTo(14);
        assertThat(examples()).extracting(ExampleQuery::level).contains(Level.values());
        assertThat(examples()).extracting(ExampleQuery::subject).contains(Subject.values());
        assertThat(examples())
                .extracting(e -> e.query().queryType())
                .contains(QueryType.SELECT, QueryType.ASK, QueryType.CONSTRUCT, QueryType.DESCRIBE);
    }

    @Test
    void noTwoAskTheSame() {
        for (var language : List.of("en", "vi")) {
            assertThat(examples())
                    .extracting(e -> e.question(language))
                    .doesNotHaveDuplicates()
                    .allMatch(question -> question.chars().filter(c -> c == '?').count() == 1);
        }
        assertThat(examples()).extracting(ExampleQuery::text).doesNotHaveDuplicates();
    }

    /** The rows of an answer are put in order again by what the query orders by, so it must be in them. */
    @ParameterizedTest
    @MethodSource("examples")
    void whatItOrdersByIsInItsRows(ExampleQuery example) {
        var query = example.query();
        if (query.hasOrderBy()) {
            query.getOrderBy()
                    .forEach(condition -> assertThat(query.getResultVars())
                            .as(example.name())
                            .containsAll(condition.getExpression().getVarsMentioned().stream()
                                    .map(Var::getVarName)
                                    .toList()));
        }
        if (query.isSelectType()) {
            assertThat(query.hasOrderBy()).as(example.name()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void beginnersWriteFourPatternsOrEightWhereTheyAddUp(ExampleQuery example) {
        var query = example.query();
        int patterns = patterns(query);
        // A thing can be described by its address alone.
        assertThat(patterns)
                .as(example.name())
                .isGreaterThanOrEqualTo(query.getResultURIs().isEmpty() ? 1 : 0);
        if (example.isForBeginners()) {
            boolean isSum = query.getAggregators().stream()
                    .anyMatch(a -> a.getAggregator().getName().equals("SUM"));
            assertThat(patterns).as(example.name()).isLessThanOrEqualTo(isSum ? 8 : 4);
            // What stands in a filter is not counted: a beginner's query has nothing there.
            assertThat(example.text()).as(example.name()).doesNotContainIgnoringCase("exists");
        }
    }

    /** Triple patterns, of which a property path is one. */
    private static int patterns(Query query) {
        if (query.getQueryPattern() == null) {
            return 0;
        }
        int[] count = {0};
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                count[0] += block.getPattern().size();
            }

            @Override
            public void visit(ElementSubQuery sub) {
                count[0] += patterns(sub.getQuery());
            }
        });
        return count[0];
    }
}
