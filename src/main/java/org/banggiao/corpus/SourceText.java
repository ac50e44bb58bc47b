package org.banggiao.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is: every offset in Banggiao counts the Unicode code points of {@code text}.
 *
 * @param id the document's id: the file's name without its extension
 * @param text the decoded text, without a byte order mark and with every other character kept, carriage returns too
 * @param sha256 SHA-256 of the file's bytes; of the text's UTF-8 bytes where the text was extracted from another format; 64
 *     lower-case hexadecimal digits
 * @param mediaType media type of the file, such as {@code text/plain}
 * @param derivedFromSha256 SHA-256 of the file from which the text was extracted, or null where the file is the text
 */
public record SourceText(
        String id,
        String text,
        String sha256,
        String mediaType,
        @Nullable String derivedFromSha256) {
    public SourceText {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a source text without id");
        }
        if (!isDigest(sha256) || (derivedFromSha256 != null && !isDigest(derivedFromSha256))) {
            throw new IllegalArgumentException("not SHA-256 digests: " + sha256 + ", " + derivedFromSha256);
        }
    }

    /** A plain text that is no file, such as one typed into a form: its digest is that of its UTF-8 bytes. */
    public static SourceText of(String id, String text) {
        return new SourceText(id, text, digest(text.getBytes(StandardCharsets.UTF_8)), "text/plain", null);
    }

    /** How many code points the text has. */
    public int lengthInCodePoints() {
        return text.codePointCount(0, text.length());
    }

    /** The text from one code point to another; linear in the length of the text. */
    public String slice(int startInclusive, int endExclusive) {
        int start = text.offsetByCodePoints(0, startInclusive);
        return text.substring(start, text.offsetByCodePoints(start, endExclusive - startInclusive));
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean isDigest(String value) {
        return value.length() == 64 && value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
