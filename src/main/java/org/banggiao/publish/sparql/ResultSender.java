package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.coyote.CloseNowException;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.ResultFormat.Kind;
import org.banggiao.store.Store;

/** Sends what a query gives, as the endpoint does, where it is asked for at another address. */
public final class ResultSender {
    private final Admission admission;
    private final QueryAnswers answers;
    private final KnownQueries queries;
    private final Failures failures;

    public ResultSender(PublishSettings settings, QueryExtension extension, Admission admission, QueryAnswers answers) {
        this.admission = admission;
        this.answers = answers;
        this.queries = new KnownQueries(new QueryGuard(settings.baseIri(), extension), 0);
        this.failures = new Failures(settings.limits());
    }

    /** The media types that what a query gives can come in, the preferred one first. */
    public static List<String> mediaTypes(Kind kind) {
        return ResultFormat.offers(kind).stream()
                .map(ResultFormat.Offer::mediaType)
                .toList();
    }

    /** The names of the formats, as {@code ?format=} takes them. */
    public static List<String> names(Kind kind) {
        return ResultFormat.of(kind).stream().map(ResultFormat::shortName).toList();
    }

    /**
     * Sends the whole answer, or tells why there is none. Headers that were set before stay.
     *
     * @param format the name of a format; empty to choose by {@code Accept}
     */
    public void send(
            String text, Optional<String> format, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (var its = admission.client(ClientAddress.of(request))) {
            var query = queries.check(QueryRequest.of(text, format), store);
            var offer = ResultFormat.chosen(format, Problem.accept(request), query.kind());
            var tag = AnswerHead.tag(query.facts(), offer, store.state());
            if (AnswerHead.send(tag, offer, false, request, response)) {
                answers.send(query, offer, store, request, response);
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            failures.tell(e, request, response);
        }
        if (SparqlFilter.isBroken(request)) {
            throw new CloseNowException("an answer failed half way");
        }
    }
}
