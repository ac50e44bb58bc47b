package org.banggiao.publish.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.graph.Vocabulary;

/** What the quads of one subject say of its names. */
final class Named {
    /** The properties that name, by how much their value is the name. */
    private static final List<Node> NAMING = List.of(
            RDFS.label.asNode(),
            SKOS.prefLabel.asNode(),
            DCTerms.title.asNode(),
            SKOS.altLabel.asNode(),
            Vocabulary.NAME_AS_PRINTED,
            SKOS.hiddenLabel.asNode());

    private static final int LABELS = 3;
    private static final int LONGEST = 2000;

    /**
     * One name.
     *
     * @param language its language (BCP 47, lower case), empty where none is said
     * @param property the property that gives it
     * @param isLabel whether it is what lists call the resource
     */
    record Name(String text, String language, Node property, boolean isLabel) {}

    private final Node subject;
    private final Set<String> classes = new HashSet<>();
    private final List<Name> names = new ArrayList<>();
    private int claims;

    Named(Node subject) {
        this.subject = subject;
    }

    void add(Quad quad) {
        var property = quad.getPredicate();
        var object = quad.getObject();
        if (property.equals(RDF.type.asNode()) && object.isURI()) {
            classes.add(object.getURI());
        } else if (property.equals(Vocabulary.HAS_CLAIM)) {
            claims++;
        } else if (object.isLiteral() && NAMING.contains(property)) {
            var text = Word.composed(object.getLiteralLexicalForm());
            if (!text.isBlank() && text.length() <= LONGEST) {
                names.add(new Name(
                        text,
                        object.getLiteralLanguage().toLowerCase(Locale.ROOT),
                        property,
                        NAMING.indexOf(property) < LABELS));
            }
        }
    }

    String iri() {
        return subject.getURI();
    }

    /** How many claims are on it. */
    int claims() {
        return claims;
    }

    /** Its kind, where it is something that one looks for. */
    Optional<SearchKind> kind() {
        return names.isEmpty() || !subject.isURI() ? Optional.empty() : SearchKind.ofClasses(classes);
    }

    /** Its names, each text and language once, what lists call it first. */
    List<Name> names() {
        var seen = new HashSet<String>();
        return names.stream()
                .sorted(Comparator.comparingInt((Name name) -> NAMING.indexOf(name.property))
                        .thenComparing(Name::language)
                        .thenComparing(Name::text))
                .filter(name -> seen.add(name.isLabel ? name.language + " " + name.text : name.text))
                .filter(name -> name.isLabel || !seen.contains(name.language + " " + name.text))
                .toList();
    }
}
