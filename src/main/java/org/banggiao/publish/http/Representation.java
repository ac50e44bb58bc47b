package org.banggiao.publish.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer, known before it is sent, so that it can have an entity tag made from its bytes: the same answer has the same
 * tag on every server and, where nothing in it has changed, in the next release too.
 *
 * @param text the body
 * @param contentType the value of {@code Content-Type}; the body is sent in UTF-8
 * @param vary the request headers that it was chosen by, joined by commas; empty where by none
 */
public record Representation(String text, String contentType, String vary) {
    private static final int TAG_BYTES = 12;

    /** Sends it with status 200, or 304 where the client has it already. Headers that were set before stay. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(HttpServletResponse.SC_OK, request, response);
    }

    /** Sends it with a status; a failure is neither tagged nor kept. */
    public void send(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        if (!vary.isEmpty()) {
            response.setHeader("Vary", vary);
        }
        if (status == HttpServletResponse.SC_OK) {
            var tag = "\"" + tag(body) + "\"";
            response.setHeader("ETag", tag);
            response.setHeader("Cache-Control", "no-cache");
            if (matches(request.getHeader("If-None-Match"), tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        } else {
            response.setHeader("Cache-Control", "no-store");
        }
        response.setContentType(contentType);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** Weak comparison with each tag of the header (RFC 9110, section 13.1.2). */
    private static boolean matches(@Nullable String header, String tag) {
        if (header == null) {
            return false;
        }
        for (var candidate : header.split(",", -1)) {
            var bare = candidate.strip();
            if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private static String tag(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
