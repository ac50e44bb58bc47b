package org.banggiao.issue;

/**
 * A place in a document or file: from {@code startInclusive} to {@code endExclusive}, in Unicode code points of the source
 * text; both are zero where the whole document is meant.
 *
 * @param document the document's id, or the path of a file that is no document
 * @param startInclusive first code point
 * @param endExclusive the code point after the last
 */
public record Location(String document, int startInclusive, int endExclusive) {
    public Location {
        if (startInclusive < 0 || endExclusive < startInclusive) {
            throw new IllegalArgumentException("not a range: " + startInclusive + " to " + endExclusive);
        }
    }

    /** The whole document or file. */
    public static Location of(String document) {
        return new Location(document, 0, 0);
    }

    /** {@code document:start-end}, or the document alone where the whole of it is meant. */
    @Override
    public String toString() {
        return endExclusive == 0 ? document : document + ":" + startInclusive + "-" + endExclusive;
    }
}
