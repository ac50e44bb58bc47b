package org.banggiao.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.banggiao.text.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Finds the concepts of a code list, or classes of the ontology, in printed words, by their Vietnamese names. A longer name
 * beats one that it holds.
 */
final class Concepts {
    private record Found(Node concept, int from, int to) {
        boolean overlaps(Found other) {
            return from < other.to && other.from < to;
        }
    }

    private final Map<String, Node> byName = new HashMap<>();

    private Concepts() {}

    /** The concepts of a list of the schema. */
    static Concepts of(Graph schema, String list) {
        var result = new Concepts();
        var scheme = Iris.code(list, "").getURI();
        for (var property : new Node[] {Vocabulary.ALT_LABEL, Vocabulary.PREF_LABEL}) {
            schema.find(Node.ANY, property, Node.ANY).forEachRemaining(t -> {
                if (t.getSubject().isURI()
                        && t.getSubject().getURI().startsWith(scheme)
                        && t.getObject().getLiteralLanguage().equals("vi")) {
                    result.byName.put(fold(t.getObject().getLiteralLexicalForm()), t.getSubject());
                }
            });
        }
        return result;
    }

    /** The classes right below another, by the words under which texts name them ({@code skos:hiddenLabel}). */
    static Concepts below(Graph schema, Node general) {
        var result = new Concepts();
        schema.find(Node.ANY, Vocabulary.SUB_CLASS_OF, general)
                .forEachRemaining(t -> schema.find(t.getSubject(), Vocabulary.HIDDEN_LABEL, Node.ANY)
                        .forEachRemaining(
                                l -> result.byName.put(fold(l.getObject().getLiteralLexicalForm()), t.getSubject())));
        return result;
    }

    /** The concept that stands first in the words. */
    Optional<Node> first(@Nullable String words) {
        return all(words).stream().findFirst();
    }

    /** Every concept that stands in the words, each once, in their order. */
    List<Node> all(@Nullable String words) {
        if (words == null) {
            return List.of();
        }
        var text = " " + fold(words) + " ";
        var candidates = new ArrayList<Found>();
        byName.forEach((name, concept) -> {
            for (int i = text.indexOf(" " + name + " "); i >= 0; i = text.indexOf(" " + name + " ", i + 1)) {
                candidates.add(new Found(concept, i, i + name.length() + 1));
            }
        });
        candidates.sort(Comparator.comparingInt((Found f) -> f.from() - f.to())
                .thenComparingInt(Found::from)
                .thenComparing(f -> f.concept().getURI()));
        var found = new ArrayList<Found>();
        for (var candidate : candidates) {
            if (found.stream().noneMatch(candidate::overlaps)) {
                found.add(candidate);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::from))
                .map(Found::concept)
                .distinct()
                .toList();
    }

    private static String fold(String text) {
        return Stream.of(text.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(w -> !w.isEmpty())
                .map(w -> Folding.syllable(w).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
