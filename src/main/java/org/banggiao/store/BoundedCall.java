package org.banggiao.store;

import java.util.List;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/** A call of a bounded function, in the place of the engine's own call. */
final class BoundedCall extends ExprFunctionN {
    /** Puts bounded calls in the place of others before the engine does anything with a query. */
    static final RewriteFactory REWRITE = context -> {
        var next = Optimize.stdOptimizationFactory.create(context);
        return op -> next.rewrite(bounded(op));
    };

    private final BoundedText function;
    private BoundedText.@Nullable Session session;

    private BoundedCall(BoundedText function, String symbol, ExprList arguments) {
        super(symbol, arguments);
        this.function = function;
    }

    /** What stands in SERVICE is not for this engine: it is sent as it was written. */
    private static Op bounded(Op op) {
        return Transformer.transformSkipService(new TransformCopy(), new Replacement(), op);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments, @Nullable FunctionEnv env) {
        if (env == null) {
            // Before the query runs, nothing would end the work.
            throw new ExprEvalException("not before the query runs");
        }
        var now = session;
        if (now == null || !now.isOf(env)) {
            now = new BoundedText.Session(env);
            session = now;
        }
        return function.apply(arguments, now);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        throw new ExprEvalException("not before the query runs");
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedCall(function, getFunctionSymbol().getSymbol(), arguments);
    }

    /** The function under an IRI of its own. */
    static Function function(BoundedText bounded) {
        return new Function() {
            private BoundedText.@Nullable Session session;

            @Override
            public void build(String iri, ExprList arguments, Context context) {
                int least = bounded == BoundedText.REPLACE ? 3 : 2;
                if (arguments.size() < least || (bounded != BoundedText.CONCAT_ANY && arguments.size() > least + 1)) {
                    throw new QueryBuildException("<" + iri + "> does not take " + arguments.size() + " arguments");
                }
            }

            @Override
            public NodeValue exec(Binding binding, ExprList arguments, String iri, FunctionEnv env) {
                var now = session;
                if (now == null || !now.isOf(env)) {
                    now = new BoundedText.Session(env);
                    session = now;
                }
                var values = arguments.getList().stream()
                        .map(argument -> argument.eval(binding, env))
                        .toList();
                return bounded.apply(values, now);
            }
        };
    }

    private static final class Replacement extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunctionN call, ExprList arguments) {
            var function = switch (call) {
                case E_Regex regex -> BoundedText.MATCHES;
                case E_StrReplace replace -> BoundedText.REPLACE;
                case E_StrConcat concat -> BoundedText.CONCAT;
                default -> null;
            };
            return function == null
                    ? super.transform(call, arguments)
                    : new BoundedCall(function, call.getFunctionSymbol().getSymbol(), arguments);
        }
    }
}
