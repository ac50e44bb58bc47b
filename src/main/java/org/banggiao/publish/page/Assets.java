package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.banggiao.publish.settings.PublishSettings;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files that pages need, each under an address with the hash of its content, so that browsers may keep it for ever. */
@Controller
public final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "banggiao.css", "text/css;charset=utf-8",
            "search.js", "text/javascript;charset=utf-8",
            "copy.js", "text/javascript;charset=utf-8",
            "picture.css", "text/css;charset=utf-8",
            "picture.js", "text/javascript;charset=utf-8",
            "facets.js", "text/javascript;charset=utf-8",
            "icon.svg", "image/svg+xml");
    private static final String STYLE = "banggiao.css";
    private static final int HASH_BYTES = 6;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> hashes = new TreeMap<>();

    /** The files, the style sheet with the colour of the deployment. */
    public Assets(PublishSettings settings) {
        for (var name : TYPES.keySet()) {
            try (var in = Objects.requireNonNull(Assets.class.getResourceAsStream("/static/" + name), name)) {
                files.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!settings.accent().isEmpty()) {
            var style = new String(Objects.requireNonNull(files.get(STYLE)), StandardCharsets.UTF_8);
            files.put(STYLE, (style + accent(settings.accent())).getBytes(StandardCharsets.UTF_8));
        }
        files.forEach((name, file) -> hashes.put(name, hash(file)));
    }

    /** Another colour, made lighter where the paper is dark. */
    private static String accent(String colour) {
        return "\n:root { --accent: " + colour
                + "; }\n@media (prefers-color-scheme: dark) { :root { --accent: color-mix(in srgb, " + colour
                + " 40%, #fff); } }\n@media print { :root { --accent: #000; } }\n";
    }

    /** The path of a file, with the hash of its content. */
    String path(String name) {
        return "/assets/" + Objects.requireNonNull(hashes.get(name), name) + "/" + name;
    }

    @GetMapping("/assets/{hash}/{name}")
    void send(@PathVariable String hash, @PathVariable String name, HttpServletResponse response) throws IOException {
        var file = files.get(name);
        if (file == null || !hash.equals(hashes.get(name))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(TYPES.get(name));
        response.setHeader(
                "Cache-Control",
                CacheControl.maxAge(Duration.ofDays(365))
                        .cachePublic()
                        .immutable()
                        .getHeaderValue());
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
