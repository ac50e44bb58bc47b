package org.banggiao.publish.settings;

import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The licence of the data; empty where none is stated.
 *
 * @param name as people know it
 * @param url where its text is
 * @param spdx its identifier in the list of SPDX, as citations give it; may be empty
 */
public record Licence(
        @DefaultValue("") String name,
        @DefaultValue("") String url,
        @DefaultValue("") String spdx) {
    public Licence {
        if (!url.isEmpty() && !Addresses.isWeb(url)) {
            throw new IllegalArgumentException("banggiao.licence.url is the address of a page, such as"
                    + " https://creativecommons.org/licenses/by/4.0/, and not \"" + url + "\"");
        }
        if (name.isBlank() != url.isBlank()) {
            throw new IllegalArgumentException("banggiao.licence needs both a name and a url, or neither: name \""
                    + name + "\", url \"" + url + "\"");
        }
    }

    /** This, where one is stated. */
    public Optional<Licence> stated() {
        return url.isEmpty() ? Optional.empty() : Optional.of(this);
    }
}
