package org.banggiao.publish.settings;

import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who publishes the data and whom to ask about them; what is empty is not stated.
 *
 * @param name of the person or body
 * @param url its page
 * @param email where questions about the data go
 * @param contact a page where they go, beside or instead of the address for mail
 */
public record Publisher(
        @DefaultValue("") String name,
        @DefaultValue("") String url,
        @DefaultValue("") String email,
        @DefaultValue("") String contact) {
    public Publisher {
        if (!email.isEmpty() && !email.matches("[^\\s@<>\"]+@[^\\s@<>\"]+")) {
            throw new IllegalArgumentException(
                    "banggiao.publisher.email is an address such as data@example.org, and not \"" + email + "\"");
        }
        for (var page : new String[] {url, contact}) {
            if (!page.isEmpty() && !Addresses.isWeb(page)) {
                throw new IllegalArgumentException(
                        "banggiao.publisher.url and .contact are addresses of pages, such as https://example.org/, and not \""
                                + page + "\"");
            }
        }
        if (name.isBlank() && !url.isBlank()) {
            throw new IllegalArgumentException(
                    "banggiao.publisher has a url and no name: give banggiao.publisher.name too");
        }
    }

    /** The name, where one is stated. */
    public Optional<String> stated() {
        return name.isBlank() ? Optional.empty() : Optional.of(name);
    }

    /** Whether there is anybody to ask. */
    public boolean hasContact() {
        return !email.isEmpty() || !contact.isEmpty();
    }
}
