package org.banggiao.publish.page;

import java.util.List;

/**
 * All values of a facet, page by page.
 *
 * @param title the list and the facet
 * @param total how many values there are, of those that were looked for
 * @param find what was looked for in their names; empty for all
 * @param kept what else the form sends
 * @param values those on this page, the most frequent first
 * @param pages the first, previous, next and last page, where they are others
 * @param back leads to the list
 * @param sparql opens the query that counts
 */
public record ValuesPage(
        String title,
        long total,
        String find,
        List<ListPage.Kept> kept,
        List<ListPage.Option> values,
        List<ListPage.Step> pages,
        String back,
        String sparql) {}
