package org.banggiao.mention;

import org.banggiao.quantity.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A number with what it counts.
 *
 * @param amount the number, or null where the text is vague
 * @param unit in the form that records have, such as {@code người} for any people; empty where the word behind the number is in
 *     no list
 * @param counts whether the unit only counts what is named behind it ({@code tấn}, {@code chiếc}), else it says itself what it is
 *     ({@code bệnh viện})
 */
public record Measure(@Nullable Amount amount, String unit, boolean counts) {}
