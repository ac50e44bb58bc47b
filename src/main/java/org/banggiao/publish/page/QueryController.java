package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.permanent.PermanentQueries;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.BoundedAnswer;
import org.banggiao.publish.sparql.Explainer;
import org.banggiao.publish.sparql.Explanation;
import org.banggiao.publish.sparql.QueryRunner;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Takes queries in a form and shows what they give as a table, with names for addresses. */
@Controller
final class QueryController {
    /** Rows or triples that a page shows; the downloads have all. */
    private static final int MOST_ROWS = 100;

    private static final List<String> ROW_FORMATS = List.of("csv", "tsv", "json", "xml");
    private static final List<String> GRAPH_FORMATS = List.of("turtle", "jsonld", "ntriples", "rdfxml");

    /** Keys of words that the editor shares with the page. */
    private static final List<String> SHARED_WORDS = List.of(
            "n.row.one",
            "n.row.other",
            "n.triple.one",
            "n.triple.other",
            "query.label",
            "query.true",
            "query.false",
            "query.plan",
            "query.took",
            "query.took-cut",
            "query.plan-note");

    private final PublishSettings settings;
    private final Prefixes prefixes;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;
    private final Examples examples;
    private final QueryRunner runner;
    private final Explainer explainer;
    private final PermanentQueries queries;
    private final EditorFiles editor;

    QueryController(
            PublishSettings settings,
            QueryRunner runner,
            Explainer explainer,
            PermanentQueries queries,
            ReleaseViews views,
            Frames frames,
            Templates templates,
            Examples examples,
            EditorFiles editor) {
        this.settings = settings;
        this.prefixes = Prefixes.of(settings.baseIri());
        this.views = views;
        this.frames = frames;
        this.templates = templates;
        this.examples = examples;
        this.runner = runner;
        this.explainer = explainer;
        this.queries = queries;
        this.editor = editor;
    }

    @GetMapping("/query")
    void query(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = Texts.in(frames.language(request));
        var links = frames.links(request);
        var view = views.of(store);
        var asked = asked(request);
        boolean isRun = !asked.isBlank() && request.getParameter("edit") == null;
        var given = isRun
                ? Optional.of(runner.run(asked, ClientAddress.of(request), store, MOST_ROWS))
                : Optional.<BoundedAnswer>empty();
        var answer = given.map(a -> new AnswerView(settings, store, view, texts, links).answer(a, asked));
        var page = new QueryPage(
                asked.isBlank() ? examples.first() : asked,
                examples.all(texts, links),
                prefixes.declareAll(),
                answer,
                given.map(a -> downloads(a, asked, links)).orElse(List.of()),
                RequestAddress.of(request).replaceFirst("/query$", "/sparql"),
                queries.isOn(),
                plan(asked, store, request),
                new QueryPage.Editor(links.file(editor.path()), settings.baseIri(), words(texts)));
        var frame = frames.of(request, texts.get("query.title"), "query");
        var html = templates.render("query", Map.of("frame", frame, "page", page));
        response.setHeader("Content-Language", frame.language());
        var status = given.map(QueryController::status).orElse(HttpServletResponse.SC_OK);
        new Representation(html, "text/html;charset=utf-8", "Accept-Language").send(status, request, response);
    }

    /** The query in the request: its text, or that of an example that is named. */
    private String asked(HttpServletRequest request) {
        var query =
                Objects.requireNonNullElse(request.getParameter("query"), "").replace("\r\n", "\n");
        return query.isBlank()
                ? Optional.ofNullable(request.getParameter("example"))
                        .flatMap(examples::text)
                        .orElse(query)
                : query;
    }

    /** The words of the editor by the rest of their keys, as JSON. */
    private static String words(Texts texts) {
        var json = new JsonObject();
        texts.words().forEach((key, words) -> {
            if (key.startsWith("editor.")) {
                json.put(key.substring("editor.".length()), words);
            } else if (key.startsWith("problem.") && key.endsWith(".title")) {
                json.put(key, words);
            }
        });
        SHARED_WORDS.forEach(key -> json.put(key, texts.get(key)));
        return json.toString();
    }

    private static int status(BoundedAnswer answer) {
        return answer instanceof BoundedAnswer.Refused refused
                ? refused.problem().status()
                : HttpServletResponse.SC_OK;
    }

    /** The names of the formats that an answer can be had in. */
    static List<String> formats(BoundedAnswer answer) {
        return switch (answer) {
            case BoundedAnswer.Rows rows -> ROW_FORMATS;
            case BoundedAnswer.Truth truth -> ROW_FORMATS.subList(2, 4);
            case BoundedAnswer.Triples triples -> GRAPH_FORMATS;
            case BoundedAnswer.Refused refused -> List.of();
        };
    }

    private static List<Frame.Alternate> downloads(BoundedAnswer answer, String query, Links links) {
        return formats(answer).stream()
                .map(f ->
                        new Frame.Alternate(f, "", links.file("/sparql?query=" + Links.encode(query) + "&format=" + f)))
                .toList();
    }

    /** What a query is to the engine, and how long it takes; empty where it was not asked for or is no query. */
    private Optional<QueryPage.Plan> plan(String query, Store store, HttpServletRequest request) {
        if (request.getParameter("explain") == null || query.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(explainer.explain(query, ClientAddress.of(request), store))
                .filter(Explanation.Made.class::isInstance)
                .map(Explanation.Made.class::cast)
                .map(e -> new QueryPage.Plan(e.plan(), e.milliseconds(), e.rows(), e.isCut()));
    }
}
