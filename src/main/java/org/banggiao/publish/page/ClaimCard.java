package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * A claim as a page shows it: what is said, how, and where.
 *
 * @param name its key, or the address where it has none
 * @param href its own page
 * @param own whether the page is about it alone
 * @param mode how the source says it: as fact, as intention, denied …
 * @param plain whether the source affirms it as fact, in its own voice
 * @param values what is said
 * @param evidence the passage
 * @param context passages that it leans on
 * @param reading how it was read: rule, confidence
 */
public record ClaimCard(
        String name,
        Optional<String> href,
        boolean own,
        String mode,
        boolean plain,
        List<Fact> values,
        Optional<Evidence> evidence,
        List<Evidence> context,
        List<Fact> reading) {
    public ClaimCard {
        values = List.copyOf(values);
        context = List.copyOf(context);
        reading = List.copyOf(reading);
    }
}
