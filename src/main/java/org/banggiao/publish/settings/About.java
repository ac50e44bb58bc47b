package org.banggiao.publish.settings;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a deployment says of itself, each by language (BCP 47); what is not said is left out.
 *
 * @param heading the heading of the start page
 * @param description what the data are, in a sentence or two: for catalogues, search engines and the page of the dataset
 * @param text on the start page: how the data come about and what to keep in mind
 * @param note at the foot of every page
 */
public record About(
        @DefaultValue Map<String, String> heading,
        @DefaultValue Map<String, String> description,
        @DefaultValue Map<String, String> text,
        @DefaultValue Map<String, String> note) {
    public About {
        heading = said(heading);
        description = said(description);
        text = said(text);
        note = said(note);
    }

    private static Map<String, String> said(Map<String, String> byLanguage) {
        var said = new TreeMap<String, String>();
        byLanguage.forEach((language, words) -> {
            if (!words.isBlank()) {
                said.put(language, words.strip());
            }
        });
        return Collections.unmodifiableMap(said);
    }

    /** The words in a language, else in another one; empty where nothing is said. */
    public static Optional<String> in(String language, Map<String, String> byLanguage) {
        return Optional.ofNullable(byLanguage.get(language))
                .or(() -> byLanguage.values().stream().findFirst());
    }
}
