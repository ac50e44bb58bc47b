package org.banggiao.publish.settings;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The inbox to which archives tell which of their records are about what is described here, and who reviews it.
 *
 * @param enabled whether there is an inbox; where not, nothing of it is loaded
 * @param folder where everything that came is kept: outside the release, on a disk that stays
 * @param maxHeld how many notifications wait for review at most
 * @param maxLinks how many links are published at most
 * @param maxBytes how large the file may become; a tenth of it is left to reviewers
 * @param bodySize bytes of one notification
 * @param perHour how many one client may send in an hour
 * @param perHourKnown the same for who has a token
 * @param secureCookie whether the cookie of the login is sent over HTTPS only
 * @param reviewers who reviews
 * @param tokens machines that are known
 */
public record InboxSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("inbox") Path folder,
        @DefaultValue("2000") int maxHeld,
        @DefaultValue("50000") int maxLinks,
        @DefaultValue("200000000") long maxBytes,
        @DefaultValue("65536") int bodySize,
        @DefaultValue("30") int perHour,
        @DefaultValue("5000") int perHourKnown,
        @DefaultValue("true") boolean secureCookie,
        @DefaultValue List<Reviewer> reviewers,
        @DefaultValue List<Token> tokens) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,59}");

    public InboxSettings {
        reviewers = List.copyOf(reviewers);
        tokens = List.copyOf(tokens);
        if (maxHeld < 1 || maxLinks < 1 || maxBytes < 1 || bodySize < 1 || perHour < 1 || perHourKnown < 1) {
            throw new IllegalArgumentException("banggiao.inbox has bounds of more than zero: max-held " + maxHeld
                    + ", max-links " + maxLinks + ", max-bytes " + maxBytes + ", body-size " + bodySize + ", per-hour "
                    + perHour + ", per-hour-known " + perHourKnown);
        }
        if (enabled && reviewers.isEmpty() && tokens.stream().noneMatch(t -> t.role() == Role.REVIEWER)) {
            throw new IllegalArgumentException(
                    "banggiao.inbox is enabled, and nobody may review: name somebody in banggiao.inbox.reviewers, with a"
                            + " password as `banggiao password` writes it");
        }
        var names = Stream.concat(
                        reviewers.stream().map(Reviewer::name), tokens.stream().map(Token::name))
                .toList();
        if (names.size() != new HashSet<>(names).size()) {
            throw new IllegalArgumentException("banggiao.inbox names somebody twice: " + names);
        }
    }

    private static void checkName(String setting, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(setting
                    + " is up to 60 letters, digits, spaces, dots, hyphens, low lines and @, and not \"" + name + "\"");
        }
    }

    /**
     * A person who reviews.
     *
     * @param name to log in with, and in the log of what was decided
     * @param password a hash, such as {@code {bcrypt}$2a$12$…}
     */
    public record Reviewer(
            @DefaultValue("") String name, @DefaultValue("") String password) {
        private static final Pattern HASH = Pattern.compile("\\{(bcrypt|pbkdf2@SpringSecurity_v5_8)\\}.{20,}");

        public Reviewer {
            checkName("banggiao.inbox.reviewers.name", name);
            if (!HASH.matcher(password).matches()) {
                throw new IllegalArgumentException("The password of " + name
                        + " in banggiao.inbox.reviewers is no hash: `banggiao password` writes one, such as"
                        + " {bcrypt}$2a$12$…");
            }
        }
    }

    /** What a machine may do. */
    public enum Role {
        /** It sends notifications, which are known to come from it. */
        SENDER,
        /** It reviews. */
        REVIEWER
    }

    /**
     * A machine that is known by a token.
     *
     * @param name who it is
     * @param hash the SHA-256 of the token, 64 hexadecimal digits, as {@code banggiao password --token} writes it
     * @param role what it may do
     */
    public record Token(
            @DefaultValue("") String name,
            @DefaultValue("") String hash,
            @DefaultValue("sender") Role role) {
        private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

        public Token {
            checkName("banggiao.inbox.tokens.name", name);
            if (!HASH.matcher(hash).matches()) {
                throw new IllegalArgumentException("The token of " + name
                        + " in banggiao.inbox.tokens is given by its SHA-256: `banggiao password --token` makes both");
            }
        }
    }
}
