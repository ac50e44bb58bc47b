package org.banggiao.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpQuad;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.vocabulary.RDF;

/**
 * Finds the parts of a query that a store answers as SPARQL says, though it may be wrong about others: patterns of triples, with the
 * simplest of conditions; and where nothing else is between, which of them are different, some of them, and how many there are.
 */
final class RemoteParts extends TransformCopy {
    private static final Node TYPE = RDF.type.asNode();

    private final boolean countsTwice;

    /**
     * For the graphs that are asked.
     *
     * @param countsTwice whether a triple of the default graph may be found twice
     */
    RemoteParts(boolean countsTwice) {
        this.countsTwice = countsTwice;
    }

    @Override
    public Op transform(OpQuadPattern op) {
        var quads = op.getPattern().getList();
        if (quads.isEmpty()) {
            return op;
        }
        return RemoteOp.of(
                new RemotePattern(quads.stream().map(RemoteParts::plain).toList(), List.of()), op);
    }

    @Override
    public Op transform(OpQuad op) {
        return transform(op.asQuadPattern());
    }

    private static Quad plain(Quad quad) {
        return quad.isDefaultGraph() ? Quad.create(Quad.defaultGraphNodeGenerated, quad.asTriple()) : quad;
    }

    @Override
    public Op transform(OpFilter op, Op sub) {
        var pattern = whole(sub);
        if (pattern.isEmpty()) {
            return super.transform(op, sub);
        }
        var there = new ArrayList<Expr>();
        var here = new ExprList();
        for (var expr : op.getExprs()) {
            boolean isSimple = isSimple(expr);
            if (isSimple || isHint(expr)) {
                there.add(expr);
            }
            if (!isSimple) {
                here.add(expr);
            }
        }
        var asked = there.isEmpty() ? sub : RemoteOp.of(pattern.get().where(there), op);
        return here.isEmpty() ? asked : OpFilter.filterBy(here, asked);
    }

    /** Whether a text, a language or a resource is compared with a given one. */
    private static boolean isSimple(Expr expr) {
        if (!(expr instanceof E_Equals || expr instanceof E_NotEquals)) {
            return false;
        }
        var sides = (ExprFunction2) expr;
        return isSimple(sides.getArg1(), sides.getArg2()) || isSimple(sides.getArg2(), sides.getArg1());
    }

    /** Whether a store finds at least what it ought to: it spares to fetch the rest, and what it finds is looked at again. */
    private static boolean isHint(Expr expr) {
        return switch (expr) {
            case E_LogicalAnd both -> isHint(both.getArg1()) && isHint(both.getArg2());
            case E_LessThan less -> isPlain(less.getArg1()) && isPlain(less.getArg2());
            case E_LessThanOrEqual less -> isPlain(less.getArg1()) && isPlain(less.getArg2());
            case E_GreaterThan more -> isPlain(more.getArg1()) && isPlain(more.getArg2());
            case E_GreaterThanOrEqual more -> isPlain(more.getArg1()) && isPlain(more.getArg2());
            default -> isSimple(expr);
        };
    }

    private static boolean isPlain(Expr side) {
        return side.isVariable()
                || side.isConstant()
                || side instanceof E_Str str && str.getArg().isVariable();
    }

    private static boolean isSimple(Expr of, Expr given) {
        if (!(given instanceof NodeValue value)) {
            return false;
        }
        return switch (of) {
            case E_Lang lang -> lang.getArg().isVariable() && value.isString();
            case E_Str str -> str.getArg().isVariable() && value.isString();
            default -> of.isVariable() && value.isIRI();
        };
    }

    @Override
    public Op transform(OpSequence op, List<Op> subs) {
        var joined = new ArrayList<Op>();
        for (var sub : subs) {
            var both = joined.isEmpty() ? Optional.<Op>empty() : both(joined.getLast(), sub);
            if (both.isPresent()) {
                joined.set(joined.size() - 1, both.get());
            } else {
                joined.add(sub);
            }
        }
        return joined.size() == 1 ? joined.getFirst() : OpSequence.create().copy(joined);
    }

    @Override
    public Op transform(OpJoin op, Op left, Op right) {
        return both(left, right).orElseGet(() -> super.transform(op, left, right));
    }

