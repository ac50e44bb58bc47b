package org.banggiao.store;

/**
 * The words that a passage selects, with the paragraph in which they stand. Private to the deployment, never part of the dataset.
 *
 * @param text its sentence or sentences, or parts of them, without the marks of notes
 * @param before what of its paragraph stands before it; empty where nothing does, or the paragraph is not known
 * @param marked the same as the text, with the marks of notes as superscript digits where they stand in the source
 * @param after what of its paragraph stands after it
 */
public record PassageWords(String text, String before, String marked, String after) {
    public PassageWords {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a passage without words: " + before + " | " + after);
        }
    }

    /** Words without their paragraph. */
    public static PassageWords of(String text) {
        return new PassageWords(text, "", text, "");
    }
}
