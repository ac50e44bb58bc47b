package org.banggiao.publish.page;

import java.util.List;

/**
 * An entity in a small frame on somebody else's page.
 *
 * @param style the address of the style sheet
 * @param href its page
 * @param language of the words
 * @param name what it is called
 * @param type its type
 * @param about its sort and name as printed, or its country; empty where nothing is known
 * @param facts what else is known of it
 * @param claims how much is said of it
 * @param service the name of this service
 */
public record PreviewPage(
        String style,
        String href,
        String language,
        String name,
        String type,
        String about,
        List<Fact> facts,
        String claims,
        String service) {
    public PreviewPage {
        facts = List.copyOf(facts);
    }

    /** One line. */
    public record Fact(String label, String value) {}
}
