package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.banggiao.publish.settings.PublishSettings.Limits;

/**
 * Reads what a request asks of the endpoint: a query (SPARQL 1.1 Protocol, section 2.1) by GET, by POST of a form, or by POST of
 * the query itself; a whole graph (SPARQL 1.1 Graph Store HTTP Protocol, section 4.2); or nothing in particular, which is
 * answered with the description of the service.
 */
final class RequestReader {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String UPDATE = "application/sparql-update";
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    /** Comunica puts {@code ?query=} after any address, also after one with parameters. No id of a release has such a mark. */
    private static final Pattern SECOND_MARK = Pattern.compile("^(release=[^&?]*)\\?");

    private RequestReader() {}

    /**
     * Reads a request.
     *
     * @throws Refusal if it asks for nothing that is here, or is larger than the limits allow
     */
    static EndpointRequest of(HttpServletRequest request, Limits limits) throws IOException {
        var parameters = new Parameters();
        parameters.addAll(SECOND_MARK
                .matcher(Objects.requireNonNullElse(request.getQueryString(), ""))
                .replaceFirst("$1&"));
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> ofGet(parameters, limits);
            case "POST" -> ofPost(request, parameters, limits);
            default -> throw Refusal.method(request.getMethod());
        };
    }

    private static EndpointRequest ofGet(Parameters parameters, Limits limits) {
        boolean isOfGraph = parameters.has("graph") || parameters.has("default");
        if (parameters.has("query") || parameters.has("update")) {
            return of(parameters, limits, 414);
        }
        return isOfGraph ? graph(parameters) : new DescriptionRequest(format(parameters), release(parameters));
    }

    private static GraphRequest graph(Parameters parameters) {
        var graph = parameters.one("graph");
        if (graph.isPresent() && parameters.has("default")) {
            throw Refusal.badRequest("A graph and the default graph are asked for at once; name one of them.");
        }
        return new GraphRequest(graph, format(parameters), release(parameters));
    }

    private static QueryRequest ofPost(HttpServletRequest request, Parameters parameters, Limits limits)
            throws IOException {
        if (parameters.has("graph") || parameters.has("default")) {
            throw Refusal.readOnly(405);
        }
        String contentType = Objects.requireNonNullElse(request.getContentType(), "");
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var charset = CHARSET.matcher(contentType);
        if (charset.find() && !charset.group(1).equalsIgnoreCase("utf-8")) {
            throw Refusal.mediaType("Send the query in UTF-8, not in " + charset.group(1) + ".");
        }
        return switch (mediaType) {
            case FORM -> {
                parameters.addAll(body(request, limits));
                yield of(parameters, limits, 413);
            }
            case QUERY -> {
                if (parameters.has("query")) {
                    throw Refusal.badRequest("The query is there twice, as the body and as a parameter; send it once.");
                }
                yield of(body(request, limits), parameters, limits, 413);
            }
            case UPDATE -> throw Refusal.readOnly(415);
            default ->
                throw Refusal.mediaType("Send " + FORM + " with a parameter query, or the query itself as " + QUERY
                        + (mediaType.isEmpty() ? "; there is no Content-Type." : ", not " + mediaType + "."));
        };
    }

    private static QueryRequest of(Parameters parameters, Limits limits, int tooLong) {
        if (parameters.has("update")) {
            throw Refusal.readOnly(400);
        }
        var query = parameters.one("query");
        return of(
                query.orElseThrow(
                        () -> Refusal.badRequest("This is a SPARQL endpoint: send a query as the parameter query,"
                                + " by GET or as a POST form, or as the body of a POST with Content-Type " + QUERY
                                + ".")),
                parameters,
                limits,
                tooLong);
    }

    private static QueryRequest of(String text, Parameters parameters, Limits limits, int tooLong) {
        if (text.isBlank()) {
            throw Refusal.badRequest("The query is empty.");
        }
        if (text.length() > limits.queryLength()) {
            throw Refusal.tooLarge(
                    tooLong,
                    "The query has " + text.length() + " characters; " + limits.queryLength() + " are allowed.");
        }
        return new QueryRequest(
                text,
                parameters.all("default-graph-uri"),
                parameters.all("named-graph-uri"),
                format(parameters),
                release(parameters));
    }

    private static Optional<String> format(Parameters parameters) {
        return parameters.one("format").or(() -> parameters.one("output"));
    }

    private static Optional<String> release(Parameters parameters) {
        return parameters.one("release");
    }

    /** Reads what comes, up to a number of bytes, and no longer than the time allows; one read may wait a little beyond it. */
    private static byte[] read(InputStream in, int most, Duration time) throws IOException {
        long deadline = System.nanoTime() + time.toNanos();
        var body = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer, 0, Math.min(buffer.length, most - body.size()))) {
            body.write(buffer, 0, n);
            if (body.size() >= most) {
                break;
            }
            if (System.nanoTime() > deadline) {
                throw Refusal.bodyTime(time.toSeconds());
            }
        }
        return body.toByteArray();
    }

    private static String body(HttpServletRequest request, Limits limits) throws IOException {
        int limit = limits.bodySize();
        if (request.getContentLengthLong() <= limit) {
            byte[] bytes = read(request.getInputStream(), limit + 1, limits.bodyTime());
            if (bytes.length <= limit) {
                return Parameters.utf8(bytes, "The request");
            }
        }
        throw Refusal.tooLarge(413, "The body of a request may have " + limit + " bytes here.");
    }
}
