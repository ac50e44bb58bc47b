package org.banggiao.publish.sparql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** Finds {@code SERVICE} wherever it may stand in a query, also inside expressions. */
final class ServiceCalls extends OpVisitorBase {
    private final List<OpService> found = new ArrayList<>();

    private ServiceCalls() {}

    static boolean in(Query query) {
        return !of(query).isEmpty();
    }

    /** Why a query calls what may not be called; empty where it does not. What another endpoint is sent calls nobody. */
    static Optional<String> fault(Query query, Collection<String> allowed) {
        for (var service : of(query)) {
            var node = service.getService();
            if (!node.isURI()) {
                return Optional.of("SERVICE needs the address of an endpoint here, and no variable.");
            }
            if (!allowed.contains(node.getURI())) {
                return Optional.of("SERVICE <" + node.getURI() + "> is not allowed.");
            }
            var inner = new ServiceCalls();
            inner.walk(service.getSubOp());
            if (!inner.found.isEmpty()) {
                return Optional.of("SERVICE is not allowed inside SERVICE.");
            }
        }
        return Optional.empty();
    }

    private static List<OpService> of(Query query) {
        var calls = new ServiceCalls();
        if (query.getQueryPattern() != null) {
            calls.walk(Algebra.compile(query));
        }
        return calls.found;
    }

    private void walk(Op op) {
        Walker.walk(op, this, new ExprVisitorBase());
    }

    private void walk(Expr expr) {
        Walker.walk(expr, this, new ExprVisitorBase());
    }

    @Override
    public void visit(OpService service) {
        found.add(service);
    }

    /** The engine's walk leaves out what is sorted by. */
    @Override
    public void visit(OpOrder order) {
        order.getConditions().forEach(condition -> walk(condition.getExpression()));
    }

    /** The engine's walk leaves out what is grouped by and what is aggregated. */
    @Override
    public void visit(OpGroup group) {
        group.getGroupVars().forEachExpr((variable, expr) -> walk(expr));
        group.getAggregators().forEach(aggregator -> {
            var arguments = aggregator.getAggregator().getExprList();
            if (arguments != null) {
                arguments.forEach(this::walk);
            }
        });
    }
}
