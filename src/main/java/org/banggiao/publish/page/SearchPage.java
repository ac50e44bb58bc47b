package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;
import org.banggiao.publish.search.Piece;

/**
 * The search page.
 *
 * @param query what is in its form; empty where nothing was asked yet
 * @param kind the kind that is wanted, as in addresses; empty where any
 * @param summary how much was found, in a sentence; empty where nothing was asked
 * @param explain how what was found fits, where it is not as asked; or empty
 * @param kinds what was found by kind
 * @param spellings ways to spell it, each with what it finds
 * @param spellingsTitle what they are: among what was found, or other
 * @param hits what is on this page
 * @param previous the page before
 * @param next the page after
 * @param tries searches to try, where nothing was found
 */
public record SearchPage(
        String query,
        String kind,
        String summary,
        String explain,
        List<Chip> kinds,
        List<Chip> spellings,
        String spellingsTitle,
        List<Item> hits,
        Optional<String> previous,
        Optional<String> next,
        List<Chip> tries) {
    /**
     * One thing that was found.
     *
     * @param href its page; empty where it has none
     * @param title what it is called
     * @param titleLanguage the language of that
     * @param name the name by which it was found, where the title does not say why; or empty
     * @param nameLanguage the language of that
     * @param sort what sort of thing it is
     * @param code its short address
     */
    public record Item(
            String href,
            List<Piece> title,
            String titleLanguage,
            List<Piece> name,
            String nameLanguage,
            String sort,
            String code) {}
}
