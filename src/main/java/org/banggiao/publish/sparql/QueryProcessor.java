package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.StoreLease;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.settings.PublishSettings.Limits;
import org.banggiao.publish.sparql.ResultFormat.Kind;
import org.banggiao.store.Store;

/** Answers what Fuseki's dispatch sends to {@code /sparql}, from the store of the request. */
final class QueryProcessor extends ActionService {
    private final Limits limits;
    private final QueryGuard guard;
    private final GraphReader graphs;
    private final Supplier<SelfDescription> description;
    private final Failures failures;

    QueryProcessor(PublishSettings settings, GraphReader graphs, Supplier<SelfDescription> description) {
        this.limits = settings.limits();
        this.guard = new QueryGuard(settings.baseIri());
        this.graphs = graphs;
        this.description = description;
        this.failures = new Failures(limits);
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
            failures.tell(e, request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", Failures.METHODS);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        var store = StoreLease.storeOf(request);
        switch (EndpointRequest.of(request, limits)) {
            case QueryRequest asked -> answer(asked, store, request, response);
            case GraphRequest asked -> graphs.send(asked, Problem.accept(request), store, request, response);
            case DescriptionRequest asked -> description.get().send(asked.format(), store, request, response);
        }
    }

    private void answer(QueryRequest asked, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var query = guard.query(asked, store);
        var kind = query.isSelectType() || query.isAskType() ? Kind.ROWS : Kind.GRAPH;
        var offer = ResultFormat.chosen(asked.format(), Problem.accept(request), kind);
        var tag = AnswerHead.tag(query, offer, store.release().id());
        if (AnswerHead.send(tag, offer, request, response)) {
            try (var exec = store.query(query, limits.forQuery())) {
                ResultWriter.write(exec, query, offer.format(), new HeldBack(response.getOutputStream()));
            }
        }
    }
}
