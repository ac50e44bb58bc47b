package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Description;
import org.banggiao.publish.entity.Subgraph;

/**
 * The page of a vocabulary.
 *
 * @param title what it is called
 * @param lede what it is for
 * @param classes its classes, by name
 * @param properties its properties, by name
 */
public record VocabularyPage(String title, String lede, List<Term> classes, List<Term> properties) {
    /**
     * A term.
     *
     * @param id the fragment of its address
     * @param label in words
     * @param definition in words, with its scope note
     * @param facts broader terms, domain, range
     * @param asked example queries that use it, if there are any
     */
    public record Term(String id, String label, String definition, List<Fact> facts, Optional<Frame.Alternate> asked) {}

    /**
     * A page.
     *
     * @param asked leads from a term to the example queries that use it
     */
    static VocabularyPage of(
            Description description,
            ValueText values,
            Language language,
            Function<Node, Optional<Frame.Alternate>> asked) {
        var graph = description.graph();
        var classes = new ArrayList<Term>();
        var properties = new ArrayList<Term>();
        for (var term : graph.subjects().stream()
                .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
                .toList()) {
            int hash = term.getURI().indexOf('#');
            if (hash > 0) {
                boolean isClass = graph.isA(term, OWL2.Class.asNode());
                (isClass ? classes : properties)
                        .add(term(term, term.getURI().substring(hash + 1), graph, values, language, asked.apply(term)));
            }
        }
        return new VocabularyPage(
                text(graph, description.subject(), DCTerms.title.asNode(), language)
                        .orElse(description.subject().getURI()),
                text(graph, description.subject(), DCTerms.description.asNode(), language)
                        .orElse(""),
                classes,
                properties);
    }

    private static Term term(
            Node term,
            String id,
            Subgraph graph,
            ValueText values,
            Language language,
            Optional<Frame.Alternate> asked) {
        var facts = new ArrayList<Fact>();
        for (var property : List.of(
                Vocabulary.SUB_CLASS_OF, Vocabulary.SUB_PROPERTY_OF, RDFS.domain.asNode(), RDFS.range.asNode())) {
            var objects = graph.objects(term, property);
            if (!objects.isEmpty()) {
                facts.add(values.fact(property, objects, false));
            }
        }
        var definition = text(graph, term, SKOS.definition.asNode(), language).orElse("");
        var note = text(graph, term, SKOS.scopeNote.asNode(), language)
                .map(n -> " " + n)
                .orElse("");
        return new Term(id, ValueText.capital(values.name(term)), definition + note, facts, asked);
    }

    private static Optional<String> text(Subgraph graph, Node subject, Node property, Language language) {
        var texts = graph.objects(subject, property);
        return texts.stream()
                .filter(t -> t.isLiteral() && t.getLiteralLanguage().equals(language.code()))
                .findFirst()
                .or(() -> texts.stream().filter(Node::isLiteral).findFirst())
                .map(Node::getLiteralLexicalForm);
    }
}
