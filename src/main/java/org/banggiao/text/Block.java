package org.banggiao.text;

import org.jspecify.annotations.Nullable;

/** A paragraph, heading or note in the making: its lines, then its words. */
final class Block {
    final IntList lines = new IntList();

    /** The note whose words they are, or null in the running text. */
    final @Nullable NoteDraft note;

    /** Repaired words, with the marks of notes first, later without them. */
    NormalText text = NormalText.of("", 0);

    Kind kind = Kind.BODY;

    Block(@Nullable NoteDraft note) {
        this.note = note;
        this.kind = note == null ? Kind.BODY : Kind.NOTE;
    }
}
