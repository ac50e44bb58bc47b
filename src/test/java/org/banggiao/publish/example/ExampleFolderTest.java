package org.banggiao.publish.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.banggiao.issue.FaultException;
import org.banggiao.publish.TestService;
import org.banggiao.publish.entity.Prefixes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleFolderTest {
    private static final Prefixes PREFIXES = Prefixes.of("https://w3id.org/banggiao/");

    @TempDir
    Path folder;

    @BeforeEach
    void prefixes() throws IOException {
        Files.copy(Path.of("sparql-examples", "prefixes.ttl"), folder.resolve("prefixes.ttl"));
    }

    @Test
    void aFileIsReadWithThePrefixesThatItsQueryUses() throws IOException {
        write("later", question("Later?", "Sau?") + usual() + select("SELECT ?e { ?e a bg:Visit }"));
        write(
                "start",
                question("Which?", "Nào?")
                        + level("beginner")
                        + "    <https://schema.org/keywords> \"visits\" , \"events\" ;\n"
                        + select("PREFIX bg: <http://example.org/>\nSELECT ?e { ?e a bg:Visit ; rdfs:label ?l }"));
        var examples = ExampleFolder.read(folder);
        assertThat(examples).extracting(ExampleQuery::name).containsExactly("start", "later");
        assertThat(examples.getFirst())
                .isEqualTo(new ExampleQuery(
                        "start",
                        Map.of("en", "Which?", "vi", "Nào?"),
                        Level.BEGINNER,
                        List.of("events", "visits"),
                        List.of(),
                        """
                                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                                PREFIX bg: <http://example.org/>
                                SELECT ?e { ?e a bg:Visit ; rdfs:label ?l }
                                """));
        assertThat(examples.getLast().text()).startsWith("PREFIX bg: <https://w3id.org/banggiao/ontology#>\nSELECT");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws IOException {
        write("broken", question("Which?", "Nào?") + usual() + select("SELECT ?e { ?e a }"));
        write("english", "    rdfs:comment \"Which?\"@en ;\n" + usual() + select("SELECT ?e { ?e a bg:Visit }"));
        write("other-name", question("Which?", "Nào?") + usual() + select("SELECT ?e { ?e a bg:Visit }"));
        Files.move(folder.resolve("other-name.ttl"), folder.resolve("renamed.ttl"));
        write("update", question("Is it?", "Có không?") + usual() + select("DELETE WHERE { ?e a bg:Visit }"));
        write("levels", question("Is it?", "Có không?") + level("easy") + select("ASK { ?e a bg:Visit }"));
        write(
                "subjects",
                question("Is it?", "Có không?")
                        + level("expert")
                        + "    <https://schema.org/keywords> \"visits\" ;\n"
                        + select("ASK { ?e a bg:Visit }"));
        Files.writeString(folder.resolve("words.ttl"), "no Turtle");
        assertThatThrownBy(() -> ExampleFolder.read(folder))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("sparql-examples/broken.ttl is no example query: ")
                .hasMessageContaining("sparql-examples/english.ttl is no example query: the question is asked in [en],"
                        + " not in vi. Correct it there.")
                .hasMessageContaining(
                        "sparql-examples/renamed.ttl is no example query: <https://w3id.org/banggiao/sparql-examples/renamed> has 0"
                                + " queries; it needs one value of sh:select, sh:ask, sh:construct or spex:describe."
                                + " Correct it there.")
                .hasMessageContaining("sparql-examples/update.ttl is no example query: ")
                .hasMessageContaining("sparql-examples/levels.ttl is no example query: its schema:educationalLevel is"
                        + " [easy], not one of [beginner, intermediate, expert]. Correct it there.")
                .hasMessageContaining(
                        "sparql-examples/subjects.ttl is no example query: its keywords [visits] name none"
                                + " of the subjects [events, agreements, aid, plans, actors, places, provenance, data].")
                .hasMessageContaining("sparql-examples/words.ttl is no Turtle: [line: 1, col: ");
    }

    @Test
    void aMissingFolderIsSaid() {
        assertThatThrownBy(() -> ExampleFolder.read(folder.resolve("none")))
                .isInstanceOf(FaultException.class)
                .hasMessage(
                        folder.resolve("none") + " cannot be read: name the folder that holds the example queries.");
    }

    @Test
    void anAnswerIsSortedAndNamesNoKeyThatWillChange() throws IOException {
        write("all", question("What?", "Gì?") + usual() + select("SELECT ?s ?o ?none { ?s rdfs:label|bg:value ?o }"));
        try (var store = TestService.store("""
                PREFIX bg: <https://w3id.org/banggiao/ontology#>
                PREFIX event: <https://w3id.org/banggiao/id/event/>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                <https://w3id.org/banggiao/graph/top> {
                  event:x-0123456789 rdfs:label "Thăm"@vi .
                  event:k7m2q rdfs:label "Visit"@en .
                  <https://w3id.org/banggiao/id/event/x-0123456789/amount/1> bg:value 12.50 .
                  <http://example.org/x-0123456789> bg:value 300 }
                """)) {
            assertThat(ExampleAnswer.of(ExampleFolder.read(folder).getFirst(), store, PREFIXES)
                            .lines())
                    .containsExactly(
                            "?s\t?o\t?none",
                            "<http://example.org/x-…>\t300\t",
                            "<https://w3id.org/banggiao/id/event/x-…/amount/1>\t12.5\t",
                            "event:k7m2q\tVisit\t",
                            "event:x-…\tThăm\t");
        }
    }

    @Test
    void numbersAreTheSameHoweverTheyAreWritten() {
        assertThat(row(number("123.0"), number("1E+2"), number("0.00"), number("1000")))
                .isEqualTo("123\t100\t0\t1000");
        assertThat(row(NodeFactory.createLiteralString("two\n lines"), NodeFactory.createLiteralString("1.0")))
                .isEqualTo("two lines\t1.0");
    }

    private static Node number(String lexical) {
        return NodeFactory.createLiteralDT(lexical, XSDDatatype.XSDdecimal);
    }

    private static String row(Node... cells) {
        var row = BindingFactory.builder();
        var names = new ArrayList<String>();
        for (var cell : cells) {
            names.add("c" + names.size());
            row.add(Var.alloc(names.getLast()), cell);
        }
        return ExampleAnswer.of(QueryFactory.create("SELECT * {}"), names, List.of(row.build()), PREFIXES)
                .lines()
                .getLast();
    }

    @Test
    void rowsStandInTheOrderThatTheQueryAsksForAndByTheirTextWhereThatIsOpen() throws IOException {
        write(
                "counted",
                question("How many?", "Bao nhiêu?")
                        + usual()
                        + select("SELECT ?s ?n { ?s bg:value ?n } ORDER BY DESC(?n)"));
        try (var store = TestService.store("""
                PREFIX bg: <https://w3id.org/banggiao/ontology#>
                PREFIX event: <https://w3id.org/banggiao/id/event/>
                <https://w3id.org/banggiao/graph/top> {
                  event:b bg:value 9 . event:a bg:value 9 . event:c bg:value 10 . event:d bg:value 1 }
                """)) {
            var answer = ExampleAnswer.of(ExampleFolder.read(folder).getFirst(), store, PREFIXES);
            assertThat(answer.lines())
                    .containsExactly("?s\t?n", "event:c\t10", "event:a\t9", "event:b\t9", "event:d\t1");
            assertThat(answer.columns()).containsExactly("s", "n");
            assertThat(answer.size()).isEqualTo(4);
            assertThat(answer.firstRows(1)).containsExactly(List.of("event:c", "10"));
        }
    }

    @Test
    void asksAreAnsweredInACellAndTriplesInRows() throws IOException {
        write("ask", question("Is it?", "Có không?") + usual() + "    sh:ask \"ASK { event:a bg:value 9 }\" .\n");
        write(
                "build",
                question("What?", "Gì?")
                        + usual()
                        + "    sh:construct \"CONSTRUCT { ?s rdfs:label 'ok' } { ?s bg:value ?n }\" .\n");
        write(
                "describe",
                question("What?", "Gì?")
                        + usual()
                        + "    <https://purl.expasy.org/sparql-examples/ontology#describe> \"DESCRIBE event:b\" .\n");
        try (var store = TestService.store("""
                PREFIX bg: <https://w3id.org/banggiao/ontology#>
                PREFIX event: <https://w3id.org/banggiao/id/event/>
                <https://w3id.org/banggiao/graph/top> { event:a bg:value 9 , 10 . event:b bg:value 8 }
                """)) {
            assertThat(ExampleFolder.read(folder))
                    .extracting(e -> ExampleAnswer.of(e, store, PREFIXES).lines())
                    .containsExactly(
                            List.of("?answer", "true"),
                            List.of(
                                    "?subject\t?predicate\t?object",
                                    "event:a\trdfs:label\tok",
                                    "event:b\trdfs:label\tok"),
                            List.of("?subject\t?predicate\t?object", "event:b\tbg:value\t8"));
        }
    }

    @Test
    void whatAQueryNamesIsFoundWhereverItStands() throws IOException {
        write("all", question("What?", "Gì?") + usual() + select("""
                SELECT ?s (SUM(IF(?o = country:china, 1, 0)) AS ?n) {
                  VALUES ?t { bg:Visit }
                  GRAPH <http://example.org/g> { ?s a ?t ; bg:place/^(bg:country|!bg:start)* country:laos }
                  { SELECT ?s { ?s bg:end ?e } }
                  BIND(event:b AS ?b)
                  FILTER(NOT EXISTS { ?s bg:date ?o } && ?o IN (event:a))
                } GROUP BY ?s
                """));
        assertThat(ExampleFolder.read(folder).getFirst().terms())
                .extracting(node -> PREFIXES.shorten(node.getURI()).orElse(node.getURI()))
                .containsExactlyInAnyOrder(
                        "country:china",
                        "bg:Visit",
                        "http://example.org/g",
                        "rdf:type",
                        "bg:place",
                        "bg:country",
                        "bg:start",
                        "country:laos",
                        "bg:end",
                        "event:b",
                        "bg:date",
                        "event:a");
    }

    @Test
    void whatHasChangedStandsInOrder() {
        var before = new ExampleAnswer(List.of("?a", "1", "2", "2", "4"));
        var after = new ExampleAnswer(List.of("?a", "0", "2", "3", "4"));
        assertThat(after.changesFrom(before)).containsExactly("+0", "-1", "-2", "+3");
        assertThat(after.changesFrom(after)).isEmpty();
        assertThat(new ExampleAnswer(List.of("?b", "1", "2", "2", "4")).changesFrom(before))
                .containsExactly("-?a", "+?b");
        assertThat(new ExampleAnswer(List.of("?a", "2", "1")).changesFrom(new ExampleAnswer(List.of("?a", "1", "2"))))
                .containsExactly("the same rows stand in another order");
        assertThat(after.changesFrom(new ExampleAnswer(List.of("?a")))).containsExactly("+0", "+2", "+3", "+4");
    }

    private static String question(String english, String vietnamese) {
        return "    rdfs:comment \"" + english + "\"@en , \"" + vietnamese + "\"@vi ;\n";
    }

    private static String level(String level) {
        return "    <https://schema.org/educationalLevel> \"" + level + "\" ;\n";
    }

    private static String usual() {
        return level("intermediate") + "    <https://schema.org/keywords> \"events\" ;\n";
    }

    private static String select(String query) {
        return "    sh:select \"\"\"" + query + "\"\"\" .\n";
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name + ".ttl"), """
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                <https://w3id.org/banggiao/sparql-examples/%s> a sh:SPARQLExecutable ;
                """.formatted(name) + content);
    }
}
