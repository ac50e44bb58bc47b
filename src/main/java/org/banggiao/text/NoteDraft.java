package org.banggiao.text;

/** A note in the making. */
final class NoteDraft {
    /** The number printed with it, or 0. */
    final int number;

    /** A second number printed with it, as in {@code 17, 2.}, or 0. */
    final int alias;

    /** Index of the page on which it begins. */
    final int page;

    /** First char of its words. */
    final int start;

    final IntList lines = new IntList();

    NoteDraft(int number, int alias, int page, int start) {
        this.number = number;
        this.alias = alias;
        this.page = page;
        this.start = start;
    }
}
