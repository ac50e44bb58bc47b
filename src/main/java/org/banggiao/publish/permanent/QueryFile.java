package org.banggiao.publish.permanent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;
import org.banggiao.publish.keep.LineFile;
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
    private final LineFile lines;
    private final Map<String, PermanentQuery> queries = new LinkedHashMap<>();

    private QueryFile(Path path) {
        this.path = path;
        this.lines = new LineFile(path);
    }

    /**
     * Reads a file, which need not be there yet.
     *
     * @throws FaultException if it cannot be read, or a line of it is not as this class wrote it
     */
    static QueryFile read(Path path) {
        var file = new QueryFile(path);
        try {
            file.read();
        } catch (IOException e) {
            throw fault(path, 0, "it cannot be read (" + e + ")", e);
        }
        return file;
    }

    /** A file that is never read nor written. */
    static QueryFile none() {
        return new QueryFile(Path.of(""));
    }

    private void read() throws IOException {
        int line = 1;
        for (var bytes : lines.read()) {
            var query = parse(bytes, line);
            queries.put(query.id(), query);
            line++;
        }
        if (lines.rest() > 0) {
            LOG.warn(
                    "{}:{} is not whole: the process that wrote it was stopped. Its {} bytes are passed over; no address was given for them.",
                    path,
                    line,
                    lines.rest());
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
        return lines.size();
    }

    /**
     * Adds a query; when this returns, it is on the disk.
     *
     * @throws IOException if the disk refuses, or another process adds to the file; nothing is added then
     */
    void add(PermanentQuery query) throws IOException {
        lines.add(line(query));
        queries.put(query.id(), query);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
