package org.banggiao.publish.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;
import org.banggiao.publish.keep.LineFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that says what came to the inbox and what was decided, in the order in which it happened: a line of JSON for each act, only
 * ever added to. An act that concerns many links is one line, and so happens wholly or not at all. Each line ends with a hash of
 * itself and of the line before, so that one that was changed, taken out or put in is seen.
 */
final class InboxFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InboxFile.class);
    private static final String HASH = ",\"hash\":\"";
    private static final int HASH_BYTES = 16;

    private final Path path;
    private final LineFile lines;
    private String last = "";

    private InboxFile(Path path) {
        this.path = path;
        this.lines = new LineFile(path);
    }

    /**
     * Reads a file, which need not be there yet, and takes it for this process.
     *
     * @param each is given each act in turn
     * @throws FaultException if it cannot be used, or a line of it is not as this class wrote it
     */
    static InboxFile open(Path path, Consumer<Act> each) {
        var file = new InboxFile(path);
        int number = 0;
        try {
            var all = file.lines.read();
            file.lines.open();
            for (var line : all) {
                number++;
                each.accept(file.parse(new String(line, StandardCharsets.UTF_8)));
            }
            if (file.lines.rest() > 0) {
                LOG.warn(
                        "{}:{} is not whole: the process that wrote it was stopped. Its {} bytes are passed over; nothing was promised for them.",
                        path,
                        number + 1,
                        file.lines.rest());
            }
            return file;
        } catch (IOException | RuntimeException e) {
            file.closeQuietly();
            throw fault(path, number, e);
        }
    }

    private static FaultException fault(Path path, int line, Exception cause) {
        var place = line == 0 || cause instanceof IOException ? path.toString() : path + ":" + line;
        return new FaultException(
                InboxIssue.INBOX_UNUSABLE,
                Location.of(place),
                "The inbox in " + place + " cannot be used: " + cause.getMessage()
                        + ". End the process that has it, restore it from a copy, or set banggiao.inbox.enabled to false.",
                cause);
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            LOG.warn("{} could not be closed: {}", path, e.toString());
        }
    }

    /** How many bytes it has. */
    long size() {
        return lines.size();
    }

    /** How many bytes an act takes. */
    int size(Act act) {
        return line(act).getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Adds an act; when this returns, it is on the disk.
     *
     * @throws IOException if the disk refuses; nothing is added then
     */
    void add(Act act) throws IOException {
        var line = line(act);
        lines.add(line.getBytes(StandardCharsets.UTF_8));
        last = hashOf(line);
    }

    private static String hashOf(String line) {
        int at = line.lastIndexOf(HASH);
        if (at < 0) {
            throw new IllegalArgumentException("the line has no hash");
        }
        return line.substring(at + HASH.length(), at + HASH.length() + 2 * HASH_BYTES);
    }

    private String line(Act act) {
        var json = JSON.toStringFlat(json(act)).replace("\n", " ").strip();
        var bare = json.substring(0, json.length() - 1).stripTrailing();
        return bare + HASH + hash(last, bare) + "\"}\n";
    }

    private static String hash(String before, String line) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((before + "\n" + line).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Act parse(String line) {
        var hash = hashOf(line);
        if (!hash.equals(hash(last, line.substring(0, line.lastIndexOf(HASH))))) {
            throw new IllegalArgumentException(
                    "the line is not as it was written, or one before it was changed, put in or taken out");
        }
        last = hash;
        return act(JSON.parse(line));
    }

    private static JsonObject json(Act act) {
        var json = new JsonObject();
        json.put("act", act.kind());
        json.put("at", act.at().toString());
        switch (act) {
            case Act.Received received -> {
                json.put("link", json(received.link()));
                json.put("sender", json(received.sender()));
            }
            case Act.Decided decided -> {
                json.put("by", decided.by());
                json.put("state", decided.state().name().toLowerCase(Locale.ROOT));
                json.put("reason", decided.reason());
                var ids = new JsonArray();
                decided.ids().forEach(ids::add);
                json.put("ids", ids);
            }
            case Act.Loaded loaded -> {
                json.put("by", loaded.by());
                var links = new JsonArray();
                loaded.links().forEach(l -> links.add(json(l)));
                json.put("links", links);
            }
            case Act.Entered entered -> {
                json.put("by", entered.by());
                json.put("network", entered.network());
            }
        }
        return json;
    }

    private static JsonObject json(RecordLink link) {
        var json = new JsonObject();
        json.put("record", link.record());
        json.put("title", link.title());
        json.put("about", link.about());
        json.put("relation", link.relation().code());
        json.put("holder", link.holder());
        json.put("date", link.date());
        json.put("note", link.note());
        return json;
    }

    private static JsonObject json(Sender sender) {
        var json = new JsonObject();
        json.put("name", sender.name());
        json.put("actor", sender.actor());
        json.put("network", sender.network());
        json.put("token", sender.token());
        return json;
    }

    private static Act act(JsonObject json) {
        var at = Instant.parse(json.getString("at"));
        return switch (json.getString("act")) {
            case "received" -> new Act.Received(at, link(json.getObj("link")), sender(json.getObj("sender")));
            case "decided" ->
                new Act.Decided(
                        at,
                        json.getString("by"),
                        Entry.State.valueOf(json.getString("state").toUpperCase(Locale.ROOT)),
                        json.getString("reason"),
                        json.getArray("ids").map(v -> v.getAsString().value()).toList());
            case "loaded" ->
                new Act.Loaded(
                        at,
                        json.getString("by"),
                        json.getArray("links").map(v -> link(v.getAsObject())).toList());
            case "entered" -> new Act.Entered(at, json.getString("by"), json.getString("network"));
            default -> throw new IllegalArgumentException("no such act: " + json.getString("act"));
        };
    }

    private static RecordLink link(JsonObject json) {
        return new RecordLink(
                json.getString("record"),
                json.getString("title"),
                json.getString("about"),
                Relation.of(json.getString("relation")).orElseThrow(),
                json.getString("holder"),
                json.getString("date"),
                json.getString("note"));
    }

    private static Sender sender(JsonObject json) {
        return new Sender(
                json.getString("name"), json.getString("actor"), json.getString("network"), json.getString("token"));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** All acts that are kept under a folder. */
    static Path in(Path folder) {
        return folder.resolve("inbox.jsonl");
    }
}
