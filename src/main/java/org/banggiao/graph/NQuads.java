package org.banggiao.graph;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.atlas.io.StringWriterI;
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
    private static final NodeFormatter FORMAT = new NodeFormatterNT();

    private NQuads() {}

    /** The quads in the order in which they are written, each once. */
    public static List<Quad> sorted(Collection<Quad> quads) {
        var byLine = new TreeMap<String, Quad>();
        for (var quad : quads) {
            byLine.put(line(quad), quad);
        }
        return List.copyOf(byLine.values());
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
        for (var quad : sorted) {
            out.write(line(quad));
            out.write('\n');
        }
    }

    /** The quad as a line, without a line break. */
    static String line(Quad quad) {
        if (quad.getSubject().isBlank() || quad.getObject().isBlank()) {
            throw new IllegalArgumentException("a blank node has no address that lasts: " + quad);
        }
        var out = new StringWriterI();
        FORMAT.format(out, quad.getSubject());
        out.print(" ");
        FORMAT.format(out, quad.getPredicate());
        out.print(" ");
        FORMAT.format(out, quad.getObject());
        out.print(" ");
        FORMAT.format(out, quad.getGraph());
        out.print(" .");
        return out.toString();
    }
}
