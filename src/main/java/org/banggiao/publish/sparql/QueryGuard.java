package org.banggiao.publish.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.update.UpdateFactory;
import org.banggiao.store.ServiceCaller;
import org.banggiao.store.Store;

/** Turns the text of a request into a query that may run here, or says why it may not. */
final class QueryGuard {
    private final String baseIri;
    private final Hints hints;
    private final QueryExtension extension;
    private final ServiceCaller services;

    /** Lets no query call other endpoints. */
    QueryGuard(String baseIri, QueryExtension extension) {
        this(baseIri, extension, ServiceCaller.NONE);
    }

    /** Lets queries call the endpoints that may be. */
    QueryGuard(String baseIri, QueryExtension extension, ServiceCaller services) {
        this.baseIri = baseIri;
        this.extension = extension;
        this.services = services;
        this.hints = new Hints(baseIri);
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
        try {
            return extension.expand(query, store);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** What may be wrong with a query that is SPARQL; it is written with whole IRIs. */
    List<String> hints(String bare, Store store) {
        return hints.ofTerms(bare, store);
    }

    private Query parse(String text) {
        try {
            return QueryFactory.create(text, baseIri, Syntax.syntaxSPARQL_11);
        } catch (QueryException e) {
            if (e.getCause() instanceof StackOverflowError) {
                throw Refusal.tooDeep();
            }
            throw refusal(e, text);
        }
    }

    Refusal refusal(QueryException failure, String text) {
        if (failure instanceof QueryParseException e) {
            if (isUpdate(text)) {
                return Refusal.readOnly(400);
            }
            var message = SyntaxMessage.of(e, text);
            return Refusal.syntax(message, hints.ofSyntax(message.text()));
        }
        return Refusal.syntax(new SyntaxMessage(-1, -1, failure.getMessage() + "."), Optional.empty());
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

    private void checkServices(Query query) {
        var allowed = services.addresses();
        if (allowed.isEmpty()) {
            if (ServiceCalls.in(query)) {
                throw Refusal.service();
            }
            return;
        }
        ServiceCalls.fault(query, allowed).ifPresent(why -> {
            throw Refusal.service(why + " These may be called: " + String.join(", ", allowed) + ".");
        });
    }
}
