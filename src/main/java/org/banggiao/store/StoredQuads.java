package org.banggiao.store;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.banggiao.issue.FaultException;
import org.banggiao.issue.Location;

/** All quads of any store, one after the other, to be copied. */
public final class StoredQuads {
    private static final QueryLimits A_DAY = new QueryLimits(Duration.ofDays(1));
    private static final Var S = Var.alloc("s");
    private static final Var P = Var.alloc("p");
    private static final Var O = Var.alloc("o");

    private StoredQuads() {}

    /**
     * Hands over each quad of the named graphs, graph by graph.
     *
     * @throws IOException if the action does
     * @throws FaultException if the store is another server, and fails or gives only a part
     */
    public static void forEach(Store store, Action action) throws IOException {
        try {
            all(store, action);
        } catch (RemoteFailure | LimitExceededException | QueryCancelledException e) {
            throw new FaultException(
                    StoreIssue.REMOTE_FAILS,
                    Location.of(store.release().id()),
                    "The store could not be read to its end: "
                            + (e.getMessage() == null ? "it took a day." : e.getMessage()),
                    e);
        }
    }

    /** Takes a quad. */
    @FunctionalInterface
    public interface Action {
        void take(Quad quad) throws IOException;
    }

    private static void all(Store store, Action action) throws IOException {
        for (var name : store.graphs()) {
            var graph = NodeFactory.createURI(name);
            try (QueryExec exec = store.query(of(graph), A_DAY)) {
                var rows = exec.select();
                while (rows.hasNext()) {
                    var row = rows.next();
                    action.take(new Quad(
                            graph,
                            Objects.requireNonNull(row.get(S)),
                            Objects.requireNonNull(row.get(P)),
                            Objects.requireNonNull(row.get(O))));
                }
            }
        }
    }

    private static Query of(Node graph) {
        var query = QueryFactory.create("SELECT ?s ?p ?o { ?s ?p ?o }");
        var inGraph = new ElementGroup();
        inGraph.addElement(new ElementNamedGraph(graph, query.getQueryPattern()));
        query.setQueryPattern(inGraph);
        return query;
    }
}
