package org.banggiao.mention;

/**
 * A word of giving or receiving.
 *
 * @param receives whether the one who stands before it receives
 * @param category what it is for where the word says so, else empty
 * @param needs what must stand with it: {@code recipient}, {@code quantity}, or empty
 */
public record Aid(boolean receives, String category, String needs) {}
