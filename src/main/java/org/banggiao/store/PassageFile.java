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

/** Passages from a file of JSON lines, each {@code {"passage": IRI, "text": …}}; read when the first is asked for. */
final class PassageFile implements Passages {
    private final Path file;
    private @Nullable Map<String, String> texts;

    PassageFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<String> text(String passageIri) {
        return Optional.ofNullable(texts().get(passageIri));
    }

    private synchronized Map<String, String> texts() {
        if (texts == null) {
            texts = read();
        }
        return texts;
    }

    private Map<String, String> read() {
        var map = new HashMap<String, String>();
        try (var lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank())
                    .map(JSON::parse)
                    .forEach(line -> map.put(line.getString("passage"), line.getString("text")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return map;
    }

    /** One line of the file, without its end. */
    static String line(String passageIri, String text) {
        var object = new JsonObject();
        object.put("passage", passageIri);
        object.put("text", text);
        return JSON.toStringFlat(object);
    }
}
