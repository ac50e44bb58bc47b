package org.banggiao.publish.permanent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that permanent queries are kept in: a line of JSON each, in the order in which they were kept, only ever added to.
 *
 * <p>A line is on the disk before {@link #add} returns. What a process that died left of a line, after the last line feed, was
 * promised to nobody: it is passed over with a warning, and cut off before the next line is added. The id of a line is a hash
 * of its query, so that a line that was changed is seen.
 */
final class QueryFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueryFile.class);

    private final Path path;
    private final Map<String, PermanentQuery> queries = new LinkedHashMap<>();
    /** Bytes up to the end of the last whole line. */
    private long size;

    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;

    private QueryFile(Path path) {
        this.path = path;
    }

    /**
     * Reads a file, which need not be there yet.
     *
     * @throws FaultException if it cannot be read, or a line of it is not as this class wrote it
     */
    static QueryFile read(Path path) {
        var file = new QueryFile(path);
        try {
            if (Files.exists(path)) {
                file.read(Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw fault(path, 0, "it cannot be read (" + e + ")", e);
        }
        return file;
    }

    /** A file that is never read nor written. */
    static QueryFile none() {
        return new QueryFile(Path.of(""));
    }

    private void read(byte[] bytes) throws CharacterCodingException {
        int start = 0;
        int line = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                var query = parse(Arrays.copyOfRange(bytes, start, i), line);
                queries.put(query.id(), query);
                start = i + 1;
                line++;
            }
        }
        size = start;
        if (start < bytes.length) {
            LOG.warn(
                    "{}:{} is not whole: the process that wrote it was stopped. Its {} bytes are passed over; no address was given for them.",
                    path,
                    line,
                    bytes.length - start);
        }
    }

    private PermanentQuery parse(byte[] bytes, int line) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var json = JSON.parse(text);
            var release = json.hasKey("release") ? Optional.of(json.getString("release")) : Optional.<String>empty();
            return new PermanentQuery(
                    json.getString("id"), json.getString("query"), release, LocalDate.parse(json.getString("kept")));
        } catch (CharacterCodingException | RuntimeException e) {
            throw fault(path, line, "the line is not a query as it was kept (" + e.getMessage() + ")", e);
        }
    }

    private static FaultException fault(Path path, int line, String what, Exception cause) {
        return new FaultException(
                PermanentIssue.QUERIES_DAMAGED,
                Location.of(line == 0 ? path.toString() : path + ":" + line),
                "The permanent queries in " + path + (line == 0 ? "" : ", line " + line) + ", cannot be used: " + what
                        + ". Restore the file from a copy, take the line out, or set banggiao.permanent-queries.enabled"
                        + " to false.",
                cause);
    }

    /** Every query by its id, in the order in which they were kept. */
    Map<String, PermanentQuery> queries() {
        return queries;
    }

    /** The bytes of a query's line. */
    static byte[] line(PermanentQuery query) {
        var json = new JsonObject();
        json.put("id", query.id());
        query.release().ifPresent(r -> json.put("release", r));
        json.put("kept", query.kept().toString());
        json.put("query", query.text());
        return (JSON.toStringFlat(json).replace("\n", " ") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes the file has, without what is left of a line. */
    long size() {
        return size;
    }

    /**
     * Adds a query; when this returns, it is on the disk.
     *
     * @throws IOException if the disk refuses, or another process adds to the file; nothing is added then
     */
    void add(PermanentQuery query) throws IOException {
        var out = open();
        var line = ByteBuffer.wrap(line(query));
        try {
            out.position(size);
            while (line.hasRemaining()) {
                out.write(line);
            }
            out.force(true);
        } catch (IOException e) {
            out.truncate(size);
            throw e;
        }
        size += line.limit();
        queries.put(query.id(), query);
    }

    private FileChannel open() throws IOException {
        if (channel != null) {
            return channel;
        }
        var folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean isNew = !Files.exists(path);
        var opened = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock = opened.tryLock();
            if (lock == null) {
                throw new IOException("another process keeps queries in " + path);
            }
            if (opened.size() < size) {
                throw new IOException(path + " has become shorter since it was read");
            }
            opened.truncate(size);
            if (isNew) {
                try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                    names.force(true);
                }
            }
        } catch (OverlappingFileLockException e) {
            opened.close();
            throw new IOException("another service of this process keeps queries in " + path, e);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        channel = opened;
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
