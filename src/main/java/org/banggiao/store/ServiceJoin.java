package org.banggiao.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.util.Context;

/**
 * Joins rows with those that other endpoints give, for one query: blocks of rows are sent along as {@code VALUES} (SPARQL 1.1
 * Federated Query, section 2.4), and what comes back is joined here once more, so that nothing depends on the endpoint's taking them
 * into account.
 */
final class ServiceJoin {
    private static final int BLOCK = 50;

    private final ServiceCaller caller;
    private int calls;
    private int rows;

    private ServiceJoin(ServiceCaller caller) {
        this.caller = caller;
    }

    /** Lets a query call endpoints by this. The engine's own way to call stays closed. */
    static void allow(ServiceCaller caller, Context context) {
        var join = new ServiceJoin(caller);
        var registry = new ServiceExecutorRegistry();
        registry.addBulkLink((service, input, execution, chain) -> join.join(service, input, execution));
        context.set(ARQConstants.registryServiceExecutors, registry);
    }

    private QueryIterator join(OpService service, QueryIterator input, ExecutionContext execution) {
        var node = service.getService();
        // Queries are looked at before they run: this is for what slips through, and SILENT does not hide it.
        if (!node.isURI() || !caller.addresses().contains(node.getURI())) {
            throw new QueryDeniedException("SERVICE " + node);
        }
        return new Joined(service, input, execution);
    }

    private List<Binding> ask(String address, Query query) {
        calls++;
        if (calls > caller.mostCalls()) {
            throw new LimitExceededException(
                    "The query calls other endpoints more than " + caller.mostCalls() + " times.");
        }
        var found = caller.rows(address, query);
        rows += found.size();
        if (rows > caller.mostRows()) {
            throw new LimitExceededException(
                    "The query gets more than " + caller.mostRows() + " rows of other endpoints.");
        }
        return found;
    }

    /** Rows joined with those of one endpoint, block by block. */
    private final class Joined extends QueryIter1 {
        private final String address;
        private final boolean isSilent;
        private final Query pattern;
        /** What variables are called here, by their names there: the engine renames those of inner queries. */
        private final Map<Var, Var> here = new HashMap<>();

        private final Queue<Binding> ready = new ArrayDeque<>();

        Joined(OpService service, QueryIterator input, ExecutionContext execution) {
            super(input, execution);
            address = service.getService().getURI();
            isSilent = service.getSilent();
            pattern = OpAsQuery.asQuery(Rename.reverseVarRename(service.getSubOp(), true));
            for (var variable : OpVars.visibleVars(service.getSubOp())) {
                var name = variable.getVarName();
                here.put(Var.alloc(name.substring(name.lastIndexOf('/') + 1)), variable);
            }
        }

        @Override
        protected boolean hasNextBinding() {
            while (ready.isEmpty() && getInput().hasNext()) {
                var block = new ArrayList<Binding>();
                while (block.size() < BLOCK && getInput().hasNext()) {
                    block.add(getInput().next());
                }
                join(block);
            }
            return !ready.isEmpty();
        }

        private void join(List<Binding> block) {
            List<Binding> found;
            try {
                found = ask(address, query(block));
            } catch (ServiceFailure e) {
                if (!isSilent) {
                    throw e;
                }
                ready.addAll(block);
                return;
            }
            var theirs = found.stream().map(this::renamed).toList();
            for (var ours : block) {
                for (var their : theirs) {
                    var joined = Algebra.merge(ours, their);
                    if (joined != null) {
                        ready.add(joined);
                    }
                }
            }
        }

        private Binding renamed(Binding row) {
            var builder = BindingFactory.builder();
            row.forEach((variable, value) -> {
                var name = here.get(variable);
                if (name != null) {
                    builder.add(name, value);
                }
            });
            return builder.build();
        }

        /** The pattern with the values of a block. Blank nodes have no name elsewhere: they join with nothing afterwards. */
        private Query query(List<Binding> block) {
            var values = new LinkedHashSet<Binding>();
            var variables = new LinkedHashSet<Var>();
            for (var ours : block) {
                var builder = BindingFactory.builder();
                here.forEach((there, name) -> {
                    var value = ours.get(name);
                    if (value != null && !value.isBlank()) {
                        builder.add(there, value);
                        variables.add(there);
                    }
                });
                values.add(builder.build());
            }
            var group = new ElementGroup();
            // A row without values leaves all open; then the others are no help.
            if (!variables.isEmpty() && values.stream().noneMatch(Binding::isEmpty)) {
                group.addElement(new ElementData(List.copyOf(variables), List.copyOf(values)));
            }
            group.addElement(element());
            var query = QueryFactory.create();
            query.setQuerySelectType();
            query.setQueryResultStar(true);
            query.setQueryPattern(group);
            query.resetResultVars();
            return query;
        }

        private Element element() {
            boolean isPlain = pattern.isQueryResultStar()
                    && !pattern.isDistinct()
                    && !pattern.isReduced()
                    && !pattern.hasLimit()
                    && !pattern.hasOffset()
                    && !pattern.hasOrderBy()
                    && !pattern.hasGroupBy()
                    && !pattern.hasHaving()
                    && !pattern.hasAggregators()
                    && !pattern.hasValues();
            return isPlain ? pattern.getQueryPattern() : new ElementSubQuery(pattern);
        }

        @Override
        protected Binding moveToNextBinding() {
            return ready.remove();
        }

        @Override
        protected void requestSubCancel() {
            // A call ends within its own time.
        }

        @Override
        protected void closeSubIterator() {
            ready.clear();
        }
    }
}
