package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.graph.Vocabulary;
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
     * @param otherLabel in the other language, if it has one
     * @param definition in words
     * @param used how often the release uses it
     * @param href its own page
     * @param facts broader terms, domain, range
     * @param asked example queries that use it, if there are any
     */
    public record Term(
            String id,
            String label,
            Optional<Value> otherLabel,
            String definition,
            String used,
            String href,
            List<Fact> facts,
            Optional<Frame.Alternate> asked) {}

    /**
     * What the page needs of the release.
     *
     * @param store how often terms are used
     * @param links to the pages of terms
     * @param lists the lists of codes, with links
     */
    record Context(Store store, Links links, List<Value> lists) {}

    /**
     * A page.
     *
     * @param asked leads from a term to the example queries that use it
     */
    static VocabularyPage of(
            Description description,
            ValueText values,
            Language language,
            Function<Node, Optional<Frame.Alternate>> asked,
            Context context) {
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
                        .add(term(
                                term,
                                term.getURI().substring(hash + 1),
                                graph,
                                values,
                                language,
                                asked.apply(term),
                                isClass,
                                context));
            }
        }
        return new VocabularyPage(
                text(graph, description.subject(), DCTerms.title.asNode(), language)
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
            Node term,
            String id,
            Subgraph graph,
            ValueText values,
            Language language,
            Optional<Frame.Alternate> asked,
            boolean isClass,
            Context context) {
        var facts = new ArrayList<Fact>();
        for (var property : List.of(
                Vocabulary.SUB_CLASS_OF, Vocabulary.SUB_PROPERTY_OF, RDFS.domain.asNode(), RDFS.range.asNode())) {
            var objects = graph.objects(term, property);
            if (!objects.isEmpty()) {
                facts.add(values.fact(property, objects, false));
            }
        }
        var definition = text(graph, term, SKOS.definition.asNode(), language).orElse("");
        var other = language == Language.VI ? Language.EN : Language.VI;
        var otherLabel = graph.objects(term, RDFS.label.asNode()).stream()
                .filter(l -> l.isLiteral() && l.getLiteralLanguage().equals(other.code()))
                .findFirst()
                .map(l -> Value.of(l.getLiteralLexicalForm()).in(other.code()));
        var home = term.getURI().substring(0, term.getURI().indexOf('#'));
        var path = home.substring(home.lastIndexOf('/')) + "/" + id;
        return new Term(
                id,
                ValueText.capital(values.name(term)),
                otherLabel,
                definition,
                TermViews.used(term, isClass, context.store(), Texts.in(language)),
                context.links().page(path),
                facts,
                asked);
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
