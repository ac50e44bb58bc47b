package org.banggiao.claim;

import org.jspecify.annotations.Nullable;

/**
 * A person as a claim names them.
 *
 * @param printed the name as printed, without title
 * @param key the key in the authority data ({@code person:pham-van-dong}), or null where not there
 * @param title the office or rank as printed before or after the name, or null
 * @param role what the person does in the event, as far as the passage says
 */
public record PersonRef(
        String printed, @Nullable String key, @Nullable String title, Role role) {
    /** What a person does in an event. */
    public enum Role {
        /** Takes part; nothing more is said. */
        PRESENT,
        /** Heads a delegation. */
        HEAD,
        /** Goes along in a delegation that somebody else heads. */
        MEMBER,
        /** Receives the others. */
        HOST
    }

    /** A person of whom the passage says no more than that they take part. */
    public PersonRef(String printed, @Nullable String key, @Nullable String title) {
        this(printed, key, title, Role.PRESENT);
    }
}
