package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Virtuoso, where Debian's package is installed. */
class RemoteVirtuosoStoreTest extends StoreContract {
    @TempDir
    private static Path folder;

    private static @Nullable Virtuoso server;
    private static boolean isLoaded;

    private RemoteSource source;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                Virtuoso.isInstalled(), "virtuoso-opensource is not installed: apt-get install virtuoso-opensource");
        server = Virtuoso.start(folder);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Store open(DatasetGraph dataset) {
        if (!isLoaded) {
            try {
                server.load(folder, lines(dataset));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            isLoaded = true;
        }
        source = RemoteSource.follow(server.settings(List.of("http://example.org/")), Optional.empty());
        return source.lease().store();
    }

    private static List<String> lines(DatasetGraph dataset) {
        var lines = new ArrayList<String>();
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> lines.add(line(quad)));
        return lines;
    }

    private static String line(Quad quad) {
        return String.join(
                " ",
                NodeFmtLib.strNT(quad.getSubject()),
                NodeFmtLib.strNT(quad.getPredicate()),
                NodeFmtLib.strNT(quad.getObject()),
                NodeFmtLib.strNT(quad.getGraph()),
                ".");
    }

    @AfterEach
    void closeSource() {
        if (source != null) {
            source.close();
        }
    }

    // Where Virtuoso 7.2.5 is known to differ: src/docs/remote-store.md.

    @Override
    @Test
    void fromAsksExactlyThoseGraphs() {
        assertThat(rows("SELECT ?s ?v FROM :g1 { ?s :p ?v }")).containsExactlyInAnyOrder("a 1", "both 9");
        assertThat(rows("SELECT DISTINCT ?s ?v FROM :g1 FROM :g2 { ?s :p ?v }"))
                .containsExactlyInAnyOrder("a 1", "b 2", "both 9");
        assertThat(rows("SELECT ?s ?v FROM :g1 FROM :g2 { ?s :p ?v }"))
                .as("a triple in two graphs is found twice")
                .hasSize(4);
        assertThat(rows("SELECT ?s ?v FROM :g1 { GRAPH ?g { ?s :p ?v } }")).isEmpty();
        assertThat(rows("SELECT ?s ?v FROM NAMED :g3 { ?s :p ?v }")).isEmpty();
    }

    @Override
    @Test
    void eachNamedGraphIsThere() {
        assertThat(values("GRAPH :g2 { ?s :p ?v }")).containsExactlyInAnyOrder("b 2", "both 9");
        assertThat(rows("SELECT DISTINCT ?s ?v { GRAPH ?s { ?x ?y ?z } BIND(1 AS ?v) }"))
                .containsExactlyInAnyOrder("g1 1", "g2 1", "g3 1");
        assertThat(rows("SELECT ?s ?v { GRAPH ?s { } BIND(1 AS ?v) }"))
                .as("graphs are not found by a pattern that is empty")
                .isEmpty();
    }

    @Override
    @Test
    void theDefaultGraphIsTheUnionOfTheNamedGraphsEachTripleOnce() {
        assertThat(values("?s :p ?v")).containsExactlyInAnyOrder("a 1", "b 2", "c 3", "both 9");
        assertThat(values("{ SELECT (:a AS ?s) {} } ?s :p+ ?v")).containsExactly("a 1");
        assertThatThrownBy(() -> values("?s :p+ ?v"))
                .as("a path needs one end")
                .isInstanceOfSatisfying(
                        RemoteFailure.class,
                        e -> assertThat(e.kind()).isIn(RemoteFailure.Kind.REFUSED, RemoteFailure.Kind.FAILED));
    }

    /** Without the flag q, the type of what is matched, groups that are not there, and the language of what was replaced. */
    @Override
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REGEX(\"Hội nghị\", \"^hội.NGHỊ$\", \"i\") | true",
                "REPLACE(\"abc\", \"B\", \"x\", \"i\") | axc",
                "CONCAT(\"a\"@vi, \"b\"@vi) | ab",
                "CONCAT(\"\", \"\") | ''"
            })
    void functionsOfTextGiveWhatSparqlSays(String expression, String value) {
        assertThat(rows("SELECT ?s ?v { ?s :p 1 BIND(STR(" + expression + ") AS ?v) }"))
                .containsExactly("a " + value);
    }
}
