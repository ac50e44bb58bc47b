package org.banggiao.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.AsyncParser;
import org.apache.jena.sparql.core.Quad;

/**
 * A release as its folder tells of it, without its database being opened and without its files being compared with the
 * manifest.
 *
 * @param folder where it is
 * @param info what is in it
 * @param made when its manifest was written
 * @param dataset the SHA-256 of its unpacked N-Quads, 64 hexadecimal digits
 * @param files all files but the manifest, by their path in the folder; some are private
 */
public record KeptRelease(
        Path folder, ReleaseInfo info, Instant made, String dataset, SortedMap<String, ReleaseFile> files) {
    /** The file with all quads, packed with gzip. */
    public static final String DATASET = ReleaseFolder.DATASET;

    public KeptRelease {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The release in a folder; empty where that is none, or one that this program does not read. */
    static Optional<KeptRelease> in(Path folder) {
        var file = folder.resolve(Manifest.FILE);
        try {
            var manifest = Manifest.parse(Files.readString(file));
            var files = new TreeMap<String, ReleaseFile>();
            for (Map.Entry<String, Manifest.Entry> entry : manifest.files().entrySet()) {
                files.put(
                        entry.getKey(),
                        new ReleaseFile(
                                folder.resolve(entry.getKey()),
                                entry.getValue().bytes(),
                                entry.getValue().sha256()));
            }
            var made = Files.getLastModifiedTime(file).toInstant();
            return Optional.of(new KeptRelease(folder, manifest.info(), made, manifest.dataset(), files));
        } catch (Manifest.OtherVersion | IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    /** The id of the release. */
    public String id() {
        return info.id();
    }

    /** A file by its path in the folder, where the release has it. */
    public Optional<ReleaseFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /**
     * All quads, in the order of the lines of their file; another thread reads ahead until the iterator is closed.
     */
    IteratorCloseable<Quad> quads() throws IOException {
        InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(DATASET)), 1 << 16);
        return AsyncParser.of(in, Lang.NQUADS, null).asyncParseQuads();
    }
}
