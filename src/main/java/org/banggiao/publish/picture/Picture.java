package org.banggiao.publish.picture;

import java.util.List;
import java.util.Optional;

/**
 * A picture with all that belongs to it.
 *
 * @param drawing what is seen; its description says it in a sentence
 * @param choices by what it can be changed, in groups
 * @param notes what is left out and why, and what must be known to read it
 * @param table the numbers that are drawn
 * @param sparql the query that gives the table's rows
 */
public record Picture(Drawing drawing, List<Choices> choices, List<Note> notes, Table table, String sparql) {
    public Picture {
        choices = List.copyOf(choices);
        notes = List.copyOf(notes);
    }

    /** A group of choices, of which one holds or none. */
    public record Choices(String title, List<Choice> choices) {
        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /**
     * The same picture of something else.
     *
     * @param path of its page
     * @param count how much there is in it
     * @param isChosen whether it is this one
     */
    public record Choice(String text, String path, long count, boolean isChosen) {}

    /**
     * What must be known.
     *
     * @param path of the page where what is left out can be seen, if one
     * @param link the words of the link to it
     */
    public record Note(String text, Optional<String> path, String link) {
        static Note of(String text) {
            return new Note(text, Optional.empty(), "");
        }
    }
}
