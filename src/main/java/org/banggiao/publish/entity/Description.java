package org.banggiao.publish.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;

/**
 * What the data say of a resource: its triples and those of its parts, its claims with their passages, and what is called
 * how.
 *
 * @param subject the resource
 * @param graph the quads
 * @param claimsLeftOut how many of its claims are left out, because it has very many
 */
public record Description(Node subject, Subgraph graph, int claimsLeftOut) implements Arranged {
    /** The subjects in the order in which one reads them: the resource, its claims, their passages, the names. */
    @Override
    public List<Section> sections() {
        var rest = new LinkedHashSet<>(
                graph.subjects().stream().sorted(Subgraph.ORDER).toList());
        var sections = new ArrayList<Section>();
        sections.add(new Section("", withParts(subject, rest)));
        sections.add(new Section("What each passage claims", ofType(Vocabulary.CLAIM, rest)));
        sections.add(new Section("Where it is said", ofType(Vocabulary.PASSAGE, rest)));
        var described = new ArrayList<Node>();
        var named = new ArrayList<Node>();
        for (var node : rest) {
            var properties = graph.properties(node);
            (LABELS.containsAll(properties) ? named : described).add(node);
        }
        sections.add(new Section("What these refer to", described));
        sections.add(new Section("What things are called", named));
        sections.removeIf(s -> s.subjects().isEmpty());
        return sections;
    }

    private static final Set<Node> LABELS = Set.of(Vocabulary.LABEL, Vocabulary.PREF_LABEL);

    private List<Node> ofType(Node type, Set<Node> rest) {
        var found = new ArrayList<Node>();
        for (var node : List.copyOf(rest)) {
            if (rest.contains(node) && graph.isA(node, type)) {
                found.addAll(withParts(node, rest));
            }
        }
        return found;
    }

    private static List<Node> withParts(Node owner, Set<Node> rest) {
        var found = new ArrayList<Node>();
        found.add(owner);
        for (var node : rest) {
            if (isPart(node, owner)) {
                found.add(node);
            }
        }
        found.removeIf(node -> !rest.contains(node));
        rest.removeAll(found);
        return found;
    }

    /** Whether a node lies under the path of another. */
    static boolean isPart(Node node, Node owner) {
        if (!node.isURI() || !owner.isURI()) {
            return false;
        }
        var iri = node.getURI();
        var path = owner.getURI();
        return iri.length() > path.length() && iri.charAt(path.length()) == '/' && iri.startsWith(path);
    }
}
