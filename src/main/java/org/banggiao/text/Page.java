package org.banggiao.text;

import org.jspecify.annotations.Nullable;

/**
 * A page of the print that the text was taken from.
 *
 * @param ordinal from 1
 * @param number the printed number, or null where nothing tells it
 * @param header its running header, decoded, without the number, or null
 * @param range from its first code point to that of the next page
 */
public record Page(
        int ordinal, @Nullable Integer number, @Nullable String header, Range range) {}
