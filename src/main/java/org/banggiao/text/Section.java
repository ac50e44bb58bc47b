package org.banggiao.text;

import org.jspecify.annotations.Nullable;

/**
 * A chapter, section or subsection.
 *
 * @param ordinal from 1, in the order of the text
 * @param level from 1 for the outermost
 * @param number the number or letter as printed, such as {@code II}, {@code 1.2} or {@code a}; empty where it has none
 * @param title the heading's words without the number
 * @param years the years that the heading states, or null
 * @param parent ordinal of the section that holds it, or null
 * @param heading where the heading stands
 * @param range from the heading to the next section that is not inside this one
 */
public record Section(
        int ordinal,
        int level,
        String number,
        String title,
        @Nullable YearRange years,
        @Nullable Integer parent,
        Range heading,
        Range range) {}
