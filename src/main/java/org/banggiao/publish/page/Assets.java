package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
    private static final int HASH_BYTES = 6;

    private final Map<String, byte[]> files = new TreeMap<>();

    public Assets() {
        for (var name : TYPES.keySet()) {
            try (var in = Objects.requireNonNull(Assets.class.getResourceAsStream("/static/" + name), name)) {
                files.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The path of a file, with the hash of its content. */
    String path(String name) {
        return "/assets/" + hash(Objects.requireNonNull(files.get(name), name)) + "/" + name;
    }

    @GetMapping("/assets/{hash}/{name}")
    void send(@PathVariable String hash, @PathVariable String name, HttpServletResponse response) throws IOException {
        var file = files.get(name);
        if (file == null || !hash(file).equals(hash)) {
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
