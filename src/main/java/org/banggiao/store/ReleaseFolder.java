package org.banggiao.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;

/** The names inside a release folder, and what opening one checks. */
final class ReleaseFolder {
    /** All quads, sorted, packed. */
    static final String DATASET = "dataset.nq.gz";
    /** The text of the passages; private. */
    static final String PASSAGES = "passages.jsonl";
    /** How much there is of everything. */
    static final String STATISTICS = "statistics.tsv";
    /** A TDB2 database, as Jena's own tools open it. */
    static final String DATABASE = "tdb2";
    /** The part of the database that holds the indexes. */
    static final String STORAGE = DATABASE + "/Data-0001";

    private ReleaseFolder() {}

    /**
     * Opens a release after comparing every file with the manifest.
     *
     * @throws FaultException if the folder is no release, or not as it was made
     */
    static Store open(Path folder) {
        var manifest = verified(folder);
        var passages = folder.resolve(PASSAGES);
        return TdbStore.open(
                folder,
                manifest.info(),
                StatisticsFile.read(folder.resolve(STATISTICS)),
                manifest.files().containsKey(PASSAGES) ? new PassageFile(passages) : Passages.NONE);
    }

    /** The manifest of a release, when all files are as it says. */
    static Manifest verified(Path folder) {
        var manifest = manifest(folder);
        List<String> wrong = manifest.files().entrySet().parallelStream()
                .flatMap(file -> difference(folder.resolve(file.getKey()), file.getValue()).stream())
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            throw new FaultException(
                    StoreIssue.RELEASE_DAMAGED,
                    Location.of(folder.toString()),
                    "The release " + folder + " is damaged: " + String.join("; ", wrong)
                            + ". Make it again, or restore the folder from a copy.");
        }
        return manifest;
    }

    private static Manifest manifest(Path folder) {
        var file = folder.resolve(Manifest.FILE);
        var location = Location.of(folder.toString());
        if (!Files.isRegularFile(file)) {
            throw new FaultException(
                    StoreIssue.RELEASE_MISSING,
                    location,
                    folder + " is not a release: it has no " + Manifest.FILE + ".");
        }
        try {
            return Manifest.parse(Files.readString(file));
        } catch (Manifest.OtherVersion e) {
            throw new FaultException(
                    StoreIssue.RELEASE_VERSION,
                    location,
                    "The release " + folder + " is of " + e.getMessage() + ". Make it again with this program.",
                    e);
        } catch (IllegalArgumentException | IOException e) {
            throw new FaultException(
                    StoreIssue.RELEASE_DAMAGED,
                    location,
                    "The release " + folder + " is damaged: " + Manifest.FILE
                            + " cannot be read. Make it again, or restore the folder from a copy.",
                    e);
        }
    }

    private static Optional<String> difference(Path file, Manifest.Entry entry) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.of(file.getFileName() + " is missing");
            }
            long bytes = Files.size(file);
            if (bytes != entry.bytes()) {
                return Optional.of(file.getFileName() + " has " + bytes + " bytes instead of " + entry.bytes());
            }
            return Checksums.of(file).equals(entry.sha256())
                    ? Optional.empty()
                    : Optional.of(file.getFileName() + " has changed (its SHA-256 differs)");
        } catch (IOException e) {
            return Optional.of(file.getFileName() + " cannot be read (" + e.getMessage() + ")");
        }
    }

    /** Every file beneath the folder, in the order of their paths. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Deletes a folder and all in it. */
    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
