package org.banggiao.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/**
 * What {@code manifest.json} of a release says: what is in it, and size and checksum of each of its files. No time and no
 * place: the same content has the same manifest, but for the checksums of the index files.
 *
 * @param info what is in the release
 * @param dataset the SHA-256 of the unpacked N-Quads, 64 hexadecimal digits
 * @param files every file of the release but the manifest, by its path in the folder
 */
record Manifest(ReleaseInfo info, String dataset, SortedMap<String, Entry> files) {
    /** The name of the file. */
    static final String FILE = "manifest.json";
    /** The version of this format; another one is not read. */
    static final int VERSION = 2;

    Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * One file.
     *
     * @param bytes its size
     * @param sha256 its SHA-256, 64 hexadecimal digits
     */
    record Entry(long bytes, String sha256) {}

    String toJson() {
        var json = new JsonObject();
        json.put("format", "banggiao-release");
        json.put("version", VERSION);
        json.put("id", info.id());
        json.put("quads", info.quads());
        json.put("dataset", dataset);
        json.put("graphs", object(info.graphs(), JsonNumber::value));
        json.put("classes", object(info.classes(), JsonNumber::value));
        json.put("madeFrom", object(info.madeFrom(), JsonString::new));
        json.put("files", object(files, Manifest::file));
        return json + "\n";
    }

    private static <V> JsonObject object(SortedMap<String, V> map, Function<V, JsonValue> toJson) {
        var object = new JsonObject();
        map.forEach((name, value) -> object.put(name, toJson.apply(value)));
        return object;
    }

    private static JsonObject file(Entry entry) {
        var file = new JsonObject();
        file.put("bytes", entry.bytes);
        file.put("sha256", entry.sha256);
        return file;
    }

    /**
     * Reads a manifest.
     *
     * @throws OtherVersion if it is one of another version of the format
     * @throws IllegalArgumentException if it is not a manifest
     */
    static Manifest parse(String text) {
        try {
            var json = JSON.parse(text);
            int version = json.getNumber("version").intValue();
            if (version != VERSION) {
                throw new OtherVersion(version);
            }
            var info = new ReleaseInfo(
                    json.getString("id"),
                    json.getNumber("quads").longValue(),
                    map(json.getObj("graphs"), Manifest::number),
                    map(json.getObj("classes"), Manifest::number),
                    map(json.getObj("madeFrom"), value -> value.getAsString().value()));
            return new Manifest(info, json.getString("dataset"), map(json.getObj("files"), Manifest::entry));
        } catch (JsonException | NullPointerException e) {
            throw new IllegalArgumentException("not a manifest: " + e.getMessage(), e);
        }
    }

    private static long number(JsonValue value) {
        return value.getAsNumber().value().longValue();
    }

    private static Entry entry(JsonValue value) {
        var file = value.getAsObject();
        return new Entry(file.getNumber("bytes").longValue(), file.getString("sha256"));
    }

    private static <V> SortedMap<String, V> map(JsonObject object, Function<JsonValue, V> fromJson) {
        var map = new TreeMap<String, V>();
        object.forEach((name, value) -> map.put(name, fromJson.apply(value)));
        return map;
    }

    /** The manifest is of another version of the format. */
    static final class OtherVersion extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherVersion(int version) {
            super("version " + version + " of the format, where this program reads version " + VERSION);
        }
    }
}
