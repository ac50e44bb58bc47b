package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Description;
import org.banggiao.publish.entity.Descriptions;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/** Makes the page of a term. */
final class TermViews {
    private static final int MOST_FOUND = 5;
    /** Properties whose values say how a term stands to others, in the order in which they are shown. */
    private static final List<Node> RELATIONS = List.of(
            Vocabulary.SUB_CLASS_OF,
            Vocabulary.SUB_PROPERTY_OF,
            RDFS.domain.asNode(),
            RDFS.range.asNode(),
            OWL2.inverseOf.asNode(),
            OWL2.equivalentClass.asNode(),
            OWL2.equivalentProperty.asNode(),
            SKOS.exactMatch.asNode(),
            SKOS.closeMatch.asNode(),
            SKOS.broadMatch.asNode(),
            SKOS.narrowMatch.asNode(),
            SKOS.relatedMatch.asNode(),
            RDFS.seeAlso.asNode(),
            OWL2.disjointWith.asNode());

    private final Description vocabulary;
    private final Store store;
    private final QueryLimits limits;
    private final ReleaseViews.View view;
    private final Prefixes prefixes;
    private final Texts texts;
    private final Links links;
    private final ValueText values;

    TermViews(
            Description vocabulary,
            Store store,
            QueryLimits limits,
            ReleaseViews.View view,
            Prefixes prefixes,
            Texts texts,
            Links links) {
        this.vocabulary = vocabulary;
        this.store = store;
        this.limits = limits;
        this.view = view;
        this.prefixes = prefixes;
        this.texts = texts;
        this.links = links;
        this.values = new ValueText(vocabulary.graph(), view.terms(), view.catalogue(), prefixes, texts, links);
    }

    /** The page of a term of the vocabulary. */
    TermPage page(Node term, Value home, Optional<Frame.Alternate> asked) {
        var graph = vocabulary.graph();
        boolean isClass = graph.isA(term, OWL2.Class.asNode());
        var other = texts.language() == Language.VI ? Language.EN : Language.VI;
        var rules = new ClassRules(values, prefixes, texts);
        var query = isClass
                ? "SELECT DISTINCT ?s { ?s a <" + term.getURI() + "> }"
                : "SELECT ?s ?o { ?s <" + term.getURI() + "> ?o }";
        return new TermPage(
                texts.get(isClass ? "vocabulary.class" : "vocabulary.property"),
                ValueText.capital(values.name(term)),
                in(term, RDFS.label.asNode(), other).map(t -> Value.of(t).in(other.code())),
                prefixes.shorten(term.getURI()).orElse(term.getURI()),
                term.getURI(),
                definition(term, texts.language()),
                Optional.of(definition(term, other))
                        .filter(d -> !d.isEmpty() && other != texts.language())
                        .map(d -> Value.of(d).in(other.code())),
                facts(term, isClass),
                isClass ? rules.ofClass(term) : rules.ofProperty(term),
                used(term, isClass),
                texts(term, SKOS.example.asNode()),
                found(query),
                query,
                inLanguage(term, SKOS.changeNote.asNode(), texts.language()),
                home,
                asked);
    }

    private String definition(Node term, Language language) {
        return (in(term, SKOS.definition.asNode(), language).orElse("") + " "
                        + in(term, SKOS.scopeNote.asNode(), language).orElse(""))
                .strip();
    }

    private Optional<String> in(Node term, Node property, Language language) {
        return inLanguage(term, property, language).stream().findFirst();
    }

    private List<String> inLanguage(Node term, Node property, Language language) {
        return vocabulary.graph().objects(term, property).stream()
                .filter(o -> o.isLiteral() && o.getLiteralLanguage().equals(language.code()))
                .map(Node::getLiteralLexicalForm)
                .toList();
    }

    private List<String> texts(Node term, Node property) {
        return vocabulary.graph().objects(term, property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .toList();
    }

    private List<Fact> facts(Node term, boolean isClass) {
        var facts = new ArrayList<Fact>();
        for (var relation : RELATIONS) {
            var objects = vocabulary.graph().objects(term, relation);
            if (!objects.isEmpty()) {
                facts.add(values.fact(relation, objects, false));
            }
        }
        if (isClass) {
            add("vocabulary.narrower", pointing(Vocabulary.SUB_CLASS_OF, term), facts);
            add("vocabulary.said-of", pointing(RDFS.domain.asNode(), term), facts);
            add("vocabulary.values-of", pointing(RDFS.range.asNode(), term), facts);
        } else {
            add("vocabulary.narrower", pointing(Vocabulary.SUB_PROPERTY_OF, term), facts);
        }
        return facts;
    }

    private List<Node> pointing(Node property, Node term) {
        return vocabulary.graph().subjects().stream()
                .filter(s -> vocabulary.graph().objects(s, property).contains(term))
                .sorted(Subgraph.ORDER)
                .toList();
    }

    private void add(String key, List<Node> nodes, List<Fact> facts) {
        if (!nodes.isEmpty()) {
            facts.add(Fact.of(
                    ValueText.capital(texts.get(key)),
                    nodes.stream().map(values::resource).toArray(Value[]::new)));
        }
    }

    private String used(Node term, boolean isClass) {
        return used(term, isClass, store, texts);
    }

    /** How often a release uses a term, in words. */
    static String used(Node term, boolean isClass, Store store, Texts texts) {
        return texts.count(isClass ? "n.instance" : "n.triple", uses(term, isClass, store));
    }

    /** How many things of a class, or statements with a property, a release has. */
    static long uses(Node term, boolean isClass, Store store) {
        var all = store.statistics().all();
        if (isClass) {
            return all.classes().getOrDefault(term.getURI(), 0L);
        }
        var size = all.properties().get(term.getURI());
        return size == null ? 0 : size.triples();
    }

    private List<TermPage.Found> found(String text) {
        Query query = QueryFactory.create(text);
        query.setLimit(MOST_FOUND);
        record Pair(Node thing, Optional<Node> value) {}
        var pairs = new ArrayList<Pair>();
        try (var exec = store.query(query, limits)) {
            exec.select().forEachRemaining(row -> pairs.add(new Pair(row.get("s"), Optional.ofNullable(row.get("o")))));
        }
        var nodes = new ArrayList<Node>();
        pairs.forEach(p -> {
            nodes.add(p.thing());
            p.value().filter(Node::isURI).ifPresent(nodes::add);
        });
        var labels = Descriptions.of(store, limits)
                .labels(nodes.stream().filter(Node::isURI).distinct().toList());
        var words = new ValueText(labels, view.terms(), view.catalogue(), prefixes, texts, links);
        return pairs.stream()
                .filter(p -> p.thing().isURI())
                .map(p -> new TermPage.Found(
                        words.resource(p.thing()),
                        p.value()
                                .map(v -> v.isURI()
                                        ? words.resource(v)
                                        : Value.of(v.isLiteral() ? v.getLiteralLexicalForm() : ""))))
                .toList();
    }

    /** The node of a term of this vocabulary. */
    static Node term(Description vocabulary, String name) {
        return NodeFactory.createURI(vocabulary.subject().getURI() + "#" + name);
    }
}
