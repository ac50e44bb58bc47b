package org.banggiao.publish.page;

/**
 * A query to start from, as a page shows it.
 *
 * @param title the question that it answers, in the page's language
 * @param href the query page with the query in its form
 */
public record Example(String title, String href) {}
