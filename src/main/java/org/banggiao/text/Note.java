package org.banggiao.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note, at the foot of a page or at the end of a text.
 *
 * @param ordinal from 1, in the order of the text
 * @param number its number, or 0 where it is lost and nothing tells it
 * @param numberInferred whether the number is not printed with the note but follows from the marks that lack a note
 * @param range from its first to its last code point; what a page break puts between is included
 * @param sentences the numbers of its sentences, in order
 * @param anchor number of the sentence that holds its mark, or null where no mark is found
 */
public record Note(
        int ordinal,
        int number,
        boolean numberInferred,
        Range range,
        List<Integer> sentences,
        @Nullable Integer anchor) {
    public Note {
        sentences = List.copyOf(sentences);
        if (ordinal < 1 || number < 0 || (numberInferred && number == 0)) {
            throw new IllegalArgumentException("not a note: ordinal " + ordinal + ", number " + number);
        }
    }
}
