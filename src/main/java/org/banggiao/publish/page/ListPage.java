package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param title what is listed
 * @param narrowed by what it is narrowed, each with the list without it
 * @param total how many there are on all pages
 * @param types the sorts of what is listed
 * @param years the years that it covers
 * @param countries the countries that it names most
 * @param rows what is on this page
 * @param previous the page before
 * @param next the page after
 * @param sparql a query that selects the same
 */
public record ListPage(
        String title,
        List<Chip> narrowed,
        long total,
        List<Chip> types,
        List<Chip> years,
        List<Chip> countries,
        List<Row> rows,
        Optional<String> previous,
        Optional<String> next,
        String where,
        String sparql) {}
