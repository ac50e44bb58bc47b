package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param title what is listed
 * @param total how many there are on all pages
 * @param lists the other lists, narrowed alike where they can be
 * @param narrowed by what it is narrowed, each with the list without it
 * @param whole the list narrowed by nothing
 * @param years how many there are in which years
 * @param facets by what it can be narrowed
 * @param rows what is on this page
 * @param where which rows of all these are; empty where there are none
 * @param pages the first, previous, next and last page, where they are others
 * @param orders how it can be ordered
 * @param pictures the same list drawn
 * @param exports the whole list as data
 * @param sparql a query that selects the same, in the same order
 * @param count opens the query that counts it
 * @param script the address of the script
 */
public record ListPage(
        String title,
        long total,
        List<Choice> lists,
        List<Choice> narrowed,
        String whole,
        List<YearPanel> years,
        List<FacetPanel> facets,
        List<Row> rows,
        String where,
        List<Step> pages,
        List<Choice> orders,
        List<Choice> pictures,
        List<Frame.Alternate> exports,
        String sparql,
        String count,
        String script) {
    /**
     * Something to choose.
     *
     * @param chosen whether it is chosen
     */
    public record Choice(String text, String href, boolean chosen) {}

    /**
     * Another page of the list.
     *
     * @param rel first, prev, next or last
     */
    public record Step(String rel, String text, String href) {}

    /**
     * A value that a list can be narrowed by.
     *
     * @param href chooses it, or where it is chosen, leaves it
     * @param count how many there are with it
     * @param depth how many values it lies beneath
     */
    public record Option(String text, String href, long count, boolean chosen, int depth) {}

    /**
     * A facet.
     *
     * @param key names it in addresses
     * @param top the values that most have, and those that are chosen
     * @param more further ones
     * @param all leads to all values, where there are still more, and says how many
     * @param sparql opens the query that counts
     */
    public record FacetPanel(
            String key, String name, List<Option> top, List<Option> more, Optional<Choice> all, String sparql) {}

    /**
     * A facet of years.
     *
     * @param bars how many there are in the years of each bar, drawn from left to right
     * @param single the single years with how many there are, as text
     * @param from the first year that is chosen, or empty
     * @param to the last one, or empty
     * @param kept what else the form sends, as names and values
     * @param sparql opens the query that counts what the bars show
     */
    public record YearPanel(
            String key,
            String name,
            List<Bar> bars,
            List<Option> single,
            String from,
            String to,
            List<Kept> kept,
            String sparql) {}

    /** A field that a form sends along. */
    public record Kept(String name, String value) {}

    /**
     * A bar of a histogram; its place and width are in percent of the whole, its height in pixels.
     *
     * @param label what stands under it; empty under every other where there are many
     * @param spoken years and number in words
     * @param href chooses its years; empty where there is nothing
     */
    public record Bar(
            String label,
            String spoken,
            String href,
            String count,
            boolean chosen,
            String x,
            String middle,
            String width,
            int height) {}
}
