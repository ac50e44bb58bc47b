package org.banggiao.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Passages from a file of JSON lines, each {@code {"passage": IRI, "text": …}}, where the paragraph is known with {@code "before"},
 * {@code "marked"} and {@code "after"}; read when the first is asked for. */
final class PassageFile implements Passages {
    private final Path file;
    private @Nullable Map<String, PassageWords> words;

    PassageFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<String> text(String passageIri) {
        return words(passageIri).map(PassageWords::text);
    }

    @Override
    public Optional<PassageWords> words(String passageIri) {
        return Optional.ofNullable(all().get(passageIri));
    }

    private synchronized Map<String, PassageWords> all() {
        if (words == null) {
            words = read();
        }
        return words;
    }

    private Map<String, PassageWords> read() {
        var map = new HashMap<String, PassageWords>();
        try (var lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank())
                    .map(JSON::parse)
                    .forEach(line -> map.put(line.getString("passage"), words(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return map;
    }

    private static PassageWords words(JsonObject line) {
        var text = line.getString("text");
        return new PassageWords(
                text,
                part(line, "before").orElse(""),
                part(line, "marked").orElse(text),
                part(line, "after").orElse(""));
    }

    private static Optional<String> part(JsonObject line, String key) {
        return line.hasKey(key) ? Optional.of(line.getString(key)) : Optional.empty();
    }

    /** One line of the file, without its end. */
    static String line(String passageIri, PassageWords words) {
        var object = new JsonObject();
        object.put("passage", passageIri);
        object.put("text", words.text());
        if (!words.before().isEmpty()) {
            object.put("before", words.before());
        }
        if (!words.marked().equals(words.text())) {
            object.put("marked", words.marked());
        }
        if (!words.after().isEmpty()) {
            object.put("after", words.after());
        }
        return JSON.toStringFlat(object);
    }
}
