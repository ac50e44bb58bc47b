package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String PREFIXES = """
            @prefix bg: <https://w3id.org/banggiao/ontology#> .
            @prefix said: <https://w3id.org/banggiao/said#> .
            @prefix event: <https://w3id.org/banggiao/id/event/> .
            @prefix claim: <https://w3id.org/banggiao/id/claim/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    @TempDir
    Path temp;

    @Test
    void anEndBeforeItsStartIsAFaultInASentence() throws IOException {
        Cli run = check("""
                event:bbbbb a bg:Event, bg:Visit ;
                    rdfs:label "Thăm"@vi, "Visit"@en ;
                    bg:start "1985-03-12"^^xsd:date ; bg:end "1985-03-10"^^xsd:date .
                """);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("https://w3id.org/banggiao/id/event/bbbbb: A thing ends before it starts")
                        .contains("1985-03-12")
                        .endsWith("[graph-shape-broken]"));
    }

    @Test
    void aClaimWithoutPassageIsAFaultInASentence() throws IOException {
        Cli run =
                check("claim:ccccc a bg:Claim ; said:polarity <https://w3id.org/banggiao/code/polarity/affirmed> .\n");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("https://w3id.org/banggiao/id/claim/ccccc: ")
                        .containsIgnoringCase("passage")
                        .endsWith("[graph-shape-broken]"));
        assertThat(run.out().lines().toList().getLast()).containsPattern(": (1 fault|\\d+ faults)\\.$");
    }

    @Test
    void whatIsNoRdfIsSaidWithItsPlace() throws IOException {
        Path file = Files.writeString(temp.resolve("data.ttl"), "this is no Turtle");
        Cli run = Cli.run("check", file);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("banggiao: " + file + " is no Turtle: [line: 1, col: ")
                .contains("[graph-rdf-unreadable]");
    }

    @Test
    void aMissingFileIsSaid() {
        Cli run = Cli.run("check", temp.resolve("none.nq"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .endsWith("banggiao: " + temp.resolve("none.nq")
                        + " is no file: give the path of a file with RDF, or of corrections (a folder, or a file that ends"
                        + " in .txt). [graph-rdf-unreadable]\n");
        assertThat(Cli.run("check", temp.resolve("none.txt")).exit()).isEqualTo(3);
    }

    @Test
    void whatIsWrongWithCorrectionsIsSaidWithItsLine() throws IOException {
        String decided = "by: A\non: 2026-11-25\nwhy: b\n";
        Path file = Files.writeString(
                temp.resolve("mine.txt"), "hello\n\nreject: event\npassage: nowhere 1-2 0123456789abcdef\n" + decided);
        Cli bad = Cli.run("check", file);
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.out())
                .isEqualTo(file + ", line 1: 'hello' is not of the form: name: value. [curation-bad-block]\n" + file
                        + ": 1 fault.\n");

        Files.writeString(file, "reject: event\npassage: nowhere 1-2 0123456789abcdef\n" + decided);
        Cli unknown = Cli.run("check", temp);
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.out())
                .startsWith("mine.txt, line 1: there is no document 'nowhere' in data/claims: check the id (there are ")
                .contains("), or freeze the text with build --freeze. [curation-document-unknown]\n");

        Files.delete(file);
        Cli none = Cli.run("check", temp);
        assertThat(none.exit()).isZero();
        assertThat(none.out())
                .isEqualTo(temp + ": no corrections; they are read from files whose names end in .txt.\n" + temp
                        + ": no fault.\n");
    }

    private Cli check(String turtle) throws IOException {
        return Cli.run("check", Files.writeString(temp.resolve("data.ttl"), PREFIXES + turtle));
    }
}
