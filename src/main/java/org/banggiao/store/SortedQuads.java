package org.banggiao.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * Quads as lines of N-Quads, each once, in the order of their UTF-8 bytes (that of {@code LC_ALL=C sort}). Any number can be
 * added: what does not fit into memory waits in files of a folder that the caller gives and clears.
 */
public final class SortedQuads {
    private final Path folder;
    private final int linesInMemory;
    private final List<Path> runs = new ArrayList<>();
    private final NodeFormatterNT format = new NodeFormatterNT();
    private List<String> lines = new ArrayList<>();

    /** Collects quads. */
    public SortedQuads(Path folder) {
        this(folder, 1_000_000);
    }

    SortedQuads(Path folder, int linesInMemory) {
        this.folder = folder;
        this.linesInMemory = linesInMemory;
    }

    /**
     * Adds a quad.
     *
     * @throws IllegalArgumentException if it lies in no named graph
     */
    public void add(Quad quad) throws IOException {
        if (quad.isDefaultGraph()) {
            throw new IllegalArgumentException("a quad without a named graph: " + quad);
        }
        lines.add(line(quad));
        if (lines.size() >= linesInMemory) {
            spill();
        }
    }

    private String line(Quad quad) {
        var out = new IndentedLineBuffer();
        format.format(out, quad.getSubject());
        out.print(" ");
        format.format(out, quad.getPredicate());
        out.print(" ");
        format.format(out, quad.getObject());
        out.print(" ");
        format.format(out, quad.getGraph());
        out.print(" .");
        return out.asString();
    }

    private void spill() throws IOException {
        var run = folder.resolve("run-" + runs.size());
        runs.add(run);
        lines.sort(SortedQuads::compareUtf8);
        try (var out = Files.newBufferedWriter(run)) {
            writeOnce(lines, out);
        }
        lines = new ArrayList<>();
    }

    private static void writeOnce(List<String> sorted, BufferedWriter out) throws IOException {
        String last = null;
        for (String line : sorted) {
            if (!line.equals(last)) {
                out.write(line);
                out.write('\n');
            }
            last = line;
        }
    }

    /**
     * Writes all lines, each ended by a line feed. Call it once, at the end.
     *
     * @return the number of lines
     */
    public long writeTo(BufferedWriter out) throws IOException {
        lines.sort(SortedQuads::compareUtf8);
        var heads = new PriorityQueue<Run>(Comparator.comparing(Run::head, SortedQuads::compareUtf8));
        var opened = new ArrayList<Run>();
        try {
            for (Path path : runs) {
                opened.add(Run.of(path));
            }
            opened.add(Run.of(lines));
            opened.stream().filter(run -> run.head != null).forEach(heads::add);
            return merge(heads, out);
        } finally {
            for (var run : opened) {
                run.close();
            }
        }
    }

    private static long merge(PriorityQueue<Run> heads, BufferedWriter out) throws IOException {
        long written = 0;
        String last = null;
        while (!heads.isEmpty()) {
            var run = heads.remove();
            if (!run.head().equals(last)) {
                last = run.head();
                out.write(last);
                out.write('\n');
                written++;
            }
            if (run.advance()) {
                heads.add(run);
            }
        }
        return written;
    }

    /** Compares as the bytes of UTF-8 compare; strings compare as UTF-16, which differs above U+D7FF. */
    static int compareUtf8(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean sx = Character.isSurrogate(x);
                boolean sy = Character.isSurrogate(y);
                return sx == sy ? Character.compare(x, y) : sx ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** One sorted sequence with the line that comes next. */
    private static final class Run implements AutoCloseable {
        private final LineReader source;
        private @Nullable String head;

        private Run(LineReader source) throws IOException {
            this.source = source;
            this.head = source.next();
        }

        static Run of(Path path) throws IOException {
            BufferedReader reader = Files.newBufferedReader(path);
            return new Run(new LineReader() {
                @Override
                public @Nullable String next() throws IOException {
                    return reader.readLine();
                }

                @Override
                public void close() throws IOException {
                    reader.close();
                }
            });
        }

        static Run of(List<String> sorted) throws IOException {
            var iterator = sorted.iterator();
            return new Run(new LineReader() {
                @Override
                public @Nullable String next() {
                    return iterator.hasNext() ? iterator.next() : null;
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            });
        }

        String head() {
            if (head == null) {
                throw new IllegalStateException("the run is at its end");
            }
            return head;
        }

        boolean advance() throws IOException {
            head = source.next();
            return head != null;
        }

        @Override
        public void close() {
            try {
                source.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface LineReader {
        @Nullable
        String next() throws IOException;

        void close() throws IOException;
    }
}
