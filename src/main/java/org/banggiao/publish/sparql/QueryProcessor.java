package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.RequestId;
import org.banggiao.publish.http.StoreLease;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.settings.PublishSettings.Limits;
import org.banggiao.store.ServiceCaller;
import org.banggiao.store.Store;

/** Answers what Fuseki's dispatch sends to {@code /sparql}, from the store of the request or of the release that it names. */
final class QueryProcessor extends ActionService {
    /** Of the bytes for answers, so many for each byte for what is known of queries. */
    private static final int SHARE_OF_QUERIES = 8;

    private final Limits limits;
    private final Admission admission;
    private final QueryAnswers answers;
    private final QueryJournal journal;
    private final KnownQueries queries;
    private final GraphReader graphs;
    private final OpenReleases releases;
    private final Supplier<SelfDescription> description;
    private final Failures failures;

    QueryProcessor(
            PublishSettings settings,
            QueryExtension extension,
            Admission admission,
            QueryAnswers answers,
            QueryJournal journal,
            GraphReader graphs,
            OpenReleases releases,
            ServiceCaller services,
            Supplier<SelfDescription> description) {
        this.admission = admission;
        this.answers = answers;
        this.journal = journal;
        this.limits = settings.limits();
        this.queries = new KnownQueries(
                new QueryGuard(settings.baseIri(), extension, services),
                settings.limits().cacheSize() / SHARE_OF_QUERIES);
        this.graphs = graphs;
        this.releases = releases;
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
        var entry = journal.begin(RequestId.of(request));
        try {
            answer(entry, request, response);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            entry.ends(failures.tell(e, request, response));
        } finally {
            entry.close();
        }
    }

    private void answer(QueryJournal.Entry entry, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", Failures.METHODS);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        var store = StoreLease.storeOf(request);
        try (var place = admission.client(ClientAddress.of(request))) {
            var asked = EndpointRequest.of(request, limits);
            if (asked.release().isEmpty()) {
                answer(asked, entry, store, request, response);
                return;
            }
            try (var lease = releases.lease(asked.release().get(), store)) {
                answer(asked, entry, lease.store(), request, response);
            }
        }
    }

    private void answer(
            EndpointRequest any,
            QueryJournal.Entry entry,
            Store store,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader("Banggiao-Release", store.release().id());
        switch (any) {
            case QueryRequest asked -> answer(asked, entry, store, request, response);
            case GraphRequest asked -> graphs.send(asked, Problem.accept(request), store, request, response);
            case DescriptionRequest asked ->
                description.get().send(asked.format(), asked.release(), store, request, response);
        }
    }

    private void answer(
            QueryRequest asked,
            QueryJournal.Entry entry,
            Store store,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var query = queries.check(asked, store);
        entry.asks(query);
        var offer = ResultFormat.chosen(asked.format(), Problem.accept(request), query.kind());
        var tag = AnswerHead.tag(query.facts(), offer, store.state());
        var hints = query.facts().hints();
        if (!hints.isEmpty()) {
            response.setHeader("Banggiao-Hint", String.join(" ", hints).replaceAll("[^\\x20-\\x7e]", "?"));
        }
        if (AnswerHead.send(tag, offer, asked.release().isPresent(), request, response)) {
            boolean isKnown = answers.send(query, offer, store, request, response);
            entry.ends(isKnown ? "cached" : "ok");
        } else {
            entry.ends("unchanged");
        }
    }
}
