package org.banggiao.publish.sparql;

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
    private boolean found;

    private ServiceCalls() {}

    static boolean in(Query query) {
        if (query.getQueryPattern() == null) {
            return false;
        }
        var calls = new ServiceCalls();
        calls.walk(Algebra.compile(query));
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
        found = true;
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
