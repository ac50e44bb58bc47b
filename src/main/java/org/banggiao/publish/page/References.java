package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Descriptions;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.entity.Subgraph;

/** What refers to a resource that no list knows: a passage, a concept, a set of donors. */
final class References {
    /** Triples that are looked at. */
    private static final int MOST = 60;

    private final ReleaseViews.View view;
    private final Prefixes prefixes;
    private final Texts texts;
    private final Links links;

    References(ReleaseViews.View view, Prefixes prefixes, Texts texts, Links links) {
        this.view = view;
        this.prefixes = prefixes;
        this.texts = texts;
        this.links = links;
    }

    /** The things whose claims refer to it stand for their claims. */
    List<RowGroup> to(Node subject, boolean isPassage, Descriptions descriptions) {
        var found = descriptions.referring(subject, MOST);
        var named = new ValueText(found, view.terms(), view.catalogue(), prefixes, texts, links);
        Map<Node, Set<String>> hows = new TreeMap<>(Subgraph.ORDER);
        int referring = 0;
        for (var node : found.subjects()) {
            var how = found.properties(node).stream()
                    .filter(p -> !p.equals(Vocabulary.IS_REPLACED_BY) && found.has(node, p, subject))
                    .toList();
            if (!node.isURI() || node.equals(subject) || how.isEmpty()) {
                continue;
            }
            referring++;
            var owners = found.subjects(Vocabulary.HAS_CLAIM, node);
            for (var shown : owners.isEmpty() ? List.of(whole(node, found)) : owners) {
                var words = hows.computeIfAbsent(shown, s -> new TreeSet<>());
                if (!isThing(shown, found) || owners.isEmpty()) {
                    how.forEach(p -> words.add(named.property(p)));
                }
            }
        }
        if (hows.isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<Row>();
        var asListed = new Rows(view.terms(), texts, links);
        hows.forEach((node, how) -> {
            var words = String.join(", ", how);
            rows.add(view.catalogue()
                    .get(node)
                    .filter(l -> l.kind().isThing())
                    .map(l -> asListed.row(l).withSort(words))
                    .orElseGet(
                            () -> new Row("", named.resource(node), Optional.empty(), words, Optional.empty(), false)));
        });
        var title = texts.get(isPassage ? "references.passage" : referring >= MOST ? "references.some" : "references");
        return List.of(new RowGroup(title, rows.size(), rows, Optional.empty()));
    }

    /** What has a name and lies above a part that has none: the aid flow of an item, the country of a link. */
    private Node whole(Node node, Subgraph graph) {
        var address = node.getURI();
        if (graph.label(node, texts.language().code()).isPresent()) {
            return node;
        }
        for (int end = address.lastIndexOf('/'); end > 0; end = address.lastIndexOf('/', end - 1)) {
            var above = NodeFactory.createURI(address.substring(0, end));
            if (view.catalogue().get(above).isPresent()) {
                return above;
            }
        }
        return node;
    }

    private static boolean isThing(Node node, Subgraph graph) {
        return graph.isA(node, Vocabulary.CLAIMED_THING);
    }
}
