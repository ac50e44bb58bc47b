package org.banggiao.store;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** Visits all of a query, also what stands inside expressions: the engine's own walk leaves some of it out. */
public abstract class QueryWalk extends OpVisitorBase {
    private final ExprVisitorBase expressions;

    /**
     * Begins nothing yet.
     *
     * @param expressions is shown each expression
     */
    protected QueryWalk(ExprVisitorBase expressions) {
        this.expressions = expressions;
    }

    /** Visits a query; a DESCRIBE without a pattern has nothing to visit. */
    protected final void walk(Query query) {
        if (query.getQueryPattern() != null) {
            walk(Algebra.compile(query));
        }
    }

    /** Visits a part of a query. */
    protected final void walk(Op op) {
        Walker.walk(op, this, expressions);
    }

    private void walk(Expr expr) {
        Walker.walk(expr, this, expressions);
    }

    /** The engine's walk leaves out what is sorted by. */
    @Override
    public final void visit(OpOrder order) {
        order.getConditions().forEach(condition -> walk(condition.getExpression()));
    }

    /** The engine's walk leaves out what is grouped by and what is aggregated. */
    @Override
    public final void visit(OpGroup group) {
        group.getGroupVars().forEachExpr((variable, expr) -> walk(expr));
        group.getAggregators().forEach(aggregator -> {
            var arguments = aggregator.getAggregator().getExprList();
            if (arguments != null) {
                arguments.forEach(this::walk);
            }
        });
    }
}
