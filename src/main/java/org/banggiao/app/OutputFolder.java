package org.banggiao.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;

/**
 * Files that appear in a folder only when all of them have been written: until {@link #commit} they lie in a hidden folder
 * beside it, which {@link #close} removes. Other files of the folder stay as they are.
 */
final class OutputFolder implements AutoCloseable {
    /** Writes the content of one file. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private final Path folder;
    private final Path partial;
    private final List<Path> written = new ArrayList<>();

    /**
     * Starts writing.
     *
     * @throws FaultException where the folder is a file, or cannot be made
     */
    OutputFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        String name = String.valueOf(this.folder.getFileName());
        this.partial = this.folder.resolveSibling(
                "." + name + ".partial-" + ProcessHandle.current().pid());
        if (Files.exists(this.folder) && !Files.isDirectory(this.folder)) {
            throw new FaultException(
                    AppIssue.OUTPUT_UNWRITABLE,
                    Location.of(folder.toString()),
                    folder + " is a file: name a folder for the results.");
        }
        try {
            Files.createDirectories(partial);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Writes a file as UTF-8. */
    void write(String name, Content content) {
        Path file = partial.resolve(name);
        written.add(file);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw unwritable(folder.resolve(name), e);
        }
    }

    /** Puts the files in their place, each at once, over those of the same name. */
    void commit() {
        try {
            Files.createDirectories(folder);
            for (Path file : written) {
                Files.move(
                        file,
                        folder.resolve(file.getFileName()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    @Override
    public void close() {
        try {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            throw unwritable(partial, e);
        }
    }

    static FaultException unwritable(Path path, IOException cause) {
        return new FaultException(
                AppIssue.OUTPUT_UNWRITABLE,
                Location.of(path.toString()),
                path + " cannot be written (" + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                        + "): look at its permissions and at the space left.",
                cause);
    }
}
