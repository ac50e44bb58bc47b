package org.banggiao.publish.entity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.graph.Vocabulary;

/** What the ontology says of its terms: what they are called, and which class is narrower than which. */
public final class Terms {
    private final Subgraph ontology;

    private Terms(Subgraph ontology) {
        this.ontology = ontology;
    }

    static Terms of(Subgraph ontology) {
        return new Terms(ontology);
    }

    /** What a term is called in a language (BCP 47); empty for terms of others. */
    public Optional<String> label(Node term, String language) {
        return ontology.label(term, language);
    }

    /** The code of a concept in records, such as {@code VND} of a currency; empty where it has none. */
    public Optional<String> code(Node concept) {
        return ontology.text(concept, Vocabulary.RECORD_CODE);
    }

    /** The lists of codes, by address. */
    public List<Node> codeLists() {
        return ontology.subjects().stream()
                .filter(s -> ontology.isA(s, SKOS.ConceptScheme.asNode()))
                .sorted(Subgraph.ORDER)
                .toList();
    }

    /** The classes whose things a property is of; empty for what is no property of the ontology. */
    public List<Node> domains(Node property) {
        return ontology.objects(property, RDFS.domain.asNode());
    }

    /** Whether a class is a kind of another, in one step or several. */
    public boolean isNarrower(Node type, Node other) {
        return isNarrower(type, other, new HashSet<>());
    }

    private boolean isNarrower(Node type, Node other, Set<Node> seen) {
        return seen.add(type)
                && ontology.objects(type, Vocabulary.SUB_CLASS_OF).stream()
                        .anyMatch(above -> above.equals(other) || isNarrower(above, other, seen));
    }

    /** The narrowest of some classes of the ontology; empty where none is of the ontology. */
    public Optional<Node> narrowest(List<Node> classes) {
        return classes.stream()
                .filter(c -> c.isURI() && c.getURI().startsWith(Vocabulary.BG))
                .max(Comparator.comparingInt((Node c) -> depth(c, new HashSet<>()))
                        .thenComparing(Subgraph.ORDER.reversed()));
    }

    private int depth(Node type, Set<Node> seen) {
        if (!seen.add(type)) {
            return 0;
        }
        return ontology.objects(type, Vocabulary.SUB_CLASS_OF).stream()
                .mapToInt(above -> 1 + depth(above, seen))
                .max()
                .orElse(0);
    }
}
