package org.banggiao.mention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that point back to an occasion that was told before: "on this visit", "at the congress".
 *
 * @param types types of event that it can be, in order of liking; empty where any can
 * @param atEnd whether what follows was at its end
 * @param numeral the Roman numeral that it bears, or null
 */
public record Anaphor(
        List<String> types, boolean atEnd, @Nullable String numeral) {
    public Anaphor {
        types = List.copyOf(types);
    }
}
