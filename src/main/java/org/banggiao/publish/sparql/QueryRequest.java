package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.banggiao.publish.settings.PublishSettings.Limits;

/**
 * A query as it came over HTTP (SPARQL 1.1 Protocol, section 2.1): by GET, by POST of a form, or by POST of the query itself.
 *
 * @param text the query
 * @param defaultGraphs IRIs of {@code default-graph-uri}
 * @param namedGraphs IRIs of {@code named-graph-uri}
 * @param format the name in {@code format} or {@code output}, if one
 */
record QueryRequest(String text, List<String> defaultGraphs, List<String> namedGraphs, Optional<String> format) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String UPDATE = "application/sparql-update";
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    QueryRequest {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }

    /**
     * Reads a request.
     *
     * @throws Refusal if it is no query, or larger than the limits allow
     */
    static QueryRequest of(HttpServletRequest request, Limits limits) throws IOException {
        var parameters = new Parameters();
        parameters.addAll(Objects.requireNonNullElse(request.getQueryString(), ""));
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> of(parameters, limits, 414);
            case "POST" -> ofPost(request, parameters, limits);
            default -> throw Refusal.method(request.getMethod());
        };
    }

    private static QueryRequest ofPost(HttpServletRequest request, Parameters parameters, Limits limits)
            throws IOException {
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
        if (query.isEmpty() && (parameters.has("graph") || parameters.has("default"))) {
            throw Refusal.badRequest("The graph store protocol is not offered here."
                    + " Ask for a graph by a query: CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <…> { ?s ?p ?o } }.");
        }
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
        var format = parameters.one("format").or(() -> parameters.one("output"));
        return new QueryRequest(text, parameters.all("default-graph-uri"), parameters.all("named-graph-uri"), format);
    }

    private static String body(HttpServletRequest request, Limits limits) throws IOException {
        int limit = limits.bodySize();
        if (request.getContentLengthLong() <= limit) {
            byte[] bytes = request.getInputStream().readNBytes(limit + 1);
            if (bytes.length <= limit) {
                return Parameters.utf8(bytes, "The request");
            }
        }
        throw Refusal.tooLarge(413, "The body of a request may have " + limit + " bytes here.");
    }
}
