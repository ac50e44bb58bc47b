package org.banggiao.claim;

import org.jspecify.annotations.Nullable;

/**
 * A place as a claim names it.
 *
 * @param printed the name as printed
 * @param key the key in the authority data ({@code place:vientiane}), or null where not there
 */
public record PlaceRef(String printed, @Nullable String key) {}
