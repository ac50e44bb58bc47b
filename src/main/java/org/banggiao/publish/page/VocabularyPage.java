package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.banggiao.publish.entity.Description;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.store.Store;

/**
 * The page of a vocabulary.
 *
 * @param title what it is called
 * @param lede what it is for
 * @param classes its classes, by name
 * @param properties its properties, by name
 * @param facts its version, prefix and the like
 * @param tree its classes as a drawing
 * @param lists the lists of codes that belong to it
 */
public record VocabularyPage(
        String title,
        String lede,
        List<Term> classes,
        List<Term> properties,
        List<Fact> facts,
        ClassTree tree,
        List<Value> lists) {
    /**
     * A term.
     *
     * @param id the fragment of its address
     * @param label in words
     * @param used how many things or statements of the release use it
     * @param href its own page, which says what it means
     */
    public record Term(String id, String label, String used, String href) {}

    /**
     * What the page needs of the release.
     *
     * @param store how often terms are used
     * @param links to the pages of terms
     * @param lists the lists of codes, with links
     */
    record Context(Store store, Links links, List<Value> lists) {}

    static VocabularyPage of(Description description, ValueText values, Language language, Context context) {
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
                        .add(term(term, term.getURI().substring(hash + 1), values, language, isClass, context));
            }
        }
        return new VocabularyPage(
                text(graph, description.subject(), DCTerms.title.asNode(), language)
                        .or(() -> untitled(description.subject().getURI(), language))
                        .orElse(description.subject().getURI()),
                text(graph, description.subject(), DCTerms.description.asNode(), language)
                        .orElse(""),
                classes,
                properties,
                facts(description, values),
                ClassTree.of(
                        graph,
                        description.subject().getURI() + "#",
                        type -> context.store().statistics().all().classes().getOrDefault(type.getURI(), 0L),
                        values,
                        language),
                context.lists());
    }

    private static List<Fact> facts(Description description, ValueText values) {
        var facts = new ArrayList<Fact>();
        for (var property : List.of(
                OWL2.versionInfo.asNode(),
                OWL2.versionIRI.asNode(),
                OWL2.priorVersion.asNode(),
                DCTerms.issued.asNode(),
                DCTerms.license.asNode(),
                NodeFactory.createURI("http://purl.org/vocab/vann/preferredNamespacePrefix"),
                NodeFactory.createURI("http://purl.org/vocab/vann/preferredNamespaceUri"))) {
            var objects = description.graph().objects(description.subject(), property);
            if (!objects.isEmpty()) {
                facts.add(values.fact(property, objects, false));
            }
        }
        return facts;
    }

    private static Term term(
            Node term, String id, ValueText values, Language language, boolean isClass, Context context) {
        var home = term.getURI().substring(0, term.getURI().indexOf('#'));
        var path = home.substring(home.lastIndexOf('/')) + "/" + id;
        return new Term(
                id,
                ValueText.capital(values.name(term)),
                Numbers.whole(TermViews.uses(term, isClass, context.store()), language),
                context.links().page(path));
    }

    /** What a vocabulary of the service is called whose file does not say so, by the last part of its address. */
    private static Optional<String> untitled(String iri, Language language) {
        return Texts.in(language).find("vocabulary.title." + iri.substring(iri.lastIndexOf('/') + 1));
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
