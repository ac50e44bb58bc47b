package org.banggiao.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDatasetNames;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterAssign;
import org.apache.jena.sparql.engine.iterator.QueryIterFilterExpr;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/**
 * Runs OPTIONAL, UNION and EXISTS over many rows at once, where the engine takes row by row: each step may be a request to another server.
 */
final class BatchExecutor extends OpExecutor {
    /** Rows that are taken at once at the beginning: what is wanted may be little. */
    static final int FIRST = 20;

    private static final int MOST = 500;

    BatchExecutor(ExecutionContext context) {
        super(context);
    }

    /** How many rows to take at once after so many. */
    static int next(int batch) {
        return Math.min(batch * 5, MOST);
    }

    @Override
    protected QueryIterator execute(OpConditional optional, QueryIterator input) {
        var right = optional.getRight();
        if (!isByRow(right)) {
            return super.execute(optional, input);
        }
        return batches(exec(optional.getLeft(), input), rows -> {
            var found = found(right, rows);
            var joined = new ArrayList<Binding>();
            for (int i = 0; i < rows.size(); i++) {
                joined.addAll(found.get(i).isEmpty() ? List.of(rows.get(i)) : found.get(i));
            }
            return joined.iterator();
        });
    }

    @Override
    protected QueryIterator execute(OpUnion union, QueryIterator input) {
        return either(flattenUnion(union), input, () -> super.execute(union, input));
    }

    @Override
    protected QueryIterator execute(OpDisjunction union, QueryIterator input) {
        return either(union.getElements(), input, () -> super.execute(union, input));
    }

    private QueryIterator either(List<Op> ways, QueryIterator input, Supplier<QueryIterator> otherwise) {
        if (!ways.stream().allMatch(BatchExecutor::isByRow)) {
            return otherwise.get();
        }
        return batches(input, rows -> Iter.flatMap(ways.iterator(), way -> run(way, rows)));
    }

    @Override
    protected QueryIterator execute(OpFilter filter, QueryIterator input) {
        var result = exec(filter.getSubOp(), input);
        for (var expr : filter.getExprs()) {
            if (!isBatch(expr)) {
                result = new QueryIterFilterExpr(result, expr, execCxt);
            }
        }
        for (var expr : filter.getExprs()) {
            if (isBatch(expr)) {
                var pattern = ((ExprFunctionOp) expr).getGraphPattern();
                boolean isWanted = expr instanceof E_Exists;
                result = batches(result, rows -> {
                    var found = found(pattern, rows).iterator();
                    return rows.stream()
                            .filter(row -> found.next().isEmpty() != isWanted)
                            .iterator();
                });
            }
        }
        return result;
    }

    @Override
    protected QueryIterator execute(OpExtend extend, QueryIterator input) {
        var assigned = extend.getVarExprList();
        if (assigned.getExprs().values().stream().noneMatch(BatchExecutor::isBatch)) {
            return super.execute(extend, input);
        }
        var result = exec(extend.getSubOp(), input);
        for (var variable : assigned.getVars()) {
            var expr = assigned.getExpr(variable);
            if (isBatch(expr)) {
                var pattern = ((ExprFunctionOp) expr).getGraphPattern();
                boolean isWanted = expr instanceof E_Exists;
                result = batches(result, rows -> {
                    var found = found(pattern, rows).iterator();
                    return rows.stream()
                            .map(row -> BindingFactory.binding(
                                    row,
                                    variable,
                                    NodeValue.booleanReturn(found.next().isEmpty() != isWanted)
                                            .asNode()))
                            .iterator();
                });
            } else {
                result = new QueryIterAssign(result, new VarExprList(variable, expr), execCxt, true);
            }
        }
        return result;
    }

    private static boolean isBatch(Expr expr) {
        return (expr instanceof E_Exists || expr instanceof E_NotExists)
                && isByRow(((ExprFunctionOp) expr).getGraphPattern());
    }

    @Override
    protected QueryIterator execute(OpDatasetNames names, QueryIterator input) {
        return exec(new OpGraph(names.getGraphNode(), new OpBGP()), input);
    }

    /** Whether each row that something gives holds the one of the input that it comes from. */
    private static boolean isByRow(Op op) {
        return switch (op) {
            case RemoteOp remote -> remote.whole().isPresent();
            case OpFilter filter -> isByRow(filter.getSubOp());
            case OpExtend extend -> isByRow(extend.getSubOp());
            case OpAssign assign -> isByRow(assign.getSubOp());
            case OpSequence sequence -> sequence.getElements().stream().allMatch(BatchExecutor::isByRow);
            case OpConditional optional -> isByRow(optional.getLeft()) && isByRow(optional.getRight());
            case OpUnion union -> isByRow(union.getLeft()) && isByRow(union.getRight());
            case OpDisjunction union -> union.getElements().stream().allMatch(BatchExecutor::isByRow);
            case OpGraph graph -> graph.getSubOp() instanceof OpPath;
            case OpPath path -> true;
            case OpTable table -> true;
            case OpDatasetNames names -> true;
            default -> false;
        };
    }

    private QueryIterator run(Op op, List<Binding> rows) {
        return QC.execute(op, QueryIterPlainWrapper.create(rows.iterator(), execCxt), execCxt);
    }

    /** What something gives for each of some rows. */
    private List<List<Binding>> found(Op op, List<Binding> rows) {
        var mark = ((RemoteGraphs) execCxt.getDataset()).mark();
        var marked = new ArrayList<Binding>();
        var found = new ArrayList<List<Binding>>();
        for (var row : rows) {
            marked.add(BindingBuilder.create(row)
                    .add(mark, NodeFactoryExtra.intToNode(found.size()))
                    .build());
            found.add(new ArrayList<>());
        }
        run(op, marked).forEachRemaining(result -> {
            var row = BindingBuilder.create();
            result.forEach((variable, node) -> {
                if (!variable.equals(mark)) {
                    row.add(variable, node);
                }
            });
            found.get(((Number) result.get(mark).getLiteralValue()).intValue()).add(row.build());
        });
        return found;
    }

    private QueryIterator batches(QueryIterator input, Function<List<Binding>, Iterator<Binding>> step) {
        return QueryIterPlainWrapper.create(new Batches(input, step), execCxt);
    }

    /** What a step gives for some rows after the other. */
    private static final class Batches implements IteratorCloseable<Binding> {
        private final QueryIterator input;
        private final Function<List<Binding>, Iterator<Binding>> step;
        private Iterator<Binding> ready = Iter.nullIterator();
        private int batch = FIRST;

        Batches(QueryIterator input, Function<List<Binding>, Iterator<Binding>> step) {
            this.input = input;
            this.step = step;
        }

        @Override
        public boolean hasNext() {
            while (!ready.hasNext()) {
                if (!input.hasNext()) {
                    return false;
                }
                var rows = new ArrayList<Binding>();
                while (rows.size() < batch && input.hasNext()) {
                    rows.add(input.next());
                }
                batch = BatchExecutor.next(batch);
                ready = step.apply(rows);
            }
            return true;
        }

        @Override
        public Binding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.next();
        }

        @Override
        public void close() {
            Iter.close(ready);
            input.close();
        }
    }
}
