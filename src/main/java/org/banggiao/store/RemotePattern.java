package org.banggiao.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;

/**
 * Patterns of triples that are asked of a remote store at once, each in the default graph or a named one, with simple conditions.
 *
 * @param quads the default graph is {@link Quad#defaultGraphNodeGenerated}
 * @param filters of which the store is known to make what SPARQL says
 */
record RemotePattern(List<Quad> quads, List<Expr> filters) {
    RemotePattern {
        quads = List.copyOf(quads);
        filters = List.copyOf(filters);
    }

    /** Both at once. */
    RemotePattern and(RemotePattern other) {
        return new RemotePattern(joined(quads, other.quads), joined(filters, other.filters));
    }

    RemotePattern where(List<Expr> more) {
        return new RemotePattern(quads, joined(filters, more));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** What it binds, in the order in which it names them. */
    List<Var> variables() {
        Set<Var> variables = new LinkedHashSet<>();
        for (var quad : quads) {
            for (var term : List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())) {
                if (Var.isVar(term)) {
                    variables.add(Var.alloc(term));
                }
            }
        }
        return List.copyOf(variables);
    }

    /** Whether it asks the default graph. */
    boolean isOfDefault() {
        return quads.stream().anyMatch(Quad::isDefaultGraph);
    }

    /** Whether it asks named graphs. */
    private boolean isOfNamed() {
        return quads.stream().anyMatch(quad -> !quad.isDefaultGraph());
    }

    /** Whether no literal stands where there never is one. */
    boolean isPossible() {
        return quads.stream()
                .noneMatch(quad -> quad.getGraph().isLiteral()
                        || quad.getSubject().isLiteral()
                        || quad.getPredicate().isLiteral());
    }

    /** With terms in the place of some variables. */
    RemotePattern with(Binding binding) {
        return new RemotePattern(
                quads.stream().map(quad -> Substitute.substitute(quad, binding)).toList(),
                filters.stream().map(filter -> filter.copySubstitute(binding)).toList());
    }

    /**
     * A query and what its columns mean: variables are sent under names that every store takes.
     *
     * @param columns our variable of each of the query's
     */
    record Sent(Query query, Map<Var, Var> columns) {
        /** A row of the answer in our variables. */
        Binding row(Binding answer) {
            var row = BindingBuilder.create();
            answer.forEach((variable, node) -> {
                var ours = columns.get(variable);
                if (ours != null) {
                    row.add(ours, node);
                }
            });
            return row.build();
        }
    }

    /** Whether there is any match at all. */
    Query ask(RemoteDataset dataset) {
        var query = new Query();
        query.setQueryAskType();
        query.setQueryPattern(where(renaming(), List.of(), List.of()));
        dataset.name(query, isOfDefault(), isOfNamed());
        return query;
    }

    /** All matches. */
    Sent select(RemoteDataset dataset) {
        return select(dataset, List.of(), List.of());
    }

    /**
     * The matches that agree with one of some rows.
     *
     * @param keys variables of this pattern
     * @param rows which bind them all
     */
    Sent select(RemoteDataset dataset, List<Var> keys, List<Binding> rows) {
        return select(dataset, variables(), dataset.countsTwice() && isOfDefault(), Query.NOLIMIT, keys, rows);
    }

    /** Some columns of the matches. */
    Sent select(RemoteDataset dataset, List<Var> columns, boolean isDistinct, long most) {
        return select(dataset, columns, isDistinct, most, List.of(), List.of());
    }

    private Sent select(
            RemoteDataset dataset,
            List<Var> columns,
            boolean isDistinct,
            long most,
            List<Var> keys,
            List<Binding> rows) {
        var names = renaming();
        var query = new Query();
        query.setQuerySelectType();
        query.setDistinct(isDistinct);
        var meaning = new LinkedHashMap<Var, Var>();
        for (var column : columns) {
            var name = names.get(column);
            if (name != null) {
                query.addResultVar(name);
                meaning.put(name, column);
            }
        }
        query.setQueryPattern(where(names, keys, rows));
        query.setLimit(most);
        dataset.name(query, isOfDefault(), isOfNamed());
        return new Sent(query, meaning);
    }

    /**
     * Numbers of matches.
     *
     * @param groups what the rows are grouped by
     * @param counts each a COUNT under the variable that it goes to
     */
    Sent count(RemoteDataset dataset, List<Var> groups, Map<Var, Aggregator> counts) {
        var names = renaming();
        var query = new Query();
        query.setQuerySelectType();
        query.setQueryPattern(where(names, List.of(), List.of()));
        var meaning = new LinkedHashMap<Var, Var>();
        for (var group : groups) {
            var name = names.getOrDefault(group, group);
            query.addResultVar(name);
            query.addGroupBy(name);
            meaning.put(name, group);
        }
        int[] n = {0};
        counts.forEach((variable, count) -> {
            var name = Var.alloc("n" + n[0]++);
            var renamed = count instanceof AggCount ? count : count.copyTransform(transform(names));
            query.addResultVar(name, query.allocAggregate(renamed));
            meaning.put(name, variable);
        });
        dataset.name(query, isOfDefault(), isOfNamed());
        return new Sent(query, meaning);
    }

    private Map<Var, Var> renaming() {
        var names = new LinkedHashMap<Var, Var>();
        for (var variable : variables()) {
            names.put(variable, Var.alloc("v" + names.size()));
        }
        return names;
    }

    private static NodeTransform transform(Map<Var, Var> names) {
        return node -> Var.isVar(node) ? names.getOrDefault(Var.alloc(node), Var.alloc(node)) : node;
    }

    private ElementGroup where(Map<Var, Var> names, List<Var> keys, List<Binding> rows) {
        var where = new ElementGroup();
        if (!keys.isEmpty()) {
            var values = new ElementData(
                    new ArrayList<>(keys.stream().map(names::get).toList()), new ArrayList<>());
            for (var row : rows) {
                var builder = BindingBuilder.create();
                keys.forEach(key -> builder.add(names.get(key), row.get(key)));
                values.add(builder.build());
            }
            where.addElement(values);
        }
        var byGraph = new LinkedHashMap<Node, BasicPattern>();
        for (var quad : quads) {
            var renamed = NodeTransformLib.transform(transform(names), quad);
            byGraph.computeIfAbsent(renamed.getGraph(), g -> new BasicPattern()).add(renamed.asTriple());
        }
        byGraph.forEach((graph, triples) -> {
            var block = new ElementTriplesBlock(triples);
            where.addElement(Quad.isDefaultGraph(graph) ? block : new ElementNamedGraph(graph, group(block)));
        });
        filters.forEach(filter -> where.addElement(new ElementFilter(filter.applyNodeTransform(transform(names)))));
        return where;
    }

    private static ElementGroup group(ElementTriplesBlock block) {
        var group = new ElementGroup();
        group.addElement(block);
        return group;
    }
}
