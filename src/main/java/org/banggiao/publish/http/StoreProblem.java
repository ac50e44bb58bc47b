package org.banggiao.publish.http;

import java.util.Map;
import org.banggiao.store.RemoteFailure;

/** What clients are told where the data lie on another server that does not answer as it ought to: neither where it is, nor what it said. */
public final class StoreProblem {
    private static final int RETRY_SECONDS = 30;

    private StoreProblem() {}

    /** The problem that goes with a failure. */
    public static Problem of(RemoteFailure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, BUSY ->
                new Problem(
                        503,
                        "store-unreachable",
                        "The store does not answer",
                        "The store behind this service does not answer, or takes no more at the moment. Try again later.",
                        Map.of(Problem.RETRY_AFTER, RETRY_SECONDS));
            case DENIED, REDIRECTED, FAILED, NONSENSE ->
                new Problem(
                        502,
                        "store-failed",
                        "The store failed",
                        "The store behind this service gave no answer that can be used. Who runs the service finds the reason in"
                                + " its log.");
            case REFUSED ->
                new Problem(
                        422,
                        "store-refused",
                        "The store does not take this query",
                        "The query is SPARQL 1.1, but the store behind this service does not take it. Write it in another way:"
                                + " simpler paths, fewer nested groups.");
            case NOT_OFFERED ->
                new Problem(422, "not-offered", "Not offered in a query here", String.valueOf(failure.getMessage()));
        };
    }
}
