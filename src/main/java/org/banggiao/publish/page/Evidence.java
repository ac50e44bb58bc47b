package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * Where something is said.
 *
 * @param source the work, linked
 * @param position first code point and the one after the last; empty where not known
 * @param passage the page of the passage
 * @param title the place in the work in a few words
 * @param place page, section, note, sentence and position, as far as known
 * @param quote the words, where the deployment has them and shows them
 */
public record Evidence(
        Value source,
        String title,
        String position,
        Optional<String> passage,
        List<Fact> place,
        Optional<Quote> quote) {
    public Evidence {
        place = List.copyOf(place);
    }
}
