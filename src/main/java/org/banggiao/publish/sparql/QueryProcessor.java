package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.banggiao.publish.http.Accept;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.StoreLease;
import org.banggiao.publish.settings.PublishSettings.Limits;
import org.banggiao.publish.sparql.ResultFormat.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what Fuseki's dispatch sends to {@code /sparql}, from the store of the request. */
final class QueryProcessor extends ActionService {
    private static final Logger LOG = LoggerFactory.getLogger(QueryProcessor.class);
    /** Bytes of an answer that are held back, so that a failure on the way there can still be told with its status. */
    private static final int HELD_BACK = 64 * 1024;

    private final Limits limits;
    private final QueryGuard guard;

    QueryProcessor(String baseIri, Limits limits) {
        this.limits = limits;
        this.guard = new QueryGuard(baseIri);
    }

    @Override
    public void process(HttpAction action) {
        executeLifecycle(action);
    }

    @Override
    public void validate(HttpAction action) {
        // Reading the request and checking it is one step: see execute.
    }

    @Override
    public void execute(HttpAction action) {
        var request = action.getRequest();
        var response = action.getResponse();
        try {
            answer(request, response);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            fail(e, request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        var store = StoreLease.storeOf(request);
        var asked = QueryRequest.of(request, limits);
        var query = guard.query(asked, store);
        var offer = offer(asked, query, Problem.accept(request));
        try (var exec = store.query(query, limits.forQuery())) {
            response.setBufferSize(HELD_BACK);
            response.setStatus(HttpServletResponse.SC_OK);
            response.setHeader("Vary", "Accept");
            response.setContentType(offer.contentType());
            if (!request.getMethod().equals("HEAD")) {
                ResultWriter.write(exec, query, offer.format(), new HeldBack(response.getOutputStream()));
            }
        }
    }

    private static ResultFormat.Offer offer(QueryRequest asked, Query query, String accept) {
        var kind = query.isSelectType() || query.isAskType() ? Kind.ROWS : Kind.GRAPH;
        var offer = asked.format().isPresent()
                ? ResultFormat.named(asked.format().get(), kind)
                : ResultFormat.accepted(Accept.parse(accept), kind);
        return offer.orElseThrow(() -> Refusal.notAcceptable("The results of "
                + (kind == Kind.ROWS ? "SELECT and ASK" : "CONSTRUCT and DESCRIBE") + " come as "
                + ResultFormat.list(kind) + ". Choose one by Accept or ?format=."));
    }

    private void fail(Throwable failure, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            breakOff(failure, request);
            return;
        }
        try {
            var problem = problem(failure);
            if (problem.status() == 405) {
                response.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
            }
            problem.write(request, response);
        } catch (IOException e) {
            breakOff(e, request);
        }
    }

    /** Part of the answer has gone out: all that is left is to let the client see that it is not the whole. */
    private void breakOff(Throwable failure, HttpServletRequest request) {
        SparqlFilter.broken(request);
        switch (failure) {
            case QueryCancelledException cancelled ->
                LOG.info(
                        "An answer was broken off: its query had run for {} s",
                        limits.queryTime().toSeconds());
            case IOException gone -> LOG.debug("An answer was broken off: the client has gone", gone);
            case RuntimeIOException gone -> LOG.debug("An answer was broken off: the client has gone", gone);
            default -> LOG.error("An answer was broken off", failure);
        }
    }

    private Problem problem(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal.problem();
            case QueryCancelledException cancelled ->
                Refusal.timeOver(limits.queryTime().toSeconds()).problem();
            case QueryDeniedException denied -> Refusal.service().problem();
            default -> {
                LOG.error("a query failed", failure);
                yield new Problem(
                        500, "internal", "The service failed", "This is a fault of the service; its log tells more.");
            }
        };
    }
}
