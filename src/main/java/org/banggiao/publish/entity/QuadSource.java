package org.banggiao.publish.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/**
 * Reads quads from a store by queries whose values are bound, never written into a text.
 *
 * @param store where to read
 * @param limits of each query
 */
record QuadSource(Store store, QueryLimits limits) {
    private static final Var G = Var.alloc("g");
    private static final Var S = Var.alloc("s");
    private static final Var P = Var.alloc("p");
    private static final Var O = Var.alloc("o");
    private static final int AT_ONCE = 200;

    /** All quads of these subjects. */
    List<Quad> ofSubjects(Collection<Node> subjects, int most) {
        return read(subjects, S, List.of(), most);
    }

    /** The quads of these subjects with one of these properties. */
    List<Quad> ofSubjects(Collection<Node> subjects, List<Node> properties, int most) {
        return read(subjects, S, properties, most);
    }

    /** The quads with one of these objects at one of these properties. */
    List<Quad> ofObjects(Collection<Node> objects, List<Node> properties, int most) {
        return read(objects, O, properties, most);
    }

    /** The quads of a named graph. */
    List<Quad> ofGraph(Node graph, int most) {
        return read(List.of(graph), G, List.of(), most);
    }

    private List<Quad> read(Collection<Node> values, Var place, List<Node> properties, int most) {
        var all = List.copyOf(values);
        var found = new ArrayList<Quad>();
        for (int from = 0; from < all.size() && found.size() < most; from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            try (var exec = store.query(query(some, place, properties, most - found.size()), limits)) {
                var rows = exec.select();
                while (rows.hasNext()) {
                    found.add(quad(rows.next()));
                }
            }
        }
        return found;
    }

    private static Query query(List<Node> values, Var place, List<Node> properties, int most) {
        var group = new ElementGroup();
        group.addElement(data(place, values));
        if (!properties.isEmpty()) {
            group.addElement(data(P, properties));
        }
        var triples = new BasicPattern();
        triples.add(Triple.create(S, P, O));
        group.addElement(new ElementNamedGraph(G, new ElementTriplesBlock(triples)));
        var query = new Query();
        query.setQuerySelectType();
        for (var v : List.of(G, S, P, O)) {
            query.addResultVar(v);
        }
        query.setQueryPattern(group);
        query.setLimit(most);
        return query;
    }

    private static ElementData data(Var place, List<Node> values) {
        var data = new ElementData();
        data.add(place);
        for (var value : values) {
            data.add(BindingFactory.binding(place, value));
        }
        return data;
    }

    private static Quad quad(Binding row) {
        return new Quad(row.get(G), row.get(S), row.get(P), row.get(O));
    }
}
