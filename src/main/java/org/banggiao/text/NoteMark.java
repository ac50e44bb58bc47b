package org.banggiao.text;

import org.jspecify.annotations.Nullable;

/**
 * Where the mark of a note stood before it was taken out of the text.
 *
 * @param position char index of the sentence's repaired text: the mark stood before the char there, or at the end
 * @param number the number that the mark shows
 * @param note ordinal of the note that it points to, or null where the text has none for it
 * @param source where the mark stands
 */
public record NoteMark(int position, int number, @Nullable Integer note, Range source) {}
