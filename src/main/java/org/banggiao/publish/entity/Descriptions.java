package org.banggiao.publish.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.graph.Vocabulary;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/** Reads descriptions from a store by a few bounded queries, each by subject or by object. */
public final class Descriptions {
    /** Claims of one thing that a description holds at most. */
    static final int MOST_CLAIMS = 60;

    private static final int MOST_QUADS = 20_000;
    private static final int MOST_LAID_OVER = 600;
    private static final List<Node> NAMING_INSTRUMENTS =
            List.of(Vocabulary.SIGNS, Vocabulary.AMENDS, Vocabulary.REPLACES, Vocabulary.SUPPLEMENTS);
    private static final List<Node> LABELS = List.of(Vocabulary.LABEL, Vocabulary.PREF_LABEL);
    private static final Node CONCEPT_SCHEME = SKOS.ConceptScheme.asNode();
    private static final Node VOID_TRIPLES = NodeFactory.createURI("http://rdfs.org/ns/void#triples");
    private static final Node VOID_DATASET = NodeFactory.createURI("http://rdfs.org/ns/void#Dataset");

    private final QuadSource source;

    private Descriptions(QuadSource source) {
        this.source = source;
    }

    public static Descriptions of(Store store, QueryLimits limits) {
        return new Descriptions(new QuadSource(store, limits));
    }

    /** What the data say of an address; empty where they say nothing. */
    public Optional<Description> of(Node subject) {
        var graph = new Subgraph();
        graph.add(source.ofSubjects(List.of(subject), MOST_QUADS));
        describeNamedGraph(subject, graph);
        if (graph.size() == 0) {
            return Optional.empty();
        }
        addParts(List.of(subject), graph);
        var claims = graph.objects(subject, Vocabulary.HAS_CLAIM);
        var shown = claims.subList(0, Math.min(claims.size(), MOST_CLAIMS));
        graph.add(source.ofSubjects(shown, MOST_QUADS));
        addParts(shown, graph);
        addBackLinks(subject, graph);
        addEvidence(graph);
        addLaidOver(subject, graph);
        addLabels(graph);
        return Optional.of(new Description(subject, graph, claims.size() - shown.size()));
    }

    /** The terms of a vocabulary: everything in the graph of the ontology whose subject starts with its address. */
    public Optional<Description> ofVocabulary(Node vocabulary, Node ontologyGraph) {
        var graph = new Subgraph();
        var terms = new ArrayList<Quad>();
        for (var quad : source.ofGraph(ontologyGraph, MOST_QUADS)) {
            var subject = quad.getSubject();
            if (subject.isURI()
                    && (subject.equals(vocabulary) || subject.getURI().startsWith(vocabulary.getURI() + "#"))) {
                terms.add(quad);
            }
        }
        graph.add(terms);
        return graph.size() == 0 ? Optional.empty() : Optional.of(new Description(vocabulary, graph, 0));
    }

    /** What is called how, for these addresses. */
    public Subgraph labels(Collection<Node> resources) {
        var graph = new Subgraph();
        graph.add(source.ofSubjects(resources, LABELS, MOST_QUADS));
        return graph;
    }

    /** What has a resource as an object of any property, and what each of these is and is called. */
    public Subgraph referring(Node object, int most) {
        var graph = new Subgraph();
        graph.add(source.ofObjects(List.of(object), List.of(), most));
        var referring = List.copyOf(graph.subjects());
        var owners = new TreeSet<>(Subgraph.ORDER);
        if (!referring.isEmpty()) {
            graph.add(source.ofObjects(referring, List.of(Vocabulary.HAS_CLAIM), most));
            owners.addAll(graph.subjects());
        }
        graph.add(source.ofSubjects(
                owners, List.of(Vocabulary.TYPE, Vocabulary.LABEL, Vocabulary.PREF_LABEL), MOST_QUADS));
        return graph;
    }

    /**
     * The same with what else is needed to say it in other terms: what the things are that it names, and which events and instruments
     * name it.
     */
    Description withNeighbours(Description description) {
        var subject = description.subject();
        var graph = description.graph();
        var back = source.ofObjects(List.of(subject), NAMING_INSTRUMENTS, MOST_CLAIMS);
        var named = new TreeSet<>(Subgraph.ORDER);
        for (var owner : List.copyOf(graph.subjects())) {
            if (owner.equals(subject) || Description.isPart(owner, subject)) {
                graph.objects(owner).stream().filter(Node::isURI).forEach(named::add);
            }
        }
        back.forEach(quad -> named.add(quad.getSubject()));
        graph.subjects().stream()
                .filter(s -> graph.objects(s, Vocabulary.TYPE).isEmpty())
                .forEach(named::add);
        graph.add(back);
        graph.add(source.ofSubjects(named, List.of(Vocabulary.TYPE), MOST_QUADS));
        addLabels(graph);
        return description;
    }

