package org.banggiao.text;

import java.util.List;
import org.banggiao.corpus.SourceText;
import org.banggiao.issue.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A source text, read: what it is made of, each part with its place.
 *
 * @param source the text as it is
 * @param sections chapters and sections, in order
 * @param sentences body, headings and stretches in other languages in the order of the text, then the sentences of the notes
 * @param notes the notes, in order
 * @param pages the pages, in order; empty where the text shows none
 * @param findings what is doubtful in the text
 */
public record Document(
        SourceText source,
        List<Section> sections,
        List<Sentence> sentences,
        List<Note> notes,
        List<Page> pages,
        List<Finding> findings) {
    public Document {
        sections = List.copyOf(sections);
        sentences = List.copyOf(sentences);
        notes = List.copyOf(notes);
        pages = List.copyOf(pages);
        findings = List.copyOf(findings);
    }

    /** The sentence of that number, counted from 1. */
    public Sentence sentence(int number) {
        return sentences.get(number - 1);
    }

    /** The note of that ordinal, counted from 1. */
    public Note note(int ordinal) {
        return notes.get(ordinal - 1);
    }

    /** The section of that ordinal, counted from 1. */
    public Section section(int ordinal) {
        return sections.get(ordinal - 1);
    }

    /** The sentences of a note, in order. */
    public List<Sentence> sentencesOf(Note note) {
        return note.sentences().stream().map(this::sentence).toList();
    }

    /** The page that holds the code point at {@code offset}, or null where the text shows no pages. */
    public @Nullable Page pageAt(int offset) {
        int low = 0;
        int high = pages.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = pages.get(middle).range();
            if (range.contains(offset)) {
                return pages.get(middle);
            }
            if (offset < range.startInclusive()) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return null;
    }

    /** The years that the section, or the nearest one around it that says so, states in its heading; or null. */
    public @Nullable YearRange yearsOf(@Nullable Integer section) {
        Integer ordinal = section;
        while (ordinal != null) {
            Section s = section(ordinal);
            if (s.years() != null) {
                return s.years();
            }
            ordinal = s.parent();
        }
        return null;
    }
}
