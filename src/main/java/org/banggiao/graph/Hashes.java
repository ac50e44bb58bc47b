package org.banggiao.graph;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names made from content: the first digits of a SHA-256 over parts, each closed by a zero byte. */
final class Hashes {
    /** Letters and digits that are not taken for one another and make no words; x is kept for provisional keys. */
    private static final String ALPHABET = "bcdfghjkmnpqrstvwz23456789";

    private static final int LETTERS = 18;

    private Hashes() {}

    /** Lower-case hexadecimal digits. */
    static String hex(int digits, String... parts) {
        return HexFormat.of().formatHex(sha256(parts)).substring(0, digits);
    }

    /** An opaque key that begins with a letter. */
    static String key(int length, String... parts) {
        var number = new BigInteger(1, sha256(parts));
        var out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            var base = BigInteger.valueOf(i == 0 ? LETTERS : ALPHABET.length());
            out.append(ALPHABET.charAt(number.mod(base).intValue()));
            number = number.divide(base);
        }
        return out.toString();
    }

    private static byte[] sha256(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
