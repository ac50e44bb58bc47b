package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.issue.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdfFileTest {
    private static final String BASE = "http://example.org/base/";

    @TempDir
    private Path folder;

    private String read(String name, String text) throws IOException {
        return read(Files.writeString(folder.resolve(name), text));
    }

    private String read(Path file) throws IOException {
        var quads = new SortedQuads(folder);
        RdfFile.of(file, BASE).readInto(quads);
        var out = new StringWriter();
        var buffered = new BufferedWriter(out);
        quads.writeTo(buffered);
        buffered.flush();
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource({"ttl,TURTLE", "nt,NTRIPLES", "rdf,RDFXML", "jsonld,JSONLD", "owl,RDFXML"})
    void triplesGoIntoAGraphNamedAfterTheFile(String extension, String lang) throws Exception {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString("<http://e.org/s> <http://e.org/p> \"Hà Nội\"@vi, 7 .", Lang.TURTLE)
                .parse(graph);
        var file = folder.resolve("Kho lưu trữ." + extension);
        RDFWriter.source(graph).lang((Lang) Lang.class.getField(lang).get(null)).output(file.toString());
        assertThat(read(file)).isEqualTo("""
                        <http://e.org/s> <http://e.org/p> "7"^^<http://www.w3.org/2001/XMLSchema#integer> <GRAPH> .
                        <http://e.org/s> <http://e.org/p> "Hà Nội"@vi <GRAPH> .
                        """.replace("GRAPH", BASE + "graph/file/Kho%20l%C6%B0u%20tr%E1%BB%AF"));
    }

    @ParameterizedTest
    @CsvSource({"trig,TRIG", "nq,NQUADS", "jsonld,JSONLD"})
    void quadsKeepTheirGraph(String extension, String lang) throws Exception {
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString("PREFIX : <http://e.org/> :g { :s :p :o } :s :p :x .", Lang.TRIG)
                .parse(dataset);
        var file = folder.resolve("d." + extension);
        RDFWriter.source(dataset)
                .lang((Lang) Lang.class.getField(lang).get(null))
                .output(file.toString());
        assertThat(read(file)).isEqualTo("""
                        <http://e.org/s> <http://e.org/p> <http://e.org/o> <http://e.org/g> .
                        <http://e.org/s> <http://e.org/p> <http://e.org/x> <http://example.org/base/graph/file/d> .
                        """);
    }

    @Test
    void packedFilesAndBlankNodesReadTheSameEachTime() throws IOException {
        var file = folder.resolve("data.ttl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("[] <urn:example:p> [ <urn:example:q> 1 ], _:b .".getBytes(StandardCharsets.UTF_8));
        }
        String first = read(file);
        assertThat(first.lines()).hasSize(3).allMatch(line -> line.endsWith("<" + BASE + "graph/file/data> ."));
        assertThat(read(file)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bad.ttl | '<urn:example:s> <urn:example:p> 1 .\n<urn:example:s> oops 2 .' | line 2, column 17: not Turtle:",
                "bad.nt | '<urn:example:s> <urn:example:p> .' | line 1, column 33: not N-Triples:",
                "bad.nq | '<urn:example:s> \"x\" <urn:example:o> .' | line 1, column 17: not N-Quads:",
                "bad.trig | 'GRAPH <urn:example:g> { <urn:example:s> }' | line 1, column 41: not TriG:",
                "bad.rdf | '<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<x></rdf:RDF>' | line 2, column ",
                "bad.jsonld | '{ \"@id\": ' | not JSON-LD:",
                "undeclared.ttl | 'ex:a ex:b 1 .' | line 1, column 1: not Turtle: Undefined prefix: ex"
            })
    void aSyntaxErrorSaysLineAndColumn(String name, String text, String message) {
        assertThatThrownBy(() -> read(name, text)).isInstanceOfSatisfying(FaultException.class, fault -> {
            assertThat(fault.findings().getFirst().issue()).isEqualTo(StoreIssue.RDF_SYNTAX);
            assertThat(fault.getMessage())
                    .startsWith(folder.resolve(name).toString())
                    .contains(message);
        });
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        assertFault(
                StoreIssue.RDF_MISSING,
                folder.resolve("none.ttl"),
                "is not there or cannot be read; give the path of an RDF file.");
        assertFault(StoreIssue.RDF_MISSING, folder, "is a folder; give the path of an RDF file.");
        assertFault(
                StoreIssue.RDF_FORMAT,
                Files.createFile(folder.resolve("data.docx")),
                "does not end as an RDF file does: .ttl, .nt, .nq, .trig, .rdf or .jsonld (.gz may follow).");
    }

    private static void assertFault(StoreIssue issue, Path path, String message) {
        assertThatThrownBy(() -> RdfFile.of(path, BASE)).isInstanceOfSatisfying(FaultException.class, fault -> {
            assertThat(fault.findings().getFirst().issue()).isEqualTo(issue);
            assertThat(fault).hasMessage(path + " " + message);
        });
    }

    @Test
    void whatIsOddIsReportedAndLoaded() throws IOException {
        var file = Files.writeString(
                folder.resolve("odd.ttl"),
                "<http://e.org/s> <http://e.org/p> \"x\"^^<http://www.w3.org/2001/XMLSchema#integer> .");
        var quads = new SortedQuads(folder);
        var findings = RdfFile.of(file, BASE).readInto(quads);
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().issue()).isEqualTo(StoreIssue.RDF_DOUBTFUL);
        assertThat(findings.getFirst().message()).startsWith(file + ", line 1, column 35: ");
    }

    @Test
    void nothingBeyondTheFileIsRead() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "secret words");
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String there = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            assertThatThrownBy(() -> read(
                            "context.jsonld",
                            "{ \"@context\": \"" + there + "\", \"@id\": \"http://e.org/s\", \"p\": 1 }"))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("none is fetched");
            for (String system : new String[] {there, secret.toUri().toString()}) {
                String xml = "<!DOCTYPE r [ <!ENTITY e SYSTEM \"" + system + "\"> ]>\n"
                        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:x=\"http://e.org/\">"
                        + "<rdf:Description rdf:about=\"http://e.org/s\"><x:p>&e;</x:p></rdf:Description></rdf:RDF>";
                assertThat(readOrMessage("entity.rdf", xml)).doesNotContain("secret words");
            }
            listener.setSoTimeout(200);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private String readOrMessage(String name, String text) throws IOException {
        try {
            return read(name, text);
        } catch (FaultException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
