package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.permanent.PermanentQueries;
import org.banggiao.publish.permanent.PermanentQueries.Outcome;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.QueryRunner;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Gives queries an address of their own: for the form of the query page, and for programs, which send JSON ({@code query} and
 * {@code release}: {@code pinned} or {@code current}) or the query itself with a parameter {@code release}.
 */
@Controller
final class KeepController {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CURRENT = "current";
    private static final String PINNED = "pinned";

    private final PublishSettings settings;
    private final PermanentQueries queries;
    private final QueryRunner runner;

    KeepController(PublishSettings settings, PermanentQueries queries, QueryRunner runner) {
        this.settings = settings;
        this.queries = queries;
        this.runner = runner;
    }

    /** What is to be kept. */
    private record Wish(String query, String release) {}

    @PostMapping("/query")
    void keep(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var type = Objects.requireNonNullElse(request.getContentType(), "")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        if (type.equals(FORM) && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            new Problem(
                            403,
                            "cross-site",
                            "Not from a form of another site",
                            "Programs of other sites send JSON; forms are those of this service.")
                    .write(request, response);
            return;
        }
        var wish = wish(type, request, response);
        if (wish.isEmpty()) {
            return;
        }
        if (!wish.get().release().equals(CURRENT) && !wish.get().release().equals(PINNED)) {
            bad("The parameter release is " + PINNED + " or " + CURRENT + ".").write(request, response);
            return;
        }
        var release = wish.get().release().equals(PINNED)
                ? Optional.of(store.release().id())
                : Optional.<String>empty();
        if (queries.isOn() && runner.read(wish.get().query(), store) instanceof QueryRunner.Read.Refused refused) {
            refused.problem().write(request, response);
            return;
        }
        switch (queries.keep(wish.get().query(), release, ClientAddress.of(request))) {
            case Outcome.Refused refused -> refused.problem().write(request, response);
            case Outcome.Kept kept -> tell(kept, type, request, response);
        }
    }

    private void tell(Outcome.Kept kept, String type, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var lang = request.getParameter("lang");
        if (type.equals(FORM) && !Problem.accept(request).contains("json")) {
            var language = Language.of(Objects.requireNonNullElse(lang, ""));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    "Location",
                    "query/" + kept.query().id()
                            + language.map(l -> "?lang=" + l.code()).orElse(""));
            return;
        }
        var json = new JsonObject();
        json.put("id", kept.query().id());
        json.put("address", settings.baseIri() + "query/" + kept.query().id());
        kept.query().release().ifPresent(r -> json.put("release", r));
        json.put("kept", kept.query().kept().toString());
        byte[] body = (json + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(kept.isNew() ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK);
        response.setHeader("Location", "query/" + kept.query().id());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** What the request wishes; empty where it has been told what is wrong with it. */
    private Optional<Wish> wish(String type, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var release = Objects.requireNonNullElse(request.getParameter("release"), PINNED);
        switch (type) {
            case FORM -> {
                return Optional.of(new Wish(Objects.requireNonNullElse(request.getParameter("query"), ""), release));
            }
            case "application/sparql-query" -> {
                return body(request, response).map(text -> new Wish(text, release));
            }
            case "application/json" -> {
                var body = body(request, response);
                if (body.isEmpty()) {
                    return Optional.empty();
                }
                try {
                    var json = JSON.parse(body.get());
                    return Optional.of(new Wish(
                            json.getString("query"), json.hasKey("release") ? json.getString("release") : PINNED));
                } catch (JsonException | NullPointerException | ClassCastException e) {
                    bad("Send a JSON object with the members query and release (" + PINNED + " or " + CURRENT + ").")
                            .write(request, response);
                    return Optional.empty();
                }
            }
            default -> {
                new Problem(
                                415,
                                "media-type",
                                "Media type not supported",
                                "Send a form, application/json or application/sparql-query.")
                        .write(request, response);
                return Optional.empty();
            }
        }
    }

    private Optional<String> body(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int most = settings.limits().bodySize();
        byte[] bytes = request.getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            new Problem(
                            413,
                            "request-too-large",
                            "The request is too large",
                            "The body may have " + most + " bytes here.")
                    .write(request, response);
            return Optional.empty();
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static Problem bad(String detail) {
        return new Problem(400, "bad-request", "Bad request", detail);
    }
}
