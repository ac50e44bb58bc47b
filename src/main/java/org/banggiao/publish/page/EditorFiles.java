package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The scripts and styles of the query editor. They name each other by relative addresses, so all lie under one address with a hash
 * of them all, which browsers may keep for ever. They are read when the query page is first asked for.
 */
@Controller
final class EditorFiles {
    private static final String OUTLINE = "world-110m.json";
    private static final List<String> NAMES = List.of(
            "yasgui/yasqe.min.css",
            "yasgui/yasqe.min.js",
            "yasgui/yasr.min.js",
            "editor.css",
            "editor.js",
            "words.js",
            "terms.js",
            "context.js",
            "complete.js",
            "examples.js",
            "faults.js",
            "results.js",
            "table.js",
            "columns.js",
            "svg.js",
            "chart.js",
            "timeline.js",
            "map.js",
            OUTLINE);
    private static final int HASH_BYTES = 6;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String hash;

    EditorFiles() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : NAMES) {
                var file = read(name);
                files.put(name, file);
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(file);
            }
            this.hash = HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(String name) {
        try (var in = Objects.requireNonNull(
                EditorFiles.class.getResourceAsStream(
                        (name.equals(OUTLINE) ? "/static/map/" : "/static/query/") + name),
                name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of the folder that they lie in, with a slash at its end. */
    String path() {
        return "/assets/" + hash + "/query/";
    }

    private static String type(String name) {
        if (name.endsWith(".json")) {
            return "application/json";
        }
        return name.endsWith(".css") ? "text/css;charset=utf-8" : "text/javascript;charset=utf-8";
    }

    @GetMapping("/assets/{hash}/query/{*name}")
    void send(@PathVariable String hash, @PathVariable String name, HttpServletResponse response) throws IOException {
        var file = files.get(name.substring(1));
        if (file == null || !this.hash.equals(hash)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(type(name));
        response.setHeader(
                "Cache-Control",
                CacheControl.maxAge(Duration.ofDays(365))
                        .cachePublic()
                        .immutable()
                        .getHeaderValue());
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
