package org.banggiao.publish.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.graph.Vocabulary;

/** What schema.org calls the kinds of resources. It has no word for aid that is no grant. */
public final class SchemaTypes {
    /** What the addresses of its terms start with. */
    public static final String NAMESPACE = "https://schema.org/";

    /** The narrower before the wider. */
    private static final List<Map.Entry<Node, String>> TYPES = List.of(
            Map.entry(Vocabulary.EVENT, "Event"),
            Map.entry(Vocabulary.PLANNED_ACT, "PlanAction"),
            Map.entry(Vocabulary.AGREEMENT, "Legislation"),
            Map.entry(Vocabulary.INSTRUMENT, "CreativeWork"),
            Map.entry(Vocabulary.PERSON, "Person"),
            Map.entry(Vocabulary.COUNTRY_CLASS, "Country"),
            Map.entry(Vocabulary.STATE, "Country"),
            Map.entry(Vocabulary.POLITICAL_PARTY, "PoliticalParty"),
            Map.entry(Vocabulary.ORGANISATION, "Organization"),
            Map.entry(Vocabulary.PLACE_CLASS, "Place"),
            Map.entry(Vocabulary.SOURCE, "CreativeWork"),
            Map.entry(Vocabulary.SOURCE_FILE, "DigitalDocument"),
            Map.entry(Vocabulary.PASSAGE, "CreativeWork"),
            Map.entry(Vocabulary.CLAIM, "Claim"),
            Map.entry(SKOS.ConceptScheme.asNode(), "DefinedTermSet"),
            Map.entry(Vocabulary.CONCEPT, "DefinedTerm"),
            Map.entry(NodeFactory.createURI("http://rdfs.org/ns/void#Dataset"), "Dataset"),
            Map.entry(NodeFactory.createURI("http://www.w3.org/2002/07/owl#Ontology"), "DefinedTermSet"));

    private static final String GRANT = Vocabulary.CODE + "financetype/grant";

    private SchemaTypes() {}

    /** The bare name of the type of what is described; empty where schema.org has no word for it. */
    public static Optional<String> of(Description description) {
        var graph = description.graph();
        var subject = description.subject();
        if (graph.isA(subject, Vocabulary.AID_FLOW)) {
            return graph.has(subject, Vocabulary.FINANCE_TYPE, NodeFactory.createURI(GRANT))
                    ? Optional.of("Grant")
                    : Optional.empty();
        }
        return TYPES.stream()
                .filter(e -> graph.isA(subject, e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
