package org.banggiao.publish.entity;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeCmp;
import org.banggiao.graph.Vocabulary;

/** Some quads of a release, looked up by subject. Everything comes in one order, whatever the store's. */
public final class Subgraph {
    /** Addresses by their text, numbers in them by value; then literals. */
    public static final Comparator<Node> ORDER = (a, b) ->
            a.isURI() && b.isURI() ? NaturalOrder.compare(a.getURI(), b.getURI()) : NodeCmp.compareRDFTerms(a, b);

    /** No quads. */
    public static final Subgraph EMPTY = new Subgraph();

    private final Map<Node, Map<Node, TreeSet<Node>>> triples = new LinkedHashMap<>();
    private final Map<Node, TreeSet<Quad>> graphs = new TreeMap<>(ORDER);

    private static final Comparator<Quad> QUADS = Comparator.comparing(Quad::getSubject, ORDER)
            .thenComparing(Quad::getPredicate, ORDER)
            .thenComparing(Quad::getObject, ORDER);

    /** Adds what is not there yet. */
    void add(Collection<Quad> quads) {
        for (var quad : quads) {
            triples.computeIfAbsent(quad.getSubject(), s -> new TreeMap<>(ORDER))
                    .computeIfAbsent(quad.getPredicate(), p -> new TreeSet<>(ORDER))
                    .add(quad.getObject());
            graphs.computeIfAbsent(quad.getGraph(), g -> new TreeSet<>(QUADS)).add(quad);
        }
    }

    /** The objects of a property of a subject. */
    public List<Node> objects(Node subject, Node property) {
        return List.copyOf(triples.getOrDefault(subject, Map.of()).getOrDefault(property, new TreeSet<>(ORDER)));
    }

    /** The first object of a property of a subject. */
    public Optional<Node> object(Node subject, Node property) {
        return objects(subject, property).stream().findFirst();
    }

    /** The text of the first literal of a property of a subject. */
    public Optional<String> text(Node subject, Node property) {
        return objects(subject, property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    /** The properties that a subject has. */
    public Set<Node> properties(Node subject) {
        return Collections.unmodifiableSet(
                triples.getOrDefault(subject, Map.of()).keySet());
    }

    /** What has at least one triple. */
    public Set<Node> subjects() {
        return Collections.unmodifiableSet(triples.keySet());
    }

    /** The subjects with this object at this property. */
    public List<Node> subjects(Node property, Node object) {
        return triples.keySet().stream()
                .filter(s -> objects(s, property).contains(object))
                .sorted(ORDER)
                .toList();
    }

    public boolean has(Node subject, Node property, Node object) {
        return objects(subject, property).contains(object);
    }

    /** Whether a subject is an instance of a class; superclasses are in the data. */
    public boolean isA(Node subject, Node type) {
        return has(subject, Vocabulary.TYPE, type);
    }

    /** The named graphs that the quads come from. */
    public Set<Node> graphs() {
        return Collections.unmodifiableSet(graphs.keySet());
    }

    /** The quads of a named graph. */
    Set<Quad> in(Node graph) {
        return Collections.unmodifiableSet(graphs.getOrDefault(graph, new TreeSet<>(QUADS)));
    }

    int size() {
        return graphs.values().stream().mapToInt(TreeSet::size).sum();
    }

    /** What a resource is called in a language (BCP 47), else in any, else nothing. */
    public Optional<String> label(Node resource, String language) {
        for (var property : List.of(Vocabulary.LABEL, Vocabulary.PREF_LABEL, Vocabulary.TITLE)) {
            var labels =
                    objects(resource, property).stream().filter(Node::isLiteral).toList();
            var best = labels.stream()
                    .filter(l -> l.getLiteralLanguage().equals(language))
                    .findFirst()
                    .or(() -> labels.stream().findFirst());
            if (best.isPresent()) {
                return best.map(Node::getLiteralLexicalForm);
            }
        }
        return Optional.empty();
    }
}
