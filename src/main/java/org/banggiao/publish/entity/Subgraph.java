package org.banggiao.publish.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
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

    private static final Comparator<Quad> QUADS = Comparator.comparing(Quad::getSubject, ORDER)
            .thenComparing(Quad::getPredicate, ORDER)
            .thenComparing(Quad::getObject, ORDER);

    private final Map<Node, Map<Node, Ordered>> triples = new LinkedHashMap<>();
    private final Map<Node, Set<Quad>> graphs = new HashMap<>();
    private int size;

    /** Some nodes, brought into their order when they are first read: most are read where they stand alone. */
    private static final class Ordered {
        private final Set<Node> nodes = new HashSet<>(4);
        private List<Node> inOrder = List.of();

        void add(Node node) {
            if (nodes.add(node)) {
                inOrder = List.of();
            }
        }

        /** Several threads may order them at once: each gives the same list. */
        List<Node> inOrder() {
            var ordered = inOrder;
            if (ordered.isEmpty()) {
                ordered = nodes.size() == 1
                        ? List.copyOf(nodes)
                        : nodes.stream().sorted(ORDER).toList();
                inOrder = ordered;
            }
            return ordered;
        }
    }

    /** All objects of a subject, in no order. */
    Collection<Node> objects(Node subject) {
        return triples.getOrDefault(subject, Map.of()).values().stream()
                .flatMap(values -> values.nodes.stream())
                .toList();
    }

    /** Adds what is not there yet. */
    void add(Collection<Quad> quads) {
        for (var quad : quads) {
            triples.computeIfAbsent(quad.getSubject(), s -> new HashMap<>())
                    .computeIfAbsent(quad.getPredicate(), p -> new Ordered())
                    .add(quad.getObject());
            if (graphs.computeIfAbsent(quad.getGraph(), g -> new HashSet<>()).add(quad)) {
                size++;
            }
        }
    }

    /** The objects of a property of a subject. */
    public List<Node> objects(Node subject, Node property) {
        var found = triples.getOrDefault(subject, Map.of()).get(property);
        return found == null ? List.of() : found.inOrder();
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

    /** The properties that a subject has, in their order. */
    public List<Node> properties(Node subject) {
        var properties = new ArrayList<>(triples.getOrDefault(subject, Map.of()).keySet());
        properties.sort(ORDER);
        return properties;
    }

    /** What has at least one triple. */
    public Set<Node> subjects() {
        return Collections.unmodifiableSet(triples.keySet());
    }

    /** The subjects with this object at this property. */
    public List<Node> subjects(Node property, Node object) {
        return triples.keySet().stream()
                .filter(s -> has(s, property, object))
                .sorted(ORDER)
                .toList();
    }

    public boolean has(Node subject, Node property, Node object) {
        var found = triples.getOrDefault(subject, Map.of()).get(property);
        return found != null && found.nodes.contains(object);
    }

    /** Whether a subject is an instance of a class; superclasses are in the data. */
    public boolean isA(Node subject, Node type) {
        return has(subject, Vocabulary.TYPE, type);
    }

    /** The named graphs that the quads come from, in their order. */
    public List<Node> graphs() {
        return graphs.keySet().stream().sorted(ORDER).toList();
    }

    /** The quads of a named graph, in their order. */
    List<Quad> in(Node graph) {
        return graphs.getOrDefault(graph, Set.of()).stream().sorted(QUADS).toList();
    }

    /** All triples, whatever graphs they are in, in no order. */
    Stream<Triple> triples() {
        return graphs.values().stream().flatMap(Set::stream).map(Quad::asTriple);
    }

    int size() {
        return size;
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
