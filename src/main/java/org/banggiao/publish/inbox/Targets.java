package org.banggiao.publish.inbox;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/**
 * What records can be about: the things, actors, places and sources that a release describes.
 *
 * @param baseIri what the addresses of resources start with, ending in a slash
 */
public record Targets(String baseIri) {
    private static final int MOST_QUADS = 200;

    /**
     * What a record is about.
     *
     * @param label in each language, by its tag; the first of any under the empty one
     */
    public record Target(String iri, Kind kind, Map<String, String> label) {
        /** What it is called in a language, else in any, else by its address. */
        public String label(String language) {
            return label.getOrDefault(language, label.getOrDefault("", iri));
        }
    }

    /** The resource with an IRI, where records can be about it. */
    public Optional<Target> find(String iri, Store store) {
        var node = NodeFactory.createURI(iri);
        var quads = store.released()
                .find(
                        List.of(
                                new Quad(Node.ANY, node, Vocabulary.TYPE, Node.ANY),
                                new Quad(Node.ANY, node, Vocabulary.LABEL, Node.ANY)),
                        MOST_QUADS,
                        QueryLimits.DEFAULT);
        var labels = new TreeMap<String, String>();
        quads.stream()
                .map(Quad::getObject)
                .filter(Node::isLiteral)
                .sorted(Comparator.comparing(Node::toString))
                .forEach(l -> {
                    labels.putIfAbsent(l.getLiteralLanguage(), l.getLiteralLexicalForm());
                    labels.putIfAbsent("", l.getLiteralLexicalForm());
                });
        return Arrays.stream(Kind.values())
                .filter(k -> quads.stream().anyMatch(q -> q.getObject().equals(k.type())))
                .findFirst()
                .map(k -> new Target(iri, k, labels));
    }

    /**
     * The IRI that an address stands for: the IRI itself, its short form such as {@code event:k7m2q}, or the address of its page.
     *
     * @param root the address of the service as its clients reach it, ending in a slash; empty where it has none
     * @return empty where it is no address of this service
     */
    public Optional<String> iri(String address, String root) {
        var bare = address.strip().replaceFirst("[?#].*$", "");
        int colon = bare.indexOf(':');
        if (colon > 0 && !bare.startsWith("//", colon + 1)) {
            var namespace = Prefixes.of(baseIri).namespaces().get(bare.substring(0, colon));
            return namespace != null && namespace.startsWith(baseIri)
                    ? Optional.of(namespace + bare.substring(colon + 1))
                    : Optional.empty();
        }
        for (var start : List.of(baseIri, root)) {
            if (!start.isEmpty() && bare.startsWith(start + "id/")) {
                return Optional.of(baseIri + bare.substring(start.length()).replaceFirst("\\.html$", ""));
            }
        }
        return Optional.empty();
    }
}
