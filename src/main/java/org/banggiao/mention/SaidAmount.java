package org.banggiao.mention;

import org.banggiao.quantity.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A number as a sentence says it.
 *
 * @param amount the number, or null where the text is vague ("several dozen")
 */
public record SaidAmount(@Nullable Amount amount) {}
