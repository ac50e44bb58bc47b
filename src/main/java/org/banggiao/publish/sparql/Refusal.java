package org.banggiao.publish.sparql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.settings.PublishSettings.Limits;

/** Ends the work on a request with a problem to tell the client. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    static Refusal badRequest(String detail) {
        return new Refusal(new Problem(400, "bad-request", "Bad request", detail));
    }

    static Refusal syntax(SyntaxMessage message, Optional<String> hint) {
        var place = new LinkedHashMap<String, Object>();
        if (message.line() > 0) {
            place.put("line", message.line());
            place.put("column", message.column());
        }
        if (!message.token().isEmpty()) {
            place.put("token", message.token());
        }
        hint.ifPresent(h -> place.put("hint", h));
        return new Refusal(new Problem(400, "query-syntax", "The query is not SPARQL 1.1", message.text(), place));
    }

    static Refusal readOnly(int status) {
        return new Refusal(
                new Problem(
                        status,
                        "read-only",
                        "This endpoint only reads",
                        "Updates and writing to graphs are not offered here. Send a query: SELECT, ASK, CONSTRUCT or DESCRIBE."));
    }

    static Refusal method(String method) {
        return new Refusal(new Problem(
                405,
                "method-not-allowed",
                "Method not allowed",
                "This endpoint takes GET, HEAD and POST, not " + method
                        + ". It only reads: updates and writing to graphs are not offered here."));
    }

    static Refusal noSuchGraph(String graph) {
        return new Refusal(new Problem(
                404,
                "no-such-graph",
                "No such graph",
                "There is no graph <" + graph + "> in this release, and none is fetched."
                        + " The graphs here: SELECT DISTINCT ?g { GRAPH ?g { } }"));
    }

    static Refusal noSuchRelease(String id, List<String> open) {
        return new Refusal(new Problem(
                404,
                "no-such-release",
                "No such release",
                "There is no release \"" + shown(id) + "\" here. Those that may be asked: " + String.join(", ", open)
                        + ".",
                Map.of("releases", open)));
    }

    static Refusal releaseGone(String id, List<String> open, Optional<String> archive) {
        var more = new LinkedHashMap<String, Object>(Map.of("release", id, "releases", open));
        archive.ifPresent(a -> more.put("dump", a));
        return new Refusal(new Problem(
                410,
                "release-gone",
                "The release of this query is not open here any more",
                "The release " + id + " is one before those that this service keeps open: " + String.join(", ", open)
                        + ". " + archive.map(a -> "Its data are at " + a + ".").orElse("Its files are at /dataset."),
                more));
    }

    private static String shown(String id) {
        return id.length() > 40 ? id.substring(0, 40) + "…" : id;
    }

    static Refusal tooLarge(int status, String detail) {
        return new Refusal(new Problem(status, "request-too-large", "The request is too large", detail));
    }

    static Refusal mediaType(String detail) {
        return new Refusal(new Problem(415, "media-type", "Media type not supported", detail));
    }

    static Refusal notAcceptable(String detail) {
        return new Refusal(new Problem(406, "not-acceptable", "No such format", detail));
    }

    static Refusal service() {
        return service(
                "SERVICE is not allowed: this endpoint asks no other one. Call this endpoint by SERVICE from yours instead.");
    }

    static Refusal service(String why) {
        return new Refusal(new Problem(403, "service", "Not allowed in a query here", why));
    }

    static Refusal serviceFailed(String what) {
        return new Refusal(new Problem(
                502,
                "service-call",
                "An endpoint that the query calls did not answer",
                what + ". Try again later, or write SERVICE SILENT to go on without it."));
    }

    static Refusal tooManyRequests(Limits limits) {
        return new Refusal(new Problem(
                429,
                "too-many-requests",
                "Too many requests at once",
                "One client may have " + limits.atOncePerClient()
                        + " requests open at once here, and a few more waiting. Send the next one when one of them has ended.",
                Map.of(Problem.RETRY_AFTER, limits.retryAfterSeconds())));
    }

    static Refusal busy(Limits limits) {
        return new Refusal(new Problem(
                503,
                "busy",
                "The service is busy",
                "All " + limits.atOnce()
                        + " places for queries are taken, and those who wait are many. Try again soon.",
                Map.of(Problem.RETRY_AFTER, limits.retryAfterSeconds())));
    }

    static Refusal memory() {
        return new Refusal(new Problem(
                503,
                "memory",
                "The query took too much memory",
                "Memory became scarce, and this query had taken most of it. Ask for less: sort, group or tell apart fewer"
                        + " rows, or one year at a time."));
    }

    static Refusal limitExceeded(String detail) {
        return new Refusal(new Problem(
                422,
                "result-size",
                "The result is too large",
                detail + " Ask for less: a LIMIT, fewer variables, or one year at a time."));
    }

    static Refusal tooDeep() {
        return new Refusal(new Problem(
                422,
                "query-depth",
                "The query nests too deeply",
                "The query nests deeper than the service can follow. Write it flatter: VALUES or IN instead of many"
                        + " alternatives, one pattern instead of nested groups."));
    }

    static Refusal bodyTime(long seconds) {
        return new Refusal(new Problem(
                408,
                "request-time",
                "The request came too slowly",
                "The body of a request is to be here within " + seconds + " s."));
    }

    static Refusal timeOver(long seconds) {
        return new Refusal(new Problem(
                503,
                "query-time",
                "The query took too long",
                "A query may take " + seconds
                        + " s here. Ask for less: fewer patterns, a LIMIT, or one year at a time.",
                Map.of("limitSeconds", seconds)));
    }
}
