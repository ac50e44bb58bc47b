package org.banggiao.store;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.optimize.ExprTransformApplyTransform;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;

/**
 * Evaluates a query here over a remote store that is asked for matches of patterns only ({@link RemoteParts}): for stores that take parts
 * of SPARQL otherwise than it is written.
 */
final class RemoteEngine extends QueryEngineMain {
    private static final QueryEngineRegistry ENGINES = new QueryEngineRegistry();

    static {
        ENGINES.add(new Factory());
    }

    private final boolean isAsk;

    private RemoteEngine(Query query, DatasetGraph dataset, Binding input, Context context) {
        super(query, dataset, input, context);
        this.isAsk = query.isAskType();
    }

    /** Prepares a query; its time begins now. */
    static QueryExec prepare(
            RemoteEndpoint endpoint, RemoteDataset dataset, Statistics statistics, Query query, QueryLimits limits) {
        var session = new RemoteSession(endpoint, limits);
        var deadline = new Deadline(limits.time(), session::stop);
        try {
            var context = ARQ.getContext().copy();
            Sandbox.apply(context);
            if (!query.hasDatasetDescription()) {
                new CountedGroups(statistics).apply(context);
            }
            // What is asked at once is joined there.
            context.set(ARQ.optFilterPlacementBGP, false);
            context.set(ARQConstants.symCancelQuery, deadline.signal());
            QueryEngineRegistry.set(context, ENGINES);
            QC.setFactory(context, BatchExecutor::new);
            var exec = QueryExec.newBuilder()
                    .dataset(new RemoteGraphs(dataset, session, statistics))
                    .query(query.isDescribeType() ? RemoteDataset.construct(query) : query)
                    .context(context)
                    .build();
            return new TransactionalExec(exec, () -> stop(deadline.signal(), session), () -> {
                deadline.close();
                session.close();
            });
        } catch (RuntimeException | Error e) {
            deadline.close();
            throw e;
        }
    }

    private static void stop(AtomicBoolean signal, RemoteSession session) {
        signal.set(true);
        session.stop();
    }

    @Override
    protected Op modifyOp(Op op) {
        var quads = Algebra.toQuadForm(super.modifyOp(isAsk ? new OpSlice(op, Query.NOLIMIT, 1) : op));
        var parts = new RemoteParts(((RemoteGraphs) dataset).dataset().countsTwice());
        return Transformer.transform(parts, new ExprTransformApplyTransform(parts, null, null), quads);
    }

    @Override
    protected DatasetGraph dynamicDataset(DatasetDescription description, DatasetGraph all, boolean isUnion) {
        return ((RemoteGraphs) all).of(description.getDefaultGraphURIs(), description.getNamedGraphURIs());
    }

    private static final class Factory implements QueryEngineFactory {
        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return dataset instanceof RemoteGraphs;
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            return new RemoteEngine(query, dataset, input, context).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return false;
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            throw new UnsupportedOperationException("queries only");
        }
    }
}
