package org.banggiao.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a document, repaired.
 *
 * @param number from 1, counted through the document: body and headings first, then the notes
 * @param paragraph number of its paragraph, from 1; paragraphs of notes are counted on
 * @param kind what it is part of
 * @param text its words, with the way back to the source text
 * @param section ordinal of the innermost section that it stands in, or null before the first heading
 * @param page printed number of the page on which it begins, or null where not known
 * @param note ordinal of the note that it belongs to, or null
 * @param insideQuote whether it begins inside a quotation that an earlier sentence opened
 * @param marks the marks of notes that were taken out of it, in order
 */
public record Sentence(
        int number,
        int paragraph,
        Kind kind,
        NormalText text,
        @Nullable Integer section,
        @Nullable Integer page,
        @Nullable Integer note,
        boolean insideQuote,
        List<NoteMark> marks) {
    public Sentence {
        marks = List.copyOf(marks);
        if (number < 1 || paragraph < 1) {
            throw new IllegalArgumentException("not counted from 1: sentence " + number + ", paragraph " + paragraph);
        }
        if ((kind == Kind.NOTE) != (note != null) && kind != Kind.OTHER_LANGUAGE) {
            throw new IllegalArgumentException(kind + " with note " + note);
        }
    }

    /** Where it stands: from its first to its last code point, with whatever stands between, such as a note. */
    public Range range() {
        return text.range();
    }
}