    private void describeNamedGraph(Node subject, Subgraph graph) {
        var size = source.store().release().graphs().get(subject.getURI());
        if (size != null) {
            graph.add(List.of(
                    new Quad(subject, subject, Vocabulary.TYPE, VOID_DATASET),
                    new Quad(
                            subject,
                            subject,
                            VOID_TRIPLES,
                            NodeFactory.createLiteralDT(size.toString(), XSDDatatype.XSDinteger))));
        }
    }

    /** Follows properties to what lies under the owners' paths, and from there on. */
    private void addParts(Collection<Node> owners, Subgraph graph) {
        Set<Node> known = new HashSet<>(owners);
        Collection<Node> edge = owners;
        while (!edge.isEmpty() && graph.size() < MOST_QUADS) {
            var next = new TreeSet<>(Subgraph.ORDER);
            for (var node : edge) {
                for (var object : graph.objects(node)) {
                    if (owners.stream().anyMatch(owner -> Description.isPart(object, owner)) && known.add(object)) {
                        next.add(object);
                    }
                }
            }
            graph.add(source.ofSubjects(next, MOST_QUADS));
            edge = next;
        }
    }

    /** What leads to a claim, a file or a scheme's concepts: these say little without it. */
    private void addBackLinks(Node subject, Subgraph graph) {
        if (graph.isA(subject, Vocabulary.CLAIM)) {
            graph.add(source.ofObjects(List.of(subject), List.of(Vocabulary.HAS_CLAIM), MOST_CLAIMS));
        }
        if (graph.isA(subject, CONCEPT_SCHEME)) {
            graph.add(source.ofObjects(List.of(subject), List.of(Vocabulary.IN_SCHEME), MOST_QUADS));
        }
    }

    /** What was laid over the release and has the subject as an object, and what that refers to among the same. */
    private void addLaidOver(Node subject, Subgraph graph) {
        var overlay = source.store().overlay();
        if (overlay.isEmpty()) {
            return;
        }
        var edge = new TreeSet<>(Subgraph.ORDER);
        overlay.find(Node.ANY, Node.ANY, subject).stream().limit(MOST_LAID_OVER).forEach(q -> edge.add(q.getSubject()));
        var further = new TreeSet<>(Subgraph.ORDER);
        for (var node : edge) {
            var quads = overlay.find(node, Node.ANY, Node.ANY);
            graph.add(quads);
            quads.stream().map(Quad::getObject).filter(Node::isURI).forEach(further::add);
        }
        further.removeAll(edge);
        further.forEach(node -> graph.add(overlay.find(node, Node.ANY, Node.ANY)));
    }

    private void addEvidence(Subgraph graph) {
        var passages = new TreeSet<>(Subgraph.ORDER);
        for (var subject : graph.subjects()) {
            passages.addAll(graph.objects(subject, Vocabulary.SAID_STATED_IN));
            passages.addAll(graph.objects(subject, Vocabulary.SAID_CONTEXT_IN));
        }
        passages.removeAll(graph.subjects());
        graph.add(source.ofSubjects(passages, MOST_QUADS));
        addParts(passages, graph);
        var files = new TreeSet<>(Subgraph.ORDER);
        for (var subject : graph.subjects()) {
            files.addAll(graph.objects(subject, Vocabulary.HAS_SOURCE));
            if (graph.isA(subject, Vocabulary.SOURCE_FILE)) {
                files.add(subject);
            }
        }
        graph.add(source.ofSubjects(files, List.of(Vocabulary.DOCUMENT_ID), MOST_QUADS));
        graph.add(source.ofObjects(files, List.of(Vocabulary.HAS_FILE), MOST_QUADS));
    }

    private void addLabels(Subgraph graph) {
        var unnamed = new LinkedHashSet<Node>();
        for (var subject : graph.subjects()) {
            unnamed.add(subject);
            graph.objects(subject).stream().filter(Node::isURI).forEach(unnamed::add);
        }
        unnamed.removeIf(
                node -> LABELS.stream().anyMatch(p -> !graph.objects(node, p).isEmpty()));
        graph.add(source.ofSubjects(unnamed, LABELS, MOST_QUADS));
    }
}
