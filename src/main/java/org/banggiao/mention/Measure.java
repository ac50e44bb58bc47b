package org.banggiao.mention;

import org.banggiao.quantity.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit.
 *
 * @param amount the number, or null where the text is vague
 * @param unit in the form that records have, such as {@code người} for any people
 */
public record Measure(@Nullable Amount amount, String unit) {}
