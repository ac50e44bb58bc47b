package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * Where something is said.
 *
 * @param source the work, linked
 * @param passage the page of the passage
 * @param place page, section, note, sentence and position, as far as known
 * @param quote the words, where the deployment has them and shows them
 */
public record Evidence(Value source, Optional<String> passage, List<Fact> place, Optional<String> quote) {
    public Evidence {
        place = List.copyOf(place);
    }
}
