package org.banggiao.store;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.util.NodeIsomorphismMap;

/** A part of a query that a remote store answers, while the rest is evaluated here. */
final class RemoteOp extends OpExt {
    private final RemotePattern pattern;
    private final Op effective;
    private final boolean isWhole;
    private final Function<RemoteGraphs, Iterator<Binding>> rows;

    private RemoteOp(
            RemotePattern pattern, Op effective, boolean isWhole, Function<RemoteGraphs, Iterator<Binding>> rows) {
        super("remote");
        this.pattern = pattern;
        this.effective = effective;
        this.isWhole = isWhole;
        this.rows = rows;
    }

    /** All matches of a pattern. */
    static RemoteOp of(RemotePattern pattern, Op effective) {
        return new RemoteOp(
                pattern, effective, true, graphs -> graphs.session().rows(pattern.select(graphs.dataset())));
    }

    /** Some columns, or some, of the matches of a pattern. */
    static RemoteOp some(RemotePattern pattern, Op effective, List<Var> columns, boolean isDistinct, long most) {
        return new RemoteOp(
                pattern,
                effective,
                false,
                graphs -> graphs.session().rows(pattern.select(graphs.dataset(), columns, isDistinct, most)));
    }

    /** The numbers of the matches of a pattern. */
    static RemoteOp counts(RemotePattern pattern, Op effective, List<Var> groups, Map<Var, Aggregator> counts) {
        return new RemoteOp(pattern, effective, false, graphs -> {
            var answer = graphs.session().rows(pattern.count(graphs.dataset(), groups, counts));
            // Where there is nothing to group, some stores give one row that counts nothing.
            var groupsOnly = Iter.filter(
                    answer, row -> groups.isEmpty() || groups.stream().anyMatch(row::contains));
            return Iter.map(groupsOnly, row -> counted(row, counts.keySet()));
        });
    }

    /** The row with its counts as whole numbers, in whatever type the store gives them. */
    private static Binding counted(Binding row, Set<Var> counts) {
        var counted = BindingBuilder.create();
        row.forEach((variable, node) -> counted.add(
                variable,
                counts.contains(variable)
                        ? NodeFactory.createLiteralDT(
                                NodeValue.makeNode(node)
                                        .getDecimal()
                                        .toBigIntegerExact()
                                        .toString(),
                                XSDDatatype.XSDinteger)
                        : node));
        return counted.build();
    }

    /** The pattern of which this gives all matches; empty where it gives less. */
    Optional<RemotePattern> whole() {
        return isWhole ? Optional.of(pattern) : Optional.empty();
    }

    @Override
    public Op effectiveOp() {
        return effective;
    }

    @Override
    public QueryIterator eval(QueryIterator input, ExecutionContext context) {
        var graphs = (RemoteGraphs) context.getDataset();
        if (isWhole) {
            return QueryIterPlainWrapper.create(new RemoteJoin(input, pattern, graphs), context);
        }
        var answer = QueryIterPlainWrapper.create(rows.apply(graphs), context);
        if (input.isJoinIdentity()) {
            input.close();
            return answer;
        }
        return Join.join(input, answer, context);
    }

    @Override
    public void outputArgs(IndentedWriter out, SerializationContext context) {
        out.print(pattern.quads().toString());
    }

    @Override
    public int hashCode() {
        return effective.hashCode();
    }

    @Override
    public boolean equalTo(Op other, NodeIsomorphismMap labels) {
        return other instanceof RemoteOp remote && effective.equalTo(remote.effective, labels);
    }
}
