package org.banggiao.publish.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
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
        write("later", question("Later?", "Sau?") + select("SELECT ?e { ?e a bg:Visit }"));
        write(
                "start",
                question("Which?", "Nào?")
                        + "    <https://schema.org/keywords> \"visits\" , \"beginner\" ;\n"
                        + select("PREFIX bg: <http://example.org/>\nSELECT ?e { ?e a bg:Visit ; rdfs:label ?l }"));
        var examples = ExampleFolder.read(folder);
        assertThat(examples).extracting(ExampleQuery::name).containsExactly("start", "later");
        assertThat(examples.getFirst())
                .isEqualTo(new ExampleQuery(
                        "start", Map.of("en", "Which?", "vi", "Nào?"), List.of("beginner", "visits"), """
                                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                                PREFIX bg: <http://example.org/>
                                SELECT ?e { ?e a bg:Visit ; rdfs:label ?l }
                                """));
        assertThat(examples.getLast().text()).startsWith("PREFIX bg: <https://w3id.org/banggiao/ontology#>\nSELECT");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws IOException {
        write("broken", question("Which?", "Nào?") + select("SELECT ?e { ?e a }"));
        write("english", "    rdfs:comment \"Which?\"@en ;\n" + select("SELECT ?e { ?e a bg:Visit }"));
        write("other-name", question("Which?", "Nào?") + select("SELECT ?e { ?e a bg:Visit }"));
        Files.move(folder.resolve("other-name.ttl"), folder.resolve("renamed.ttl"));
        write("truth", question("Is it?", "Có không?") + select("ASK { ?e a bg:Visit }"));
        Files.writeString(folder.resolve("words.ttl"), "no Turtle");
        assertThatThrownBy(() -> ExampleFolder.read(folder))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("sparql-examples/broken.ttl is no example query: ")
                .hasMessageContaining("sparql-examples/english.ttl is no example query: the question is asked in [en],"
                        + " not in vi. Correct it there.")
                .hasMessageContaining(
                        "sparql-examples/renamed.ttl is no example query: <https://w3id.org/banggiao/sparql-examples/renamed> has 0"
                                + " values of sh:select. Correct it there.")
                .hasMessageContaining(
                        "sparql-examples/truth.ttl is no example query: the query is no SELECT. Correct it there.")
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
        write("all", question("What?", "Gì?") + select("SELECT ?s ?o ?none { ?s rdfs:label|bg:value ?o }"));
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
        var row = java.util.Arrays.stream(cells).map(Optional::of).toList();
        return ExampleAnswer.of(List.of("a"), List.of(row), PREFIXES).lines().getLast();
    }

    @Test
    void whatHasChangedStandsInOrder() {
        var before = new ExampleAnswer(List.of("?a", "1", "2", "2", "4"));
        var after = new ExampleAnswer(List.of("?a", "0", "2", "3", "4"));
        assertThat(after.changesFrom(before)).containsExactly("+0", "-1", "-2", "+3");
        assertThat(after.changesFrom(after)).isEmpty();
        assertThat(new ExampleAnswer(List.of("?b", "1", "2", "2", "4")).changesFrom(before))
                .containsExactly("-?a", "+?b");
        assertThat(after.changesFrom(new ExampleAnswer(List.of("?a")))).containsExactly("+0", "+2", "+3", "+4");
    }

    private static String question(String english, String vietnamese) {
        return "    rdfs:comment \"" + english + "\"@en , \"" + vietnamese + "\"@vi ;\n";
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
