package org.banggiao.store;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Writes what a {@link ReleasePart} keeps, for {@link PackedInput} to read: numbers of four bytes, texts in UTF-8 after their length. */
public final class PackedOutput implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final DataOutputStream out;

    /** Writes a new file. */
    public PackedOutput(Path file) throws IOException {
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    public void number(int number) throws IOException {
        out.writeInt(number);
    }

    public void numbers(int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    public void text(@Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Texts by their keys, in the order of these. */
    public void texts(Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var entry : new TreeMap<>(texts).entrySet()) {
            text(entry.getKey());
            text(entry.getValue());
        }
    }

    /** A resource with an address, or a literal with its language or datatype. */
    public void node(Node node) throws IOException {
        out.writeBoolean(node.isLiteral());
        if (node.isLiteral()) {
            text(node.getLiteralLexicalForm());
            text(node.getLiteralLanguage());
            text(node.getLiteralDatatypeURI());
        } else {
            text(node.getURI());
        }
    }

    public void nodes(Collection<Node> nodes) throws IOException {
        out.writeInt(nodes.size());
        for (var node : nodes) {
            node(node);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
