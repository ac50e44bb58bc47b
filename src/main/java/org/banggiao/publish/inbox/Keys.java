package org.banggiao.publish.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.banggiao.text.Folding;

/** Readable keys for names, in ASCII: another name has another one. */
final class Keys {
    private static final int MOST = 40;
    private static final int HASH_BYTES = 4;

    private Keys() {}

    /** The folded name, and a few digits of its hash. */
    static String of(String name) {
        var slug = Folding.withoutAccents(name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var bare = slug.length() > MOST ? slug.substring(0, MOST) : slug;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            var hash = HexFormat.of().formatHex(digest, 0, HASH_BYTES);
            return bare.isEmpty() ? hash : bare + "-" + hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
