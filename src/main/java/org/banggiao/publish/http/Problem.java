package org.banggiao.publish.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * Why a request failed (RFC 9457).
 *
 * @param status the HTTP status, 400 to 599
 * @param kind names the kind of problem: lower-case words joined by hyphens; its IRI is {@code problem/} and this under the base of
 *     the service, {@value #BASE} and this where no page is at hand
 * @param title the kind in a few words, the same for every occurrence
 * @param detail what was met here, and what to do about it
 * @param more further members: numbers, strings or lists of strings, such as {@code line}
 */
public record Problem(int status, String kind, String title, String detail, Map<String, Object> more) {
    /** What the IRI of every kind starts with. */
    public static final String BASE = "https://w3id.org/banggiao/problem/";

    /** The further member that becomes the header {@code Retry-After} too: seconds, a number. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    private static final String NAMED = Problem.class.getName();
    private static final String JSON = "application/problem+json";
    private static final String TURTLE = "text/turtle";
    private static final String TEXT = "text/plain";
    private static final List<String> JSON_LIKE =
            List.of(JSON, "application/json", "application/ld+json", "application/sparql-results+json");

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("not the status of a failure: " + status);
        }
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    public Problem(int status, String kind, String title, String detail) {
        this(status, kind, title, detail, Map.of());
    }

    /**
     * Answers a request with this: JSON for clients that name a JSON format, Turtle for those that name Turtle and like no
     * JSON format as much, a page for those that name HTML (where the service has pages), text for others. Nothing may have
     * been sent yet; headers that were set before stay.
     */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var named = request.getAttribute(NAMED) instanceof String form ? form : accept(request);
        var accept = Accept.parse(named);
        int jsonWeight = JSON_LIKE.stream()
                .filter(accept::names)
                .mapToInt(accept::weight)
                .max()
                .orElse(0);
        boolean isForPeople = accept.names(TEXT) || accept.names("text/html");
        boolean turtle = !isForPeople && accept.names(TURTLE) && accept.weight(TURTLE) > jsonWeight;
        boolean json = !isForPeople && !turtle && jsonWeight > 0;
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (more.get(RETRY_AFTER) instanceof Number seconds) {
            response.setHeader("Retry-After", seconds.toString());
        }
        response.setHeader("Vary", "Accept, Accept-Language");
        var pages = ProblemPage.of(request);
        var base = pages == null ? BASE : pages.kinds();
        var page = accept.names("text/html") ? pages : null;
        response.setContentType(
                json
                        ? JSON
                        : turtle ? TURTLE + ";charset=utf-8" : (page != null ? "text/html" : TEXT) + ";charset=utf-8");
        byte[] body = (json
                        ? toJson(base)
                        : turtle ? toTurtle(base) : page != null ? page.html(this, request) : toText())
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /**
     * Lets problems with a request be told in the form that its address names, whatever it accepts: as Turtle where that is a
     * format of RDF without a form of its own for problems.
     *
     * @param mediaType what the address names by its suffix or {@code ?format=}
     */
    public static void inForm(String mediaType, HttpServletRequest request) {
        boolean isKnown = mediaType.equals("text/html") || mediaType.equals(TEXT) || JSON_LIKE.contains(mediaType);
        request.setAttribute(NAMED, isKnown ? mediaType : TURTLE);
    }

    /** The value of the request's {@code Accept} headers, joined by commas; empty where there is none. */
    public static String accept(HttpServletRequest request) {
        return String.join(",", Collections.list(request.getHeaders("Accept")));
    }

    /** A JSON object with the members of RFC 9457 and the further ones. */
    private String toJson(String base) {
        var json = new JsonObject();
        json.put("type", base + kind);
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        more.forEach((name, value) -> {
            if (value instanceof Number number) {
                json.put(name, number.longValue());
            } else if (value instanceof List<?> list) {
                var array = new JsonArray();
                list.forEach(element -> array.add(element.toString()));
                json.put(name, array);
            } else {
                json.put(name, value.toString());
            }
        });
        return json + "\n";
    }

    /** RDF: an instance of the kind with the members as properties. */
    private String toTurtle(String base) {
        var text = new StringBuilder("@prefix problem: <" + base + "> .\n\n[] a problem:" + kind);
        text.append(" ;\n    problem:status ").append(status);
        text.append(" ;\n    problem:title ").append(literal(title)).append("@en");
        text.append(" ;\n    problem:detail ").append(literal(detail));
        more.forEach((name, value) -> {
            for (var one : value instanceof List<?> list ? list : List.of(value)) {
                text.append(" ;\n    problem:").append(name).append(' ');
                text.append(one instanceof Number ? one.toString() : literal(one.toString()));
            }
        });
        return text.append(" .\n").toString();
    }

    private static String literal(String value) {
        return "\""
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + "\"";
    }

    /** A few lines for people: status and title, then the detail. */
    public String toText() {
        var hint = more.get("hint");
        return status + " " + title + "\n" + detail + "\n" + (hint == null ? "" : hint + "\n");
    }
}
