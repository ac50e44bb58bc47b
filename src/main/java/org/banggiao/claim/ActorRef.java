package org.banggiao.claim;

import org.jspecify.annotations.Nullable;

/**
 * An actor as a claim names it: a country, a state, an organisation or a group.
 *
 * @param code the code that stands for it in records: two-letter ISO code, or a short upper-case one ({@code ASEAN})
 * @param key its key in the authority data, with its class ({@code country:laos}, {@code organisation:asean}), or null where
 *     the text's name is not there
 * @param printed the name as printed, or null where it was taken from context only
 */
public record ActorRef(
        String code, @Nullable String key, @Nullable String printed) {
    public ActorRef {
        if (code.isBlank()) {
            throw new IllegalArgumentException("an actor needs a code: " + key + ", " + printed);
        }
    }
}
