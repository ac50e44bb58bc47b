package org.banggiao.publish.permanent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A query that has an address of its own.
 *
 * @param id 24 hexadecimal digits of the SHA-256 of release and text: the same query of the same release has the same one
 *     on every server
 * @param text SPARQL, with line feeds at the ends of lines
 * @param release the release that it asks; empty where it asks the current one each time
 * @param kept the day on which it was kept first (UTC)
 */
public record PermanentQuery(String id, String text, Optional<String> release, LocalDate kept) {
    /** How ids look. */
    public static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    private static final int ID_BYTES = 12;

    public PermanentQuery {
        if (!id.equals(idOf(text, release))) {
            throw new IllegalArgumentException("the id " + id + " is not that of the query");
        }
    }

    /** A query with the id that its text and release give. */
    public static PermanentQuery of(String text, Optional<String> release, LocalDate kept) {
        var exact = normal(text);
        return new PermanentQuery(idOf(exact, release), exact, release, kept);
    }

    /** The text with line feeds at the ends of its lines, and otherwise as it is. */
    public static String normal(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String idOf(String text, Optional<String> release) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(release.orElse("").getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What its first line says of it, where that is a comment; else its id. */
    public String title() {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.length() > 200 ? line.substring(0, 200) + "…" : line)
                .orElse("Query " + id);
    }
}
