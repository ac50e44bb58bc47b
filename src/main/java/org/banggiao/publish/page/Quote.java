package org.banggiao.publish.page;

/**
 * The words of a passage.
 *
 * @param before what of its paragraph stands before; empty where the paragraph is not shown
 * @param words what it selects
 * @param after what of its paragraph stands after
 */
public record Quote(String before, String words, String after) {
    /** Words without their paragraph. */
    static Quote of(String words) {
        return new Quote("", words, "");
    }

    /** Whether more is shown than the words. */
    public boolean isInParagraph() {
        return !before.isEmpty() || !after.isEmpty();
    }
}
