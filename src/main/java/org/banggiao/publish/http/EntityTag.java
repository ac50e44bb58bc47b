package org.banggiao.publish.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names what an answer says (RFC 9110, section 8.8.3). All tags are weak: the web server may pack an answer, which changes its
 * bytes and not what it says.
 *
 * @param value the tag as a header carries it
 */
public record EntityTag(String value) {
    private static final int DIGITS = 24;

    /** The tag of what is made from these parts: a hash of them in their order. */
    public static EntityTag of(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return new EntityTag(
                    "W/\"" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS) + "\"");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a client that reads has the answer already: weak comparison with each tag of {@code If-None-Match}. */
    public boolean isKnownTo(HttpServletRequest request) {
        var header = request.getHeader("If-None-Match");
        boolean isRead =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (header == null || !isRead) {
            return false;
        }
        var bare = value.substring("W/".length());
        for (var candidate : header.split(",", -1)) {
            var known = candidate.strip();
            if (known.equals("*") || known.equals(bare) || known.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
