package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedQuadsTest {
    private static final String[] PIECES = {"a", "b", "ừ", "\uD83E\uDD1D", "\uF900", " ", "\"", "\n"};

    @TempDir
    private Path folder;

    /** Against a slow reference: the set of all lines in the order of their bytes. */
    @Test
    void writesEachLineOnceInTheOrderOfBytesHoweverLittleFitsIntoMemory() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            int inMemory = 1 + random.nextInt(40);
            var scratch = Files.createDirectory(folder.resolve("seed" + seed));
            var quads = new SortedQuads(scratch, inMemory);
            var reference = new TreeSet<String>((a, b) ->
                    Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
            for (int i = 0; i < 200; i++) {
                String text = PIECES[random.nextInt(PIECES.length)] + PIECES[random.nextInt(PIECES.length)];
                var node = NodeFactory.createURI("http://example.org/" + random.nextInt(3));
                quads.add(new Quad(node, node, node, NodeFactory.createLiteralString(text)));
                String escaped = text.replace("\"", "\\\"").replace("\n", "\\n");
                reference.add("<%s> <%s> \"%s\" <%s> .".formatted(node, node, escaped, node));
            }
            var out = new StringWriter();
            var buffered = new BufferedWriter(out);
            assertThat(quads.writeTo(buffered)).as("seed " + seed).isEqualTo(reference.size());
            buffered.flush();
            assertThat(out.toString()).as("seed " + seed).isEqualTo(String.join("\n", reference) + "\n");
        }
    }
}
