package org.banggiao.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.graph.Vocabulary;
import org.banggiao.store.Statistics.Counts;
import org.banggiao.store.Statistics.Size;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was counted when a release was made in the place of the counting that a query over the union of its graphs asks for:
 * how many triples there are, of each property, in each graph; how many instances of each class, and of each class in each year.
 * A query that asks for anything else is left as it is. The rows are those that counting gives; where the query leaves their order
 * open, so does this.
 */
final class CountedGroups {
    private static final Node TYPE = RDF.type.asNode();
    private static final Counts NONE = new Counts(
            new Size(0, 0, 0), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /**
     * What a pattern finds.
     *
     * @param key what the rows are grouped by, or null where they are not
     * @param size its matches, each of them another
     * @param properties different properties of them
     */
    private record Found(@Nullable Node key, Size size, long properties) {
        static Found of(@Nullable Node key, long matches) {
            return new Found(key, new Size(matches, matches, Math.min(matches, 1)), Math.min(matches, 1));
        }
    }

    private final Statistics statistics;

    CountedGroups(Statistics statistics) {
        this.statistics = statistics;
    }

    /** Puts what was counted into a query before the engine does anything else with it. */
    void apply(Context context) {
        context.set(ARQConstants.sysOptimizerFactory, (RewriteFactory) c -> {
            var next = BoundedCall.REWRITE.create(c);
            return op -> next.rewrite(rewrite(op));
        });
    }

    /** The query with its groups counted, where they are known. */
    Op rewrite(Op op) {
        return switch (op) {
            case OpGroup group -> counted(group);
            case OpProject above -> below(above);
            case OpExtend above -> below(above);
            case OpOrder above -> below(above);
            case OpFilter above -> below(above);
            case OpSlice above -> below(above);
            case OpDistinct above -> below(above);
            case OpReduced above -> below(above);
            default -> op;
        };
    }

    private Op below(Op1 above) {
        var sub = rewrite(above.getSubOp());
        return sub == above.getSubOp() ? above : above.copy(sub);
    }

    private Op counted(OpGroup group) {
        var by = group.getGroupVars().getVars();
        if (by.size() > 1 || !group.getGroupVars().getExprs().isEmpty()) {
            return group;
        }
        var key = by.isEmpty() ? null : by.getFirst();
        if (group.getSubOp() instanceof OpBGP bgp) {
            return table(group, key, bgp, found(bgp, statistics.all(), key));
        }
        if (!(group.getSubOp() instanceof OpGraph graph) || !(graph.getSubOp() instanceof OpBGP bgp)) {
            return group;
        }
        if (graph.getNode() instanceof Var name) {
            return table(group, key, bgp, foundByGraph(bgp, name, key));
        }
        var counts = statistics.graphs().getOrDefault(graph.getNode().toString(), NONE);
        return table(group, key, bgp, found(bgp, counts, key));
    }

    /** What a pattern finds in a graph, a row for each key; null where that was not counted. */
    private @Nullable List<Found> found(OpBGP bgp, Counts counts, @Nullable Var key) {
        var triples = bgp.getPattern().getList();
        if (key != null && counts == statistics.all()) {
            var years = foundByYear(triples, key);
            if (years != null) {
                return years;
            }
        }
        if (triples.size() != 1 || !isOpen(triples.getFirst())) {
            return null;
        }
        var triple = triples.getFirst();
        if (key == null) {
            var found = found(triple, counts);
            return found == null ? null : List.of(found);
        }
        var rows = new ArrayList<Found>();
        if (key.equals(triple.getPredicate())) {
            counts.properties().forEach((iri, size) -> rows.add(new Found(NodeFactory.createURI(iri), size, 1)));
            return rows;
        }
        if (key.equals(triple.getObject()) && triple.getPredicate().equals(TYPE) && areNamed(counts)) {
            counts.classes().forEach((iri, n) -> rows.add(Found.of(NodeFactory.createURI(iri), n)));
            return rows;
        }
        return null;
    }

    private static @Nullable Found found(Triple triple, Counts counts) {
        var property = triple.getPredicate();
        if (property.isVariable()) {
            return triple.getObject().isVariable()
                    ? new Found(null, counts.size(), counts.properties().size())
                    : null;
        }
        if (triple.getObject().isVariable()) {
            var size = counts.properties().getOrDefault(property.toString(), NONE.size());
            return new Found(null, size, Math.min(size.triples(), 1));
        }
        return property.equals(TYPE) && triple.getObject().isURI()
                ? Found.of(
                        null, counts.classes().getOrDefault(triple.getObject().getURI(), 0L))
                : null;
    }

    private @Nullable List<Found> foundByGraph(OpBGP bgp, Var name, @Nullable Var key) {
        var triples = bgp.getPattern().getList();
        if (!name.equals(key) || triples.size() != 1 || !isOpen(triples.getFirst()) || uses(triples.getFirst(), name)) {
            return null;
        }
        var rows = new ArrayList<Found>();
        for (var graph : statistics.graphs().entrySet()) {
            var found = found(triples.getFirst(), graph.getValue());
            if (found == null) {
                return null;
            }
            if (found.size().triples() > 0) {
                rows.add(new Found(NodeFactory.createURI(graph.getKey()), found.size(), found.properties()));
            }
        }
        return rows;
    }

    /** {@code ?thing bg:year ?year}, with or without {@code ?thing a <class>}. */
    private @Nullable List<Found> foundByYear(List<Triple> triples, Var year) {
        Triple dated = null;
        Triple typed = null;
        for (var triple : triples) {
            if (triple.getPredicate().equals(Vocabulary.YEAR)
                    && triple.getObject().equals(year)) {
                dated = triple;
            } else if (triple.getPredicate().equals(TYPE) && triple.getObject().isURI()) {
                typed = triple;
            }
        }
        int known = (dated == null ? 0 : 1) + (typed == null ? 0 : 1);
        if (dated == null || known != triples.size() || !isOpen(dated)) {
            return null;
        }
        if (typed != null && !typed.getSubject().equals(dated.getSubject())) {
            return null;
        }
        var years = statistics
                .years()
                .get(typed == null ? Statistics.ANY_CLASS : typed.getObject().getURI());
        if (years == null) {
            return null;
        }
        var rows = new ArrayList<Found>();
        years.forEach((number, n) ->
                rows.add(Found.of(NodeFactory.createLiteralDT(number.toString(), XSDDatatype.XSDinteger), n)));
        return rows;
    }

    /** Whether nothing but a property and a class is fixed, and nothing is named twice. */
    private static boolean isOpen(Triple triple) {
        return triple.getSubject().isVariable()
                && !triple.getSubject().equals(triple.getPredicate())
                && !triple.getSubject().equals(triple.getObject())
                && !triple.getPredicate().equals(triple.getObject());
    }

    private static boolean uses(Triple triple, Node name) {
        return triple.getSubject().equals(name)
                || triple.getPredicate().equals(name)
                || triple.getObject().equals(name);
    }

    /** Whether no class is a blank node. */
    private static boolean areNamed(Counts counts) {
        var types = counts.properties().getOrDefault(TYPE.getURI(), NONE.size());
        return types.triples()
                == counts.classes().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The rows of a group; the group itself where what was found, or what is asked of it, is not known. */
    private static Op table(OpGroup group, @Nullable Var key, OpBGP bgp, @Nullable List<Found> found) {
        if (found == null) {
            return group;
        }
        var table = TableFactory.create();
        for (var row : found) {
            var binding = BindingFactory.builder();
            if (key != null && row.key() != null) {
                binding.add(key, row.key());
            }
            for (var aggregator : group.getAggregators()) {
                var value = value(aggregator, bgp.getPattern().getList(), row);
                if (value.isEmpty()) {
                    return group;
                }
                binding.add(
                        aggregator.getVar(),
                        NodeValue.makeInteger(value.getAsLong()).asNode());
            }
            table.addBinding(binding.build());
        }
        return OpTable.create(table);
    }

    private static OptionalLong value(ExprAggregator asked, List<Triple> pattern, Found found) {
        long matches = found.size().triples();
        return switch (asked.getAggregator()) {
            case AggCount all -> OptionalLong.of(matches);
            case AggCountDistinct all -> OptionalLong.of(matches);
            case AggCountVar one ->
                one.getExprList().get(0).isVariable()
                                && pattern.stream()
                                        .anyMatch(t ->
                                                uses(t, one.getExprList().get(0).asVar()))
                        ? OptionalLong.of(matches)
                        : OptionalLong.empty();
            case AggCountVarDistinct one -> {
                var name = one.getExprList().get(0);
                if (!name.isVariable()) {
                    yield OptionalLong.empty();
                }
                Map<Node, Long> different = new HashMap<>();
                for (var triple : pattern) {
                    different.put(triple.getObject(), found.size().objects());
                    different.put(triple.getPredicate(), found.properties());
                }
                for (var triple : pattern) {
                    different.put(triple.getSubject(), found.size().subjects());
                }
                var n = different.get(name.asVar());
                yield n == null ? OptionalLong.empty() : OptionalLong.of(n);
            }
            default -> OptionalLong.empty();
        };
    }
}
