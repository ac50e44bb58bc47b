package org.banggiao.publish.sparql;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.StoreProblem;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.settings.PublishSettings.Limits;
import org.banggiao.store.LimitExceededException;
import org.banggiao.store.RemoteFailure;
import org.banggiao.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs queries for the pages, under the rules and limits of the endpoint. */
public final class QueryRunner {
    private static final Logger LOG = LoggerFactory.getLogger(QueryRunner.class);

    private final Limits limits;
    private final QueryGuard guard;
    private final Admission admission;

    public QueryRunner(PublishSettings settings, QueryExtension extension, Admission admission) {
        this.admission = admission;
        this.limits = settings.limits();
        this.guard = new QueryGuard(settings.baseIri(), extension);
    }

    /**
     * Runs a query to its end, or until there is enough.
     *
     * @param client the address of who asks
     * @param most rows or triples that are wanted
     */
    public BoundedAnswer run(String text, String client, Store store, int most) {
        try {
            var query = query(text, store);
            try (var its = admission.client(client);
                    var place = admission.query();
                    var exec = store.query(query, limits.forQuery())) {
                return read(query, exec, most);
            }
        } catch (Refusal refusal) {
            return new BoundedAnswer.Refused(refusal.problem());
        } catch (QueryCancelledException e) {
            return new BoundedAnswer.Refused(
                    Refusal.timeOver(limits.queryTime().toSeconds()).problem());
        } catch (LimitExceededException e) {
            return new BoundedAnswer.Refused(
                    Refusal.limitExceeded(String.valueOf(e.getMessage())).problem());
        } catch (StackOverflowError e) {
            return new BoundedAnswer.Refused(Refusal.tooDeep().problem());
        } catch (QueryDeniedException e) {
            return new BoundedAnswer.Refused(Refusal.service().problem());
        } catch (RemoteFailure e) {
            LOG.warn("{} {}", e.kind(), e.getMessage());
            return new BoundedAnswer.Refused(StoreProblem.of(e));
        }
    }

    private Query query(String text, Store store) {
        if (text.length() > limits.queryLength()) {
            throw Refusal.tooLarge(
                    413,
                    "A query may have " + limits.queryLength() + " characters here; this one has " + text.length()
                            + ".");
        }
        return guard.query(QueryRequest.of(text, Optional.empty()), store);
    }

    /**
     * What one knows of a query without running it.
     *
     * @param isOrdered whether it gives an order of rows
     * @param isSame whether it gives the same each time on the same data
     * @param plan its algebra as the engine takes it, before the order of patterns is chosen by counts
     */
    public record Reading(boolean isOrdered, boolean isSame, String plan) {}

    /** Either what a query is, or why it is not taken. */
    public sealed interface Read {
        /** It is one that may run. */
        record Sound(Reading reading) implements Read {}

        /** It is not, or may not run. */
        record Refused(Problem problem) implements Read {}
    }

    /** Reads a query and looks whether it may run, without running it. */
    public Read read(String text, Store store) {
        try {
            var query = query(text, store);
            var facts = CheckedQuery.Facts.of(query, query.toString(), List.of());
            return new Read.Sound(new Reading(query.hasOrderBy(), facts.isSame(), QueryJournal.plan(query)));
        } catch (Refusal refusal) {
            return new Read.Refused(refusal.problem());
        } catch (StackOverflowError e) {
            return new Read.Refused(Refusal.tooDeep().problem());
        }
    }

    private static BoundedAnswer read(Query query, QueryExec exec, int most) {
        if (query.isAskType()) {
            return new BoundedAnswer.Truth(exec.ask());
        }
        if (!query.isSelectType()) {
            return triples(query.isConstructType() ? exec.constructTriples() : exec.describeTriples(), most);
        }
        var rowSet = exec.select();
        var variables = rowSet.getResultVars();
        var rows = new ArrayList<Map<String, Node>>();
        while (rows.size() < most && rowSet.hasNext()) {
            var binding = rowSet.next();
            var row = new LinkedHashMap<String, Node>();
            for (Var variable : variables) {
                var value = binding.get(variable);
                if (value != null) {
                    row.put(variable.getVarName(), value);
                }
            }
            rows.add(row);
        }
        return new BoundedAnswer.Rows(variables.stream().map(Var::getVarName).toList(), rows, rowSet.hasNext());
    }

    private static BoundedAnswer triples(Iterator<Triple> all, int most) {
        var triples = new ArrayList<Triple>();
        while (triples.size() < most && all.hasNext()) {
            triples.add(all.next());
        }
        return new BoundedAnswer.Triples(triples, all.hasNext());
    }
}
