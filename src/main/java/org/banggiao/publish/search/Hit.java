package org.banggiao.publish.search;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A resource that was found.
 *
 * @param iri its address
 * @param kind what sort of resource it is
 * @param labels what lists call it, by language (empty: none said)
 * @param name the name by which it was found, or the sentence
 * @param language the language of that; empty where none is said
 * @param property the property that gives that name; empty for a sentence
 * @param score how well it fits: more is better; to be compared within one answer only
 */
public record Hit(
        String iri,
        SearchKind kind,
        Map<String, Marked> labels,
        Marked name,
        String language,
        String property,
        double score) {
    public Hit {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /**
     * A text in which what was asked for is marked.
     *
     * @param text the whole
     * @param pieces the same in pieces, marked and not; of a long sentence the part around the first mark
     */
    public record Marked(String text, List<Piece> pieces) {
        public Marked {
            pieces = List.copyOf(pieces);
        }

        /** How many of its chars are marked. */
        int marked() {
            return pieces.stream()
                    .filter(Piece::isMarked)
                    .mapToInt(piece -> piece.text().length())
                    .sum();
        }
    }

    /** What lists call it in a language, else in any, else the name by which it was found. */
    public Marked label(String wanted) {
        var own = labels.get(wanted);
        return own != null ? own : labels.values().stream().findFirst().orElse(name);
    }

    /** Whether one sees from its label in a language why it was found: the name says no more of what was asked. */
    public boolean isExplainedBy(String wanted) {
        return label(wanted).marked() >= name.marked();
    }
}
