package org.banggiao.publish.federation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.vocabulary.XSD;

/**
 * What a federated query may not do: the engine evaluates some of it here, without the bounds that our own store puts to regular
 * expressions and to functions that make texts grow.
 */
final class QueryBounds extends OpVisitorBase {
    /** Arguments of calls that make a text longer: few enough that texts cannot grow beyond measure, however they are nested. */
    private static final int MOST_JOINED = 16;

    /** A group that repeats, a reference back, or a repetition after another one: what may take time beyond measure. */
    private static final Pattern HARD = Pattern.compile("\\)[*+{?]|\\\\[1-9k]|[*+}].*[*+{]", Pattern.DOTALL);

    private Optional<String> fault = Optional.empty();
    private int joined;

    private QueryBounds() {}

    /** Why a query is not taken; empty where it is. */
    static Optional<String> fault(Query query) {
        if (query.isDescribeType()) {
            return Optional.of("DESCRIBE is not offered over a federation: ask for triples by CONSTRUCT.");
        }
        var bounds = new QueryBounds();
        bounds.walk(Algebra.compile(query));
        return bounds.joined > MOST_JOINED
                ? Optional.of("CONCAT, REPLACE and GROUP_CONCAT may have " + MOST_JOINED + " arguments together here.")
                : bounds.fault;
    }

    private void walk(Op op) {
        Walker.walk(op, this, new Functions());
    }

    private void walk(Expr expr) {
        Walker.walk(expr, this, new Functions());
    }

    @Override
    public void visit(OpGraph graph) {
        fault = Optional.of("A federation has no graphs of its own: leave out GRAPH, or ask the member itself.");
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
            var what = aggregator.getAggregator();
            if (what instanceof AggGroupConcat || what instanceof AggGroupConcatDistinct) {
                joined += MOST_JOINED / 2;
            }
            var arguments = what.getExprList();
            if (arguments != null) {
                arguments.forEach(this::walk);
            }
        });
    }

    /** Looks at the calls of functions. */
    private final class Functions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunctionN call) {
            if (call instanceof E_StrConcat || call instanceof E_StrReplace) {
                joined += call.numArgs();
            }
            if (call instanceof E_Regex || call instanceof E_StrReplace) {
                checkPattern(call.getArg(2));
            }
            if (call instanceof E_Function function
                    && !String.valueOf(function.getFunctionIRI()).startsWith(XSD.getURI())) {
                fault = Optional.of(
                        "The function <" + function.getFunctionIRI() + "> is not offered over a federation.");
            }
        }

        private void checkPattern(Expr pattern) {
            if (!pattern.isConstant()
                    || HARD.matcher(pattern.getConstant().asString()).find()) {
                fault = Optional.of("A regular expression is a constant with one repetition at most here, and none of a"
                        + " group. Ask for less by CONTAINS, STRSTARTS or STRENDS, or ask the member itself.");
            }
        }
    }
}
