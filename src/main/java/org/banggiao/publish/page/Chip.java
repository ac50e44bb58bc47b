package org.banggiao.publish.page;

/**
 * A choice that narrows a list, or a way in.
 *
 * @param count how many there are behind it
 * @param chosen whether the list is narrowed by it
 */
public record Chip(String text, String href, long count, boolean chosen) {}
