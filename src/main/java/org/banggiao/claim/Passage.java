package org.banggiao.claim;

import org.jspecify.annotations.Nullable;

/**
 * Where a text says something: a range of the source text with what lets one find it without the text. Holds no words.
 *
 * @param document the document's id
 * @param fileSha256 SHA-256 of the source text's file, 64 lower-case hexadecimal digits
 * @param startInclusive first code point of the source text
 * @param endExclusive the code point after the last, greater than the first
 * @param page printed page number, or null where not known
 * @param section heading number or title path as {@code design} gives it (its ordinal), or null before the first heading
 * @param note number of the note that it stands in, 0 for a note whose number is lost, or null in the body
 * @param sentence number of the first sentence, from 1, counted through the document
 * @param digest SHA-256 of the normalised words (NFC, single spaces), 64 lower-case hexadecimal digits
 */
public record Passage(
        String document,
        String fileSha256,
        int startInclusive,
        int endExclusive,
        @Nullable Integer page,
        @Nullable Integer section,
        @Nullable Integer note,
        int sentence,
        String digest)
        implements Comparable<Passage> {
    public Passage {
        if (startInclusive < 0 || endExclusive <= startInclusive) {
            throw new IllegalArgumentException("not a range: " + startInclusive + " to " + endExclusive);
        }
    }

    /** By document, then place. */
    @Override
    public int compareTo(Passage other) {
        int c = document.compareTo(other.document);
        c = c != 0 ? c : Integer.compare(startInclusive, other.startInclusive);
        return c != 0 ? c : Integer.compare(endExclusive, other.endExclusive);
    }

    /** Whether the code point at {@code offset} of the source text lies in it. */
    public boolean holds(int offset) {
        return startInclusive <= offset && offset < endExclusive;
    }

    public boolean overlaps(Passage other) {
        return document.equals(other.document)
                && startInclusive < other.endExclusive
                && other.startInclusive < endExclusive;
    }
}
