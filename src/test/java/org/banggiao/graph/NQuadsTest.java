package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.issue.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NQuadsTest {
    private static final Node G = NodeFactory.createURI("http://example.org/g");
    private static final Node S = NodeFactory.createURI("http://example.org/s");

    @TempDir
    Path folder;

    @Test
    void theSameQuadsGiveTheSameBytesInWhateverOrderTheyCome() throws IOException {
        var quads = new ArrayList<>(Fixtures.everything().quads());
        NQuads.write(folder.resolve("a.nq"), NQuads.sorted(quads));
        long seed = 20_26;
        Collections.shuffle(quads, new Random(seed));
        quads.addAll(quads.subList(0, 100));
        NQuads.write(folder.resolve("b.nq"), NQuads.sorted(quads));
        assertThat(Files.readAllBytes(folder.resolve("b.nq")))
                .as("seed " + seed)
                .isEqualTo(Files.readAllBytes(folder.resolve("a.nq")));
        assertThat(Files.readAllLines(folder.resolve("a.nq"))).isSorted().doesNotHaveDuplicates();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatIsWrittenIsReadBackAsTheSame() {
        var built = Fixtures.everything();
        NQuads.write(folder.resolve("a.nq"), built.quads());
        var read = new ArrayList<Quad>();
        RDFParser.source(folder.resolve("a.nq")).toDatasetGraph().find().forEachRemaining(read::add);
        assertThat(NQuads.sorted(read)).isEqualTo(built.quads());
    }

    @Test
    void wordsKeepTheirCharactersAndLines() {
        var quad = new Quad(G, S, S, NodeFactory.createLiteralLang("Viêng Chăn 😀\n\"x\"\\", "vi"));
        assertThat(NQuads.line(quad))
                .isEqualTo("<http://example.org/s> <http://example.org/s> \"Viêng Chăn 😀\\n\\\"x\\\"\\\\\"@vi"
                        + " <http://example.org/g> .");
    }

    @Test
    void aBlankNodeIsRefused() {
        var quad = new Quad(G, S, S, NodeFactory.createBlankNode());
        assertThatThrownBy(() -> NQuads.line(quad)).hasMessageContaining("no address that lasts");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> NQuads.write(file.resolve("a.nq"), List.of()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("a.nq cannot be written")
                .hasMessageContaining("check the folder");
    }
}
