package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesCommandTest {
    private static final String GRAPH = " <https://w3id.org/banggiao/graph/top> .\n";
    private static final String EXPECTED = "sparql-examples/expected/visits.tsv";

    @TempDir
    Path home;

    @BeforeEach
    void aHomeWithOneQuestion() throws IOException {
        Files.createDirectories(home.resolve("data/authority"));
        Files.createDirectories(home.resolve("data/graph"));
        Files.createDirectories(home.resolve("sparql-examples"));
        Files.writeString(home.resolve("sparql-examples/visits.ttl"), """
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                <https://w3id.org/banggiao/sparql-examples/visits> a sh:SPARQLExecutable ;
                    rdfs:comment "Which visits?"@en , "Những chuyến thăm nào?"@vi ;
                    <https://schema.org/educationalLevel> "beginner" ; <https://schema.org/keywords> "events" ;
                    sh:select "SELECT ?visit { ?visit a <https://w3id.org/banggiao/ontology#Visit> }" .
                """);
        data("k7m2q", "b2c3d");
        System.setProperty(Home.PROPERTY, home.toString());
    }

    @AfterEach
    void theUsualHome() {
        System.clearProperty(Home.PROPERTY);
    }

    @Test
    void answersAreWrittenAndThenTheyAreAsExpected() throws IOException {
        Cli first = Cli.run("examples");
        assertThat(first.exit()).isEqualTo(1);
        assertThat(first.out())
                .startsWith("visits:\nthere is no " + home.resolve(EXPECTED) + " yet: 2 rows are new\n")
                .endsWith("1 questions, 1 changed; if they are right now, run ./banggiao examples --update.\n");

        assertThat(Cli.run("examples", "--update").exit()).isZero();
        assertThat(home.resolve(EXPECTED)).hasContent("?visit\nevent:b2c3d\nevent:k7m2q");
        Cli again = Cli.run("examples");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).isEqualTo("1 questions, 0 changed.\n");
    }

    @Test
    void anAnswerThatChangedIsShownLineByLine() throws IOException {
        assertThat(Cli.run("examples", "--update").exit()).isZero();
        data("k7m2q", "z9y8x");
        Cli changed = Cli.run("examples");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.out()).startsWith("visits:\n-event:b2c3d\n+event:z9y8x\n1 questions, 1 changed");
    }

    @Test
    void whatIsNoLongerAskedIsTakenAway() throws IOException {
        Path old = home.resolve("sparql-examples/expected/old.tsv");
        assertThat(Cli.run("examples", "--update").exit()).isZero();
        Files.writeString(old, "?a\n");
        assertThat(Cli.run("examples").out()).contains(old + ": there is no such question any more.");
        assertThat(Cli.run("examples", "--update").exit()).isZero();
        assertThat(old).doesNotExist();
    }

    @Test
    void dataThatAreMissingAreSaid() throws IOException {
        Files.delete(home.resolve("data/graph/dataset.nq"));
        Cli run = Cli.run("examples");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains(home.resolve("data/graph/dataset.nq") + " is no file");
    }

    private void data(String... visits) throws IOException {
        StringBuilder quads = new StringBuilder();
        for (String visit : visits) {
            quads.append("<https://w3id.org/banggiao/id/event/" + visit
                    + "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/banggiao/ontology#Visit>"
                    + GRAPH);
        }
        Files.writeString(home.resolve("data/graph/dataset.nq"), quads);
    }
}
