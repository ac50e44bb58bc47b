package org.banggiao.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;

/**
 * One small named graph that is laid over a release, which itself never changes: what has been added since the release was made.
 * Never changes either; another addition is another overlay.
 */
public final class Overlay {
    /** Nothing is laid over the release. */
    public static final Overlay NONE = new Overlay("", List.of());

    private static final int DIGEST_BYTES = 8;

    private final String name;
    private final Graph graph = GraphMemFactory.createDefaultGraph();
    private final Set<Node> subjects = new HashSet<>();
    private final String digest;

    private Overlay(String name, Collection<Triple> triples) {
        this.name = name;
        var lines = new TreeSet<String>();
        for (var triple : triples) {
            graph.add(triple);
            subjects.add(triple.getSubject());
            lines.add(NodeFmtLib.str(triple));
        }
        this.digest = digest(lines);
    }

    /**
     * An overlay.
     *
     * @param name the IRI of its graph, which no release has
     * @param triples without blank nodes
     */
    public static Overlay of(String name, Collection<Triple> triples) {
        return triples.isEmpty() ? NONE : new Overlay(name, triples);
    }

    private static String digest(Set<String> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isEmpty() {
        return graph.isEmpty();
    }

    /** The IRI of its graph. */
    public String name() {
        return name;
    }

    /** Names its content: 16 hexadecimal digits of a hash. */
    public String digest() {
        return digest;
    }

    /** How many triples it has. */
    public long size() {
        return graph.size();
    }

    /** Its triples that match; any term where {@link Node#ANY} is given. */
    public List<Quad> find(Node subject, Node predicate, Node object) {
        var found = new ArrayList<Quad>();
        graph.find(subject, predicate, object).forEachRemaining(t -> found.add(Quad.create(quadName(), t)));
        return found;
    }

    /** Whether a pattern matches at least one triple; variables stand for any term. */
    boolean matches(Node subject, Node predicate, Node object) {
        return graph.contains(any(subject), any(predicate), any(object));
    }

    private static Node any(Node node) {
        return node.isConcrete() ? node : Node.ANY;
    }

    Graph graph() {
        return graph;
    }

    Set<Node> subjects() {
        return subjects;
    }

    Node quadName() {
        return NodeFactory.createURI(name);
    }
}
