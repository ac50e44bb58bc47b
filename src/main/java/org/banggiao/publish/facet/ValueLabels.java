package org.banggiao.publish.facet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/** What values are called, and what lies behind them, asked for many at once; values are bound, never written into a text. */
final class ValueLabels {
    private static final int AT_ONCE = 500;
    /** What names a resource: the first that it has. */
    private static final List<Node> NAMING =
            List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), DCTerms.title.asNode());

    private static final Var S = Var.alloc("s");
    private static final Var P = Var.alloc("p");
    private static final Var O = Var.alloc("o");

    private final Store store;
    private final QueryLimits limits;

    ValueLabels(Store store, QueryLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /** The names of resources by language, of each those of its first naming property. */
    Map<Node, Map<String, String>> of(Collection<Node> resources) {
        var all = new HashMap<Node, Map<String, String>>();
        for (var property : NAMING) {
            var unnamed = resources.stream().filter(r -> !all.containsKey(r)).toList();
            var found = new HashMap<Node, Map<String, String>>();
            follow(unnamed, PathFactory.pathLink(property), (resource, name) -> {
                if (name.isLiteral()) {
                    found.computeIfAbsent(resource, r -> new TreeMap<>())
                            .merge(
                                    name.getLiteralLanguage(),
                                    name.getLiteralLexicalForm(),
                                    (a, b) -> a.compareTo(b) < 0 ? a : b);
                }
            });
            all.putAll(found);
        }
        return all;
    }

    /** What a path leads to from each of some resources. */
    void follow(Collection<Node> from, Path path, BiConsumer<Node, Node> found) {
        var all = List.copyOf(from);
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            try (var exec = store.query(query(all.subList(i, Math.min(all.size(), i + AT_ONCE)), path), limits)) {
                exec.select().forEachRemaining(row -> found.accept(row.get(S), row.get(O)));
            }
        }
    }

    /** One triple. */
    interface TripleConsumer {
        void accept(Node subject, Node property, Node value);
    }

    /** All triples of some resources. */
    void all(Collection<Node> subjects, TripleConsumer found) {
        var all = List.copyOf(subjects);
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            var triples = new ElementPathBlock();
            triples.addTriple(Triple.create(S, P, O));
            var query = query(all.subList(i, Math.min(all.size(), i + AT_ONCE)), triples);
            query.addResultVar(P);
            try (var exec = store.query(query, limits)) {
                exec.select().forEachRemaining(row -> found.accept(row.get(S), row.get(P), row.get(O)));
            }
        }
    }

    private static Query query(List<Node> from, Path path) {
        var triples = new ElementPathBlock();
        triples.addTriplePath(new TriplePath(S, path, O));
        return query(from, triples);
    }

    private static Query query(List<Node> from, ElementPathBlock triples) {
        var data = new ElementData();
        data.add(S);
        from.forEach(node -> data.add(BindingFactory.binding(S, node)));
        var group = new ElementGroup();
        group.addElement(data);
        group.addElement(triples);
        var query = new Query();
        query.setQuerySelectType();
        query.addResultVar(S);
        query.addResultVar(O);
        query.setQueryPattern(group);
        return query;
    }
}
