package org.banggiao.publish.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.banggiao.graph.Vocabulary;

/**
 * What sort of resource a hit is. Where a resource is of several kinds, the first one here counts. The weight makes the more
 * likely kind come first where a query fits two names as well.
 */
public enum SearchKind {
    COUNTRY("country", 300, Vocabulary.COUNTRY_CLASS.getURI()),
    STATE("state", 220, Vocabulary.STATE.getURI()),
    PERSON("person", 240, Vocabulary.PERSON.getURI()),
    ORGANISATION("organisation", 230, Vocabulary.ORGANISATION.getURI()),
    PLACE("place", 200, Vocabulary.PLACE_CLASS.getURI(), Vocabulary.BG + "Region"),
    INSTRUMENT("instrument", 190, Vocabulary.INSTRUMENT.getURI()),
    EVENT("event", 150, Vocabulary.EVENT.getURI()),
    PLAN("plan", 120, Vocabulary.PLANNED_ACT.getURI()),
    AID_FLOW("aidflow", 110, Vocabulary.AID_FLOW.getURI()),
    SOURCE("source", 200, Vocabulary.SOURCE.getURI()),
    OFFICE("office", 120, Vocabulary.BG + "Post"),
    CONCEPT(
            "concept",
            100,
            "http://www.w3.org/2004/02/skos/core#Concept",
            "http://www.w3.org/2004/02/skos/core#ConceptScheme"),
    TERM(
            "term",
            60,
            "http://www.w3.org/2002/07/owl#Class",
            "http://www.w3.org/2002/07/owl#ObjectProperty",
            "http://www.w3.org/2002/07/owl#DatatypeProperty",
            "http://www.w3.org/2000/01/rdf-schema#Class",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property"),
    /** Anything else that has a name, as in data that were not made here. */
    OTHER("other", 140),
    /** A sentence of a source, where the deployment has the text and lets it be shown. */
    PASSAGE("passage", 0);

    private static final Set<String> PARTS = Set.of(
            Vocabulary.CLAIM.getURI(),
            Vocabulary.BG + "Passage",
            Vocabulary.BG + "Reference",
            Vocabulary.BG + "SourceFile",
            Vocabulary.BG + "DonorSet",
            "http://www.w3.org/ns/prov#Activity",
            "http://www.w3.org/ns/oa#SpecificResource",
            "http://www.w3.org/2002/07/owl#Ontology");

    private final String path;
    private final int weight;
    private final Set<String> classes;

    SearchKind(String path, int weight, String... classes) {
        this.path = path;
        this.weight = weight;
        this.classes = Set.of(classes);
    }

    /** The name in addresses. */
    public String path() {
        return path;
    }

    int weight() {
        return weight;
    }

    /** The kind of a name in addresses. */
    public static Optional<SearchKind> of(String path) {
        return Arrays.stream(values()).filter(k -> k.path.equals(path)).findFirst();
    }

    /** The kind of a resource of these classes; empty for what is a part of the machinery of claims. */
    static Optional<SearchKind> ofClasses(Set<String> classes) {
        var known = Arrays.stream(values())
                .filter(k -> k.classes.stream().anyMatch(classes::contains))
                .findFirst();
        return known.isPresent()
                ? known
                : classes.stream().anyMatch(c -> PARTS.contains(c)) ? Optional.empty() : Optional.of(OTHER);
    }
}
