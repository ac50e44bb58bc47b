package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.StoreProblem;
import org.banggiao.publish.settings.PublishSettings.Limits;
import org.banggiao.store.LimitExceededException;
import org.banggiao.store.OverlayApartException;
import org.banggiao.store.RemoteFailure;
import org.banggiao.store.ServiceFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells clients of failures: by a problem as long as nothing has gone out, else by breaking off.
 *
 * @param limits what a query may use
 */
record Failures(Limits limits) {
    /** The methods that the endpoint takes. */
    static final String METHODS = "GET, HEAD, POST, OPTIONS";

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /**
     * Tells the client.
     *
     * @return how its request has ended: the kind of the problem, {@code broken} or {@code gone}
     */
    String tell(Throwable failure, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted() || failure instanceof IOException) {
            breakOff(failure, request);
            return failure instanceof IOException || failure instanceof RuntimeIOException ? "gone" : "broken";
        }
        try {
            // The tag was that of the answer that did not come.
            response.setHeader("ETag", null);
            var problem = problem(failure);
            if (problem.status() == 405) {
                response.setHeader("Allow", METHODS);
            }
            problem.write(request, response);
            return problem.kind();
        } catch (IOException e) {
            breakOff(e, request);
            return "gone";
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
            case Refusal refusal ->
                LOG.info("An answer was broken off: {}", refusal.problem().title());
            case LimitExceededException exceeded -> LOG.info("An answer was broken off: {}", exceeded.getMessage());
            case ServiceFailure failed -> LOG.info("An answer was broken off: {}", failed.getMessage());
            case RemoteFailure remote ->
                LOG.warn("An answer was broken off: {} {}", remote.kind(), remote.getMessage());
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
            case ServiceFailure failed ->
                Refusal.serviceFailed(String.valueOf(failed.getMessage())).problem();
            case LimitExceededException exceeded ->
                Refusal.limitExceeded(String.valueOf(exceeded.getMessage())).problem();
            case OverlayApartException apart ->
                new Problem(
                        422,
                        "records-apart",
                        "Records of archives cannot be joined here",
                        String.valueOf(apart.getMessage()));
            case RemoteFailure remote -> {
                if (remote.kind() != RemoteFailure.Kind.NOT_OFFERED) {
                    LOG.warn("{} {}", remote.kind(), remote.getMessage());
                }
                yield StoreProblem.of(remote);
            }
            case StackOverflowError tooDeep -> Refusal.tooDeep().problem();
            case OutOfMemoryError full -> Refusal.memory().problem();
            default -> {
                LOG.error("a query failed", failure);
                yield new Problem(
                        500, "internal", "The service failed", "This is a fault of the service; its log tells more.");
            }
        };
    }
}
