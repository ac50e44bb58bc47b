package org.banggiao.store;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link PackedOutput} wrote, in the same order. The manifest of the release tells whether the bytes are as they were
 * written, so that only the end of the file is looked for here. The same resource is the same object each time.
 */
public final class PackedInput implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final DataInputStream in;
    private final Map<String, Node> resources = new HashMap<>();

    /** Reads a file from its start. */
    public PackedInput(Path file) throws IOException {
        this.file = file;
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    public int number() throws IOException {
        return in.readInt();
    }

    public int[] numbers() throws IOException {
        var numbers = new int[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }

    /** A text that is there. */
    public String text() throws IOException {
        var text = textOrNull();
        if (text == null) {
            throw new IOException("a text is missing in " + file);
        }
        return text;
    }

    public @Nullable String textOrNull() throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException(file + " ends too early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public SortedMap<String, String> texts() throws IOException {
        var texts = new TreeMap<String, String>();
        for (int count = in.readInt(); count > 0; count--) {
            texts.put(text(), text());
        }
        return texts;
    }

    public Node node() throws IOException {
        boolean isLiteral = in.readBoolean();
        var text = text();
        if (!isLiteral) {
            return resources.computeIfAbsent(text, NodeFactory::createURI);
        }
        var language = text();
        var datatype = text();
        return language.isEmpty()
                ? NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(datatype))
                : NodeFactory.createLiteralLang(text, language);
    }

    public List<Node> nodes() throws IOException {
        var nodes = new ArrayList<Node>();
        for (int count = in.readInt(); count > 0; count--) {
            nodes.add(node());
        }
        return nodes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
