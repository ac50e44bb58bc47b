package org.banggiao.graph;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;

/**
 * N-Quads that are the same bytes for the same quads: UTF-8, one quad a line, each once, sorted by the characters of the
 * line. There is no blank node in them.
 */
public final class NQuads {
    private static final int PART = 4096;
    private static final int AT_ONCE = 16;

    private NQuads() {}

    /** The quads in the order in which they are written, each once. */
    public static List<Quad> sorted(Collection<Quad> quads) {
        record Line(String text, Quad quad) {}
        var lines = parts(List.copyOf(quads))
                .parallel()
                .flatMap(part -> {
                    var format = new Format();
                    return part.stream().map(q -> new Line(format.line(q), q)).toList().stream();
                })
                .toArray(Line[]::new);
        Arrays.parallelSort(lines, Comparator.comparing(Line::text));
        var sorted = new ArrayList<Quad>(lines.length);
        for (int i = 0; i < lines.length; i++) {
            if (i == 0 || !lines[i].text().equals(lines[i - 1].text())) {
                sorted.add(lines[i].quad());
            }
        }
        return Collections.unmodifiableList(sorted);
    }

    /**
     * Writes quads that are sorted already: to a file beside the target, which is then put in its place, so that a reader
     * sees the old file or the new one.
     *
     * @throws FaultException where it cannot be written
     */
    public static void write(Path file, Collection<Quad> sorted) {
        var target = file.toAbsolutePath();
        var beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(beside.getParent());
            try (BufferedWriter out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                write(out, sorted);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FaultException(
                    GraphIssue.UNWRITABLE,
                    Location.of(file.toString()),
                    file + " cannot be written (" + e.getMessage()
                            + "): check the folder, its rights and the space left.",
                    e);
        }
    }

    /** Writes quads that are sorted already. */
    public static void write(Writer out, Collection<Quad> sorted) throws IOException {
        var all = List.copyOf(sorted);
        // Some at a time, so that a large graph is never held as text.
        for (int from = 0; from < all.size(); from += PART * AT_ONCE) {
            var texts = parts(all.subList(from, Math.min(all.size(), from + PART * AT_ONCE)))
                    .parallel()
                    .map(NQuads::text)
                    .toList();
            for (var text : texts) {
                out.write(text);
            }
        }
    }

    private static String text(List<Quad> quads) {
        var format = new Format();
        var text = new StringBuilder();
        for (var quad : quads) {
            text.append(format.line(quad)).append('\n');
        }
        return text.toString();
    }

    /** The quads in their order, some in each part: a thread formats a part. */
    private static Stream<List<Quad>> parts(List<Quad> quads) {
        return IntStream.range(0, (quads.size() + PART - 1) / PART)
                .mapToObj(i -> quads.subList(i * PART, Math.min(quads.size(), (i + 1) * PART)));
    }

    /** The quad as a line, without a line break. */
    static String line(Quad quad) {
        return new Format().line(quad);
    }

    /** Writes lines one after the other, and keeps how it wrote a node: most nodes stand in many quads. Serves one thread. */
    private static final class Format {
        private static final NodeFormatter NODES = new NodeFormatterNT();

        /** So many nodes are kept at most, so that a large graph is not held twice. */
        private static final int KEPT = 200_000;

        private final Map<Node, String> written = new HashMap<>();
        private final StringBuilder line = new StringBuilder(400);

        String line(Quad quad) {
            if (quad.getSubject().isBlank() || quad.getObject().isBlank()) {
                throw new IllegalArgumentException("a blank node has no address that lasts: " + quad);
            }
            line.setLength(0);
            return line.append(node(quad.getSubject()))
                    .append(' ')
                    .append(node(quad.getPredicate()))
                    .append(' ')
                    .append(node(quad.getObject()))
                    .append(' ')
                    .append(node(quad.getGraph()))
                    .append(" .")
                    .toString();
        }

        private String node(Node node) {
            if (written.size() >= KEPT) {
                written.clear();
            }
            return written.computeIfAbsent(node, Format::formatted);
        }

        private static String formatted(Node node) {
            var out = new StringWriterI();
            NODES.format(out, node);
            return out.toString();
        }
    }
}
