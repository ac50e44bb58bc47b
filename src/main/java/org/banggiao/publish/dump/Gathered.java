package org.banggiao.publish.dump;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.dump.Table.Form;
import org.banggiao.publish.dump.Table.Step;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.store.ReleasePart;

/**
 * What the tables need of other things than those that have the rows: the further steps of their paths, and what the things that
 * they name are called. Only that is held in memory.
 */
final class Gathered {
    private final Map<Step, Map<Node, Set<Node>>> steps = new HashMap<>();
    private final Map<Node, Map<String, String>> names = new HashMap<>();

    private Gathered() {}

    static Gathered of(List<Table> tables, ReleasePart.Quads quads) throws IOException {
        var it = new Gathered();
        var naming = new HashSet<Node>();
        for (var table : tables) {
            for (var column : table.columns()) {
                for (int i = 0; i < column.path().size(); i++) {
                    var step = column.path().get(i);
                    if (i > 0 || step.isInverse()) {
                        it.steps.putIfAbsent(step, new HashMap<>());
                    }
                }
                if (column.form() == Form.NAMED) {
                    naming.add(column.path().getLast().property());
                }
            }
        }
        var named = new HashSet<Node>();
        quads.forEach(quad -> {
            it.take(new Step(quad.getPredicate(), false), quad.getSubject(), quad.getObject());
            it.take(new Step(quad.getPredicate(), true), quad.getObject(), quad.getSubject());
            if (naming.contains(quad.getPredicate())) {
                named.add(quad.getObject());
            }
        });
        quads.forEach(quad -> it.name(quad, named));
        return it;
    }

    private void take(Step step, Node from, Node to) {
        var known = steps.get(step);
        if (known != null) {
            known.computeIfAbsent(from, n -> new TreeSet<>(Subgraph.ORDER)).add(to);
        }
    }

    private void name(Quad quad, Set<Node> named) {
        boolean isName = quad.getPredicate().equals(Vocabulary.LABEL)
                || quad.getPredicate().equals(Vocabulary.PREF_LABEL);
        if (isName && quad.getObject().isLiteral() && named.contains(quad.getSubject())) {
            names.computeIfAbsent(quad.getSubject(), n -> new HashMap<>())
                    .merge(
                            quad.getObject().getLiteralLanguage(),
                            quad.getObject().getLiteralLexicalForm(),
                            (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    /** Where a step leads from a node, in one order. */
    Set<Node> next(Node from, Step step) {
        return steps.getOrDefault(step, Map.of()).getOrDefault(from, Set.of());
    }

    /** What a node is called in a language; empty where it has no name in it. */
    String name(Node node, String language) {
        return names.getOrDefault(node, Map.of()).getOrDefault(language, "");
    }
}
