package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.ResultFormat.Kind;

/** Reads queries as {@code /sparql} does, within its bounds and places, where something else than a store answers them. */
public final class GuestQueries {
    private final PublishSettings settings;
    private final Admission admission;
    private final Failures failures;

    public GuestQueries(PublishSettings settings, Admission admission) {
        this.settings = settings;
        this.admission = admission;
        this.failures = new Failures(settings.limits());
    }

    /**
     * A query that is to be answered.
     *
     * @param text as it was sent
     * @param query the same, read
     * @param format the format to send
     * @param contentType its media type, as the client named it
     */
    public record Asked(String text, Query query, ResultFormat format, String contentType) {}

    /** Gives the answer to a query. */
    public interface Answerer {
        /** Sends the answer; what it throws is told to the client. */
        void answer(Asked asked, HttpServletResponse response) throws IOException;
    }

    /**
     * Lets a query be answered, or tells why it is not.
     *
     */
    public void answer(HttpServletRequest request, HttpServletResponse response, Answerer answerer) {
        try {
            if (request.getMethod().equals("OPTIONS")) {
                response.setHeader("Allow", Failures.METHODS);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                return;
            }
            try (var its = admission.client(ClientAddress.of(request))) {
                if (!(EndpointRequest.of(request, settings.limits()) instanceof QueryRequest asked)) {
                    throw Refusal.badRequest("This is a SPARQL endpoint: send a query as the parameter query.");
                }
                var query = read(asked);
                var kind = query.isSelectType() || query.isAskType() ? Kind.ROWS : Kind.GRAPH;
                var offer = ResultFormat.chosen(asked.format(), Problem.accept(request), kind);
                response.setHeader("Vary", "Accept");
                response.setHeader("Cache-Control", "no-store");
                try (var place = admission.query()) {
                    answerer.answer(new Asked(asked.text(), query, offer.format(), offer.contentType()), response);
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            failures.tell(e, request, response);
        }
    }

    private Query read(QueryRequest asked) {
        Query query;
        try {
            query = QueryFactory.create(asked.text(), settings.baseIri(), Syntax.syntaxSPARQL_11);
        } catch (QueryException e) {
            // Told by the same words as at /sparql.
            throw new QueryGuard(settings.baseIri(), (q, store) -> q).refusal(e, asked.text());
        }
        if (query.hasDatasetDescription()
                || !asked.defaultGraphs().isEmpty()
                || !asked.namedGraphs().isEmpty()) {
            throw Refusal.badRequest(
                    "A federation has no graphs of its own: leave out FROM and the graphs of the request.");
        }
        if (asked.release().isPresent()) {
            throw Refusal.badRequest("A federation has no releases of its own: leave out the parameter release.");
        }
        if (ServiceCalls.in(query)) {
            throw Refusal.service();
        }
        return query;
    }

    /** Ends the work on a query with a problem to tell. */
    public static RuntimeException refused(Problem problem) {
        return new Refusal(problem);
    }

    /** Ends the work on a request that is wrong, with what is wrong. */
    public static RuntimeException badRequest(String detail) {
        return Refusal.badRequest(detail);
    }

    /** Writes a graph with namespaces by prefix. */
    public static void write(Graph graph, Map<String, String> prefixes, ResultFormat format, OutputStream out) {
        ResultWriter.write(graph, prefixes, format, out);
    }
}
