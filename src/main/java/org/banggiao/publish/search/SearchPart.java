package org.banggiao.publish.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.banggiao.store.ReleasePart;
import org.jspecify.annotations.Nullable;

/**
 * Makes the search index of a release. The same release gives an index with the same answers; its bytes differ, since Lucene
 * gives each index a random id.
 */
public final class SearchPart implements ReleasePart {
    private static final double BUFFER_MEGABYTES = 48;
    /** A claim on a thing says more than a mention of it. */
    private static final int WORTH_OF_CLAIM = 4;

    @Override
    public String folder() {
        return Layout.FOLDER;
    }

    @Override
    public void write(Path folder, Making release) throws IOException {
        var texts = new TreeMap<String, String>();
        release.passages().forEach((iri, words) -> texts.put(iri, words.text()));
        write(folder, release.quads(), texts);
    }

    static void write(Path folder, Quads quads, SortedMap<String, String> passages) throws IOException {
        try (var directory = Layout.directory(folder)) {
            write(directory, quads, passages);
        }
        // The lock is for writers; the index is only read from now on.
        Files.deleteIfExists(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
    }

    static void write(Directory directory, Quads quads, SortedMap<String, String> passages) throws IOException {
        var references = new References();
        quads.forEach(quad -> {
            if (quad.getObject().isURI()) {
                references.add(quad.getObject().getURI());
            }
        });
        var settings = new IndexWriterConfig()
                .setIndexSort(Layout.ORDER)
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
        try (var writer = new IndexWriter(directory, settings)) {
            var names = new Writing(writer, references);
            quads.forEach(names::add);
            names.end();
            int resource = names.resources;
            for (var passage : passages.entrySet()) {
                writer.addDocument(Layout.ofPassage(passage.getKey(), resource, Word.composed(passage.getValue())));
                resource++;
            }
            writer.forceMerge(1);
        }
    }

    /** Gathers the quads of each subject and writes its names. */
    private static final class Writing {
        private final IndexWriter writer;
        private final References references;
        private @Nullable Quad last;
        private Named current = new Named(Quad.defaultGraphIRI);
        private int resources;

        Writing(IndexWriter writer, References references) {
            this.writer = writer;
            this.references = references;
        }

        void add(Quad quad) {
            if (last == null || !last.getSubject().equals(quad.getSubject())) {
                end();
                current = new Named(quad.getSubject());
            }
            last = quad;
            current.add(quad);
        }

        void end() {
            var kind = current.kind();
            if (kind.isPresent()) {
                long named = references.of(current.iri()) + (long) WORTH_OF_CLAIM * current.claims();
                int rank = Layout.rank(kind.get(), named);
                for (var name : current.names()) {
                    write(name, kind.get(), rank);
                }
                resources++;
            }
        }

        private void write(Named.Name name, SearchKind kind, int rank) {
            try {
                writer.addDocument(Layout.ofName(current.iri(), kind, resources, rank, name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
