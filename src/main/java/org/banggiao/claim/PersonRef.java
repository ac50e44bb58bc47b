package org.banggiao.claim;

import org.jspecify.annotations.Nullable;

/**
 * A person as a claim names them.
 *
 * @param printed the name as printed, without title
 * @param key the key in the authority data ({@code person:pham-van-dong}), or null where not there
 * @param title the office or rank as printed before or after the name, or null
 */
public record PersonRef(
        String printed, @Nullable String key, @Nullable String title) {}