    /** Two patterns as one, where they have a variable in common: else it would be all pairs. */
    private static Optional<Op> both(Op left, Op right) {
        return whole(left)
                .flatMap(first -> whole(right)
                        .filter(second -> second.variables().stream().anyMatch(first.variables()::contains))
                        .map(second -> RemoteOp.of(first.and(second), OpJoin.create(left, right))));
    }

    @Override
    public Op transform(OpDistinct op, Op sub) {
        return different(sub, op).orElseGet(() -> super.transform(op, sub));
    }

    @Override
    public Op transform(OpReduced op, Op sub) {
        return different(sub, op).orElseGet(() -> super.transform(op, sub));
    }

    private static Optional<Op> different(Op sub, Op op) {
        if (!(sub instanceof OpProject project)) {
            return Optional.empty();
        }
        return whole(project.getSubOp())
                .filter(pattern -> project.getVars().stream().anyMatch(pattern.variables()::contains))
                .filter(pattern -> areResources(pattern, project.getVars()))
                .map(pattern -> RemoteOp.some(pattern, op, project.getVars(), true, Query.NOLIMIT));
    }

    /** Whether variables stand for what is no literal: of literals, stores take some for the same that are not. */
    private static boolean areResources(RemotePattern pattern, List<Var> variables) {
        return variables.stream()
                .allMatch(variable -> !pattern.variables().contains(variable)
                        || pattern.quads().stream()
                                .anyMatch(quad -> quad.getGraph().equals(variable)
                                        || quad.getSubject().equals(variable)
                                        || quad.getPredicate().equals(variable)
                                        || quad.getObject().equals(variable)
                                                && quad.getPredicate().equals(TYPE)));
    }

    @Override
    public Op transform(OpSlice op, Op sub) {
        boolean isBounded = op.getLength() != Query.NOLIMIT;
        var below = sub instanceof OpProject project ? project.getSubOp() : sub;
        var pattern = whole(below).filter(p -> isBounded && !p.variables().isEmpty());
        if (pattern.isEmpty()) {
            return super.transform(op, sub);
        }
        long most = op.getLength() + (op.getStart() == Query.NOLIMIT ? 0 : op.getStart());
        boolean isDistinct = countsTwice && pattern.get().isOfDefault();
        var some = RemoteOp.some(pattern.get(), below, pattern.get().variables(), isDistinct, most);
        return super.transform(op, sub instanceof OpProject project ? new OpProject(some, project.getVars()) : some);
    }

    @Override
    public Op transform(OpGroup op, Op sub) {
        var pattern = whole(sub).filter(p -> !countsTwice || !p.isOfDefault());
        var by = op.getGroupVars();
        if (pattern.isEmpty()
                || !by.getExprs().isEmpty()
                || !pattern.get().variables().containsAll(by.getVars())
                || !areResources(pattern.get(), by.getVars())) {
            return super.transform(op, sub);
        }
        Map<Var, Aggregator> counts = new LinkedHashMap<>();
        for (var aggregator : op.getAggregators()) {
            if (!isCount(aggregator.getAggregator(), pattern.get())) {
                return super.transform(op, sub);
            }
            counts.put(aggregator.getVar(), aggregator.getAggregator());
        }
        return counts.isEmpty()
                ? super.transform(op, sub)
                : RemoteOp.counts(pattern.get(), OpGroup.create(sub, by, op.getAggregators()), by.getVars(), counts);
    }

    private static boolean isCount(Aggregator aggregator, RemotePattern pattern) {
        return switch (aggregator) {
            case AggCount all -> true;
            case AggCountVar one -> isOf(one.getExprList(), pattern);
            case AggCountVarDistinct different ->
                isOf(different.getExprList(), pattern)
                        && areResources(
                                pattern, List.of(different.getExprList().get(0).asVar()));
            default -> false;
        };
    }

    private static boolean isOf(ExprList counted, RemotePattern pattern) {
        return counted.size() == 1
                && counted.get(0).isVariable()
                && pattern.variables().contains(counted.get(0).asVar());
    }

    private static Optional<RemotePattern> whole(Op op) {
        return op instanceof RemoteOp remote ? remote.whole() : Optional.empty();
    }
}
