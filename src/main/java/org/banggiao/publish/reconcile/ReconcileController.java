package org.banggiao.publish.reconcile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.Admission;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * The Reconciliation Service API in both versions, each in both languages: {@code /reconcile/0.2/vi}, {@code /reconcile/1.0/en};
 * without a language in the path it is the one that the request accepts.
 */
@Controller
public final class ReconcileController {
    private static final String V02 = "/reconcile/0.2";
    private static final String V10 = "/reconcile/1.0";
    private static final String LANG = "/{lang:vi|en}";
    private static final String JSON = "application/json";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final int SUGGESTIONS = 10;
    private static final int MOST_SUGGESTIONS = 50;
    private static final int DEEPEST = 500;

    private final PublishSettings settings;
    private final Schema schema;
    private final Registers registers;
    private final Matcher matcher;
    private final Admission admission;
    private final BatchReader reader;
    private final LocalAddress address;

    ReconcileController(
            PublishSettings settings, Schema schema, Registers registers, Matcher matcher, Admission admission) {
        this.settings = settings;
        this.schema = schema;
        this.registers = registers;
        this.matcher = matcher;
        this.admission = admission;
        this.reader = new BatchReader(schema, settings.reconcile());
        this.address = new LocalAddress(settings.baseIri());
    }

    @GetMapping({V02, V02 + LANG})
    void get02(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, () -> root02(store, request, response));
    }

    @PostMapping({V02, V02 + LANG})
    void post02(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, () -> {
            if (request.getParameter("queries") == null && request.getParameter("extend") == null) {
                throw Refused.bad("Send a form (application/x-www-form-urlencoded) with the field queries, or extend.");
            }
            root02(store, request, response);
        });
    }

    private void root02(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var queries = request.getParameter("queries");
        var extend = request.getParameter("extend");
        if (queries != null) {
            var batch = reader.version02(Json.read(queries, "The parameter queries"));
            working(store, request, response, Version.V02, (register, language) -> {
                var json = Json.object();
                var writer = new ResultWriter(schema, Version.V02, language);
                batch.forEach((id, query) ->
                        json.putObject(id).set("result", candidates(query, register, store, writer, language)));
                return json;
            });
        } else if (extend != null) {
            var query = Json.read(extend, "The parameter extend");
            working(
                    store,
                    request,
                    response,
                    Version.V02,
                    (register, language) ->
                            new Extension(schema, settings, register, store, Version.V02, language).answer(query));
        } else {
            manifest(Version.V02, request, response);
        }
    }

    private JsonNode candidates(
            MatchQuery query, Register register, Store store, ResultWriter writer, String language) {
        var candidates = matcher.match(query, register, store);
        var entities = candidates.stream().map(Candidate::entity).toList();
        var describer =
                new Describer(entities, register, store, settings.limits().forQuery(), language);
        return writer.candidates(candidates, describer);
    }

    @GetMapping({V10, V10 + LANG})
    void get10(HttpServletRequest request, HttpServletResponse response) throws IOException {
        manifest(Version.V10, request, response);
    }

    @PostMapping({V10 + "/match", V10 + LANG + "/match"})
    void match10(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, () -> {
            var batch = reader.version10(body(request));
            working(store, request, response, Version.V10, (register, language) -> {
                var json = Json.object();
                var results = json.putArray("results");
                var writer = new ResultWriter(schema, Version.V10, language);
                batch.forEach(query ->
                        results.addObject().set("candidates", candidates(query, register, store, writer, language)));
                return json;
            });
        });
    }

    @PostMapping({V10 + "/extend", V10 + LANG + "/extend"})
    void extend10(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, () -> {
            var query = body(request);
            working(
                    store,
                    request,
                    response,
                    Version.V10,
                    (register, language) ->
                            new Extension(schema, settings, register, store, Version.V10, language).answer(query));
        });
    }

    @GetMapping({
        V02 + "/extend/propose",
        V02 + LANG + "/extend/propose",
        V10 + "/extend/propose",
        V10 + LANG + "/extend/propose"
    })
    void propose(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, () -> {
            int most = number(request, "limit", 0, DEEPEST);
            var version = version(request);
            var language = language(request);
            send(
                    new Extension(schema, settings, register(store), store, version, language)
                            .propose(text(request, "type"), most),
                    request,
                    response);
        });
    }

    @GetMapping({
        V02 + "/suggest/{what:entity|property|type}",
        V02 + LANG + "/suggest/{what:entity|property|type}",
        V10 + "/suggest/{what:entity|property|type}",
        V10 + LANG + "/suggest/{what:entity|property|type}"
    })
    void suggest(@PathVariable String what, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(request, response, () -> {
            var version = version(request);
            var prefix = text(request, "prefix");
            int skip = number(request, version == Version.V02 ? "cursor" : "offset", 0, DEEPEST);
            int most = number(request, "limit", SUGGESTIONS, MOST_SUGGESTIONS);
            var writer = new SuggestWriter(schema, version, language(request));
            var json = switch (what) {
                case "type" -> writer.types(prefix, skip, most);
                case "property" -> writer.properties(prefix, skip, most);
                default ->
                    writer.entities(
                            prefix,
                            text(request, "type"),
                            skip,
                            most,
                            register(store),
                            store,
                            settings.limits().forQuery());
            };
            send(json, request, response);
        });
    }

    /** A few words on an entity, a type or a property, as version 0.2 has them: markup without anything that runs. */
    @GetMapping({V02 + "/flyout/{what:entity|property|type}", V02 + LANG + "/flyout/{what:entity|property|type}"})
    void flyout(@PathVariable String what, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(request, response, () -> {
            var id = text(request, "id");
            var language = language(request);
            var words = switch (what) {
                case "type" -> schema.type(id).map(t -> List.of(t.name(language)));
                case "property" -> schema.property(id).map(p -> List.of(p.name(language), p.description(language)));
                default -> {
                    var register = register(store);
                    yield register.entity(id)
                            .map(e -> List.of(
                                    e.label(language),
                                    new Describer(
                                                    List.of(e),
                                                    register,
                                                    store,
                                                    settings.limits().forQuery(),
                                                    language)
                                            .of(e)));
                }
            };
            var html = new StringBuilder();
            for (var line : words.orElseThrow(() -> new Refused(missing(id)))) {
                if (line.isEmpty()) {
                    continue;
                }
                html.append("<p>").append(HtmlUtils.htmlEscape(line, "UTF-8")).append("</p>");
            }
            send(Json.object().put("id", id).put("html", html.toString()), request, response);
        });
    }

    /** Leads from an identifier to the page or data of the entity here. */
    @GetMapping("/reconcile/view")
    void view(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, () -> {
            var id = text(request, "id");
            var path = register(store)
                    .entity(id)
                    .flatMap(e -> address.path(e.iri().getURI()))
                    .orElseThrow(() -> new Refused(missing(id)));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", ".." + path);
        });
    }

    static Problem missing(String id) {
        return new Problem(
                404,
                "no-such-entity",
                "No such entity",
                "There is no entity \"" + id + "\" in this release. An identifier is the address of a resource here.");
    }

    private void manifest(Version version, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var language = language(request);
        var server = RequestAddress.root(request, path);
        response.setHeader("Content-Language", language);
        send(new Manifest(settings, schema, server, language).of(version), request, response);
    }

    /** Makes an answer from a register, in a language. */
    private interface Making {
        JsonNode of(Register register, String language);
    }

    /** Work that counts among the queries of a client and of all. */
    private void working(
            Store store, HttpServletRequest request, HttpServletResponse response, Version version, Making making)
            throws IOException {
        var register = register(store);
        var language = language(request);
        response.setHeader("Content-Language", language);
        var refused = admission.admit(
                ClientAddress.of(request), () -> send(making.of(register, language), request, response));
        if (refused.isPresent()) {
            refused.get().write(request, response);
        }
    }

    private Register register(Store store) {
        return registers
                .of(store)
                .orElseThrow(() -> new Refused(new Problem(
                        503,
                        "no-index",
                        "No search index",
                        "This release was made without a search index, and is too large to make one now."
                                + " Make it again with this program.")));
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Admission.Work work)
            throws IOException {
        try {
            work.run();
        } catch (Refused refused) {
            refused.problem().write(request, response);
        }
    }

    private static void send(JsonNode json, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        new Representation(Json.text(json), JSON, "Accept-Language").send(request, response);
    }

    private JsonNode body(HttpServletRequest request) throws IOException {
        var type = Objects.requireNonNullElse(request.getContentType(), "")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!type.equals(JSON)) {
            throw new Refused(new Problem(
                    415,
                    "media-type",
                    "Media type not supported",
                    "Send " + JSON + (type.isEmpty() ? "; there is no Content-Type." : ", not " + type + ".")));
        }
        int most = settings.limits().bodySize();
        byte[] bytes = request.getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            throw Refused.tooLarge("The body may have " + most + " bytes here.");
        }
        return Json.read(new String(bytes, StandardCharsets.UTF_8), "The body");
    }

    private String text(HttpServletRequest request, String name) {
        var text = Objects.requireNonNullElse(request.getParameter(name), "");
        int most = settings.reconcile().textLength();
        if (text.length() > most) {
            throw Refused.bad("The parameter " + name + " has " + most + " characters at most.");
        }
        return text;
    }

    private static int number(HttpServletRequest request, String name, int otherwise, int most) {
        var value = Objects.requireNonNullElse(request.getParameter(name), "").strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!NUMBER.matcher(value).matches() || Integer.parseInt(value) > most) {
            throw Refused.bad("The parameter " + name + " is a number from 0 to " + most + ", not \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }

    private static Version version(HttpServletRequest request) {
        return request.getRequestURI().contains(V02) ? Version.V02 : Version.V10;
    }

    /** The language of the path, else the one that the request accepts best, else the preferred one. */
    private String language(HttpServletRequest request) {
        var path = request.getRequestURI().split("/", -1);
        for (var part : path) {
            if (part.equals("vi") || part.equals("en")) {
                return part;
            }
        }
        return accepted(Objects.requireNonNullElse(request.getHeader("Accept-Language"), ""))
                .orElse(settings.languages().getFirst());
    }

    private Optional<String> accepted(String header) {
        try {
            return header.isBlank()
                    ? Optional.empty()
                    : Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), List.of("vi", "en")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
