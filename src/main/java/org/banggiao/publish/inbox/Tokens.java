package org.banggiao.publish.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.banggiao.publish.settings.InboxSettings.Token;

/** The machines that are known by a token ({@code Authorization: Bearer …}, RFC 6750). */
public final class Tokens {
    private static final String SCHEME = "Bearer ";

    private final List<Token> tokens;

    public Tokens(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** Whether a request says that it has a token. */
    public static boolean isGiven(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Whose token a request has; empty where it has none, or one that nobody has. */
    public Optional<Token> of(HttpServletRequest request) {
        if (!isGiven(request)) {
            return Optional.empty();
        }
        var hash = hash(request.getHeader("Authorization")
                        .substring(SCHEME.length())
                        .strip())
                .getBytes(StandardCharsets.UTF_8);
        // All are compared, each in constant time.
        Optional<Token> found = Optional.empty();
        for (var token : tokens) {
            if (MessageDigest.isEqual(hash, token.hash().getBytes(StandardCharsets.UTF_8))) {
                found = Optional.of(token);
            }
        }
        return found;
    }

    /** The SHA-256 of a token, which is long and drawn at random: 64 hexadecimal digits. */
    public static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
