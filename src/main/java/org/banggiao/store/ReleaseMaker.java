package org.banggiao.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.banggiao.issue.FaultException;

/** Writes one release into an empty folder; when it returns, all of it is on the disk. */
final class ReleaseMaker {
    private final Path folder;

    ReleaseMaker(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the release.
     *
     * @param before the release that is current now, if there is one
     * @throws FaultException if there are no quads
     */
    Manifest make(ReleaseContent content, Optional<KeptRelease> before) throws IOException {
        String dataset = writeDataset(content.quads());
        var counter = loadDatabase();
        if (counter.quads == 0) {
            throw new FaultException(
                    StoreIssue.RDF_EMPTY,
                    org.banggiao.issue.Location.of(folder.toString()),
                    "There is not one triple to publish.");
        }
        writePassages(content);
        var statistics = counter.statistics.statistics();
        StatisticsFile.write(statistics, folder.resolve(ReleaseFolder.STATISTICS));
        var info = new ReleaseInfo(
                id(dataset, content),
                counter.quads,
                triples(statistics),
                statistics.all().classes(),
                content.madeFrom());
        writeParts(content, info, statistics, before);
        var files = new TreeMap<String, Manifest.Entry>();
        for (Path file : ReleaseFolder.files(folder)) {
            Checksums.force(file);
            String name = folder.relativize(file).toString().replace('\\', '/');
            files.put(name, new Manifest.Entry(Files.size(file), Checksums.of(file)));
        }
        var manifest = new Manifest(info, dataset, files);
        var file = folder.resolve(Manifest.FILE);
        Files.writeString(file, manifest.toJson());
        Checksums.force(file);
        forceFolders(folder);
        return manifest;
    }

    private void writeParts(
            ReleaseContent content, ReleaseInfo info, Statistics statistics, Optional<KeptRelease> before)
            throws IOException {
        if (content.parts().isEmpty()) {
            return;
        }
        try (var store = TdbStore.open(folder, info, statistics, Passages.NONE)) {
            var release = new ReleasePart.Making(this::readDataset, content.passages(), before, store);
            for (var part : content.parts()) {
                part.write(Files.createDirectory(folder.resolve(part.folder())), release);
            }
        }
    }

    private static TreeMap<String, Long> triples(Statistics statistics) {
        var triples = new TreeMap<String, Long>();
        statistics
                .graphs()
                .forEach((graph, counts) -> triples.put(graph, counts.size().triples()));
        return triples;
    }

    private static void forceFolders(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isDirectory).toList()) {
                Checksums.force(path);
            }
        }
    }

    /** The id is made of what the release says, not of how this machine stores it. */
    private static String id(String dataset, ReleaseContent content) {
        var digest = Checksums.sha256();
        var text =
                new StringBuilder("banggiao-release ").append(Manifest.VERSION).append('\n');
        text.append("dataset ").append(dataset).append('\n');
        content.madeFrom()
                .forEach((name, value) -> text.append(PassageFile.line(name, PassageWords.of(value)))
                        .append('\n'));
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        content.passages()
                .forEach((iri, passage) ->
                        digest.update((PassageFile.line(iri, passage) + "\n").getBytes(StandardCharsets.UTF_8)));
        return Checksums.hex(digest).substring(0, 16);
    }

    private String writeDataset(SortedQuads quads) throws IOException {
        var digest = Checksums.sha256();
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve(ReleaseFolder.DATASET)), 1 << 16);
                var lines = new BufferedWriter(
                        new OutputStreamWriter(new DigestOutputStream(packed, digest), StandardCharsets.UTF_8),
                        1 << 16)) {
            quads.writeTo(lines);
        }
        return Checksums.hex(digest);
    }

    private Counter loadDatabase() throws IOException {
        var database = Files.createDirectory(folder.resolve(ReleaseFolder.DATABASE));
        var dataset = DatabaseMgr.connectDatasetGraph(Location.create(database));
        try {
            // The loaders with threads wait for ever where one of their threads fails, as with a full disk.
            DataLoader loader = LoaderFactory.sequentialLoader(dataset, (format, arguments) -> {});
            loader.startBulk();
            var counter = new Counter(loader.stream());
            try {
                readDataset(counter);
                loader.finishBulk();
            } catch (RuntimeException | IOException e) {
                loader.finishException(e);
                throw e;
            }
            return counter;
        } finally {
            TDBInternal.expel(dataset);
            // Locks are for writers; the release is only read.
            Files.deleteIfExists(database.resolve("tdb.lock"));
            Files.deleteIfExists(folder.resolve(ReleaseFolder.STORAGE).resolve("tdb.lock"));
        }
    }

    private void readDataset(StreamRDF sink) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve(ReleaseFolder.DATASET)), 1 << 16)) {
            RDFParser.source(in).lang(Lang.NQUADS).checking(false).parse(sink);
        }
    }

    private void readDataset(Consumer<Quad> action) throws IOException {
        readDataset(new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                action.accept(quad);
            }
        });
    }

    private void writePassages(ReleaseContent content) throws IOException {
        if (!content.passages().isEmpty()) {
            try (var out = Files.newBufferedWriter(folder.resolve(ReleaseFolder.PASSAGES))) {
                for (var passage : content.passages().entrySet()) {
                    out.write(PassageFile.line(passage.getKey(), passage.getValue()));
                    out.write('\n');
                }
            }
        }
    }

    /** Counts what passes. */
    private static final class Counter extends StreamRDFWrapper {
        private final StatisticsCounter statistics = new StatisticsCounter();
        private long quads;

        Counter(StreamRDF next) {
            super(next);
        }

        @Override
        public void quad(Quad quad) {
            quads++;
            statistics.add(quad);
            super.quad(quad);
        }
    }
}
