package org.banggiao.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.ProblemPage;
import org.banggiao.publish.http.StoreLease;
import org.banggiao.store.StoreSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Answers requests that the server refuses before any part of the service sees them, such as those with an address that cannot be
 * decoded, in the forms in which all problems are told.
 */
final class RefusedRequests extends ErrorReportValve {
    private final StoreSource source;
    private final ProblemPage page;

    RefusedRequests(StoreSource source, ProblemPage page) {
        this.source = source;
        this.page = page;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var asked = request.getRequest();
        var answer = response.getResponse();
        ResponseHeaders.set(answer);
        ProblemPage.use(page, asked);
        try (var lease = source.lease()) {
            StoreLease.give(lease.store(), asked);
            problem(status).write(asked, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem problem(int status) {
        if (status == 400) {
            return new Problem(
                    400,
                    "bad-address",
                    "Address that cannot be read",
                    "The path of this request cannot be read. After each % stand two hexadecimal digits, together UTF-8, and"
                            + " a slash within a name cannot be written as %2F.");
        }
        var known = HttpStatus.resolve(status);
        var title = known == null ? "Error" : known.getReasonPhrase();
        return new Problem(status, "http-" + status, title, title + ".");
    }
}
