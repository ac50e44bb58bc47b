package org.banggiao.publish.search;

/**
 * A piece of a text.
 *
 * @param text not escaped
 * @param isMarked whether it is what was asked for
 */
public record Piece(String text, boolean isMarked) {}
