package org.banggiao.publish.sparql;

import java.util.ArrayList;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.update.UpdateFactory;
import org.banggiao.store.Store;

/** Turns the text of a request into a query that may run here, or says why it may not. */
final class QueryGuard {
    private final String baseIri;

    QueryGuard(String baseIri) {
        this.baseIri = baseIri;
    }

    /**
     * Parses strict SPARQL 1.1, so that what runs here runs on any store, and sets the dataset of the protocol, which wins
     * over the one of the query (SPARQL 1.1 Protocol, section 2.1.4).
     *
     * @throws Refusal if it is not SPARQL, or asks for what is not here
     */
    Query query(QueryRequest request, Store store) {
        var query = parse(request.text());
        if (!request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty()) {
            query.getGraphURIs().clear();
            query.getNamedGraphURIs().clear();
            request.defaultGraphs().forEach(query::addGraphURI);
            request.namedGraphs().forEach(query::addNamedGraphURI);
        }
        checkGraphs(query, store);
        checkServices(query);
        return query;
    }

    private Query parse(String text) {
        try {
            return QueryFactory.create(text, baseIri, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            if (isUpdate(text)) {
                throw Refusal.readOnly(400);
            }
            throw Refusal.syntax(SyntaxMessage.of(e));
        } catch (QueryException e) {
            throw Refusal.syntax(new SyntaxMessage(-1, -1, e.getMessage() + "."));
        }
    }

    private boolean isUpdate(String text) {
        try {
            return !UpdateFactory.create(text, baseIri, Syntax.syntaxSPARQL_11)
                    .getOperations()
                    .isEmpty();
        } catch (QueryException e) {
            return false;
        }
    }

    private static void checkGraphs(Query query, Store store) {
        var unknown = new ArrayList<>(query.getGraphURIs());
        unknown.addAll(query.getNamedGraphURIs());
        unknown.removeAll(store.graphs());
        if (!unknown.isEmpty()) {
            throw Refusal.badRequest(
                    "There is no graph <" + unknown.getFirst() + "> in this dataset, and none is fetched."
                            + " The graphs here: SELECT DISTINCT ?g { GRAPH ?g { } }");
        }
    }

    private static void checkServices(Query query) {
        if (ServiceCalls.in(query)) {
            throw Refusal.service();
        }
    }
}
