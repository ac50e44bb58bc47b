package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.publish.entity.Descriptions;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfText;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.Admission;
import org.banggiao.publish.sparql.BoundedAnswer;
import org.banggiao.publish.sparql.QueryExtension;
import org.banggiao.publish.sparql.QueryRunner;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Takes queries in a form and shows what they give as a table, with names for addresses. */
@Controller
final class QueryController {
    private static final int MOST_ROWS = 500;
    private static final int MOST_NAMES = 2000;
    private static final List<String> ROW_FORMATS = List.of("csv", "tsv", "json", "xml");
    private static final List<String> GRAPH_FORMATS = List.of("turtle", "jsonld", "ntriples", "rdfxml");

    private final PublishSettings settings;
    private final Prefixes prefixes;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;
    private final Examples examples;
    private final QueryRunner runner;

    QueryController(
            PublishSettings settings,
            QueryExtension extension,
            Admission admission,
            ReleaseViews views,
            Frames frames,
            Templates templates,
            Examples examples) {
        this.settings = settings;
        this.prefixes = Prefixes.of(settings.baseIri());
        this.views = views;
        this.frames = frames;
        this.templates = templates;
        this.examples = examples;
        this.runner = new QueryRunner(settings, extension, admission);
    }

    @GetMapping("/query")
    void query(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = Texts.in(frames.language(request));
        var links = frames.links(request);
        var view = views.of(store);
        var asked =
                Objects.requireNonNullElse(request.getParameter("query"), "").replace("\r\n", "\n");
        boolean isRun = !asked.isBlank() && request.getParameter("edit") == null;
        var given = isRun
                ? Optional.of(runner.run(asked, ClientAddress.of(request), store, MOST_ROWS))
                : Optional.<BoundedAnswer>empty();
        var answer = given.map(a -> new View(store, view, texts, links).answer(a, asked));
        var page = new QueryPage(
                asked.isBlank() ? examples.first() : asked,
                examples.all(texts, links),
                prefixes.declareAll(),
                answer,
                given.map(a -> downloads(a, asked, links)).orElse(List.of()),
                RequestAddress.of(request).replaceFirst("/query$", "/sparql"));
        var frame = frames.of(request, texts.get("query.title"), "query");
        var html = templates.render("query", Map.of("frame", frame, "page", page));
        response.setHeader("Content-Language", frame.language());
        var status = given.map(QueryController::status).orElse(HttpServletResponse.SC_OK);
        new Representation(html, "text/html;charset=utf-8", "Accept-Language").send(status, request, response);
    }

    private static int status(BoundedAnswer answer) {
        return answer instanceof BoundedAnswer.Refused refused
                ? refused.problem().status()
                : HttpServletResponse.SC_OK;
    }

    private static List<Frame.Alternate> downloads(BoundedAnswer answer, String query, Links links) {
        var formats = switch (answer) {
            case BoundedAnswer.Rows rows -> ROW_FORMATS;
            case BoundedAnswer.Truth truth -> ROW_FORMATS.subList(2, 4);
            case BoundedAnswer.Triples triples -> GRAPH_FORMATS;
            case BoundedAnswer.Refused refused -> List.<String>of();
        };
        return formats.stream()
                .map(f ->
                        new Frame.Alternate(f, "", links.file("/sparql?query=" + Links.encode(query) + "&format=" + f)))
                .toList();
    }

    /** One answer in one language. */
    private final class View {
        private final Store store;
        private final ReleaseViews.View view;
        private final Texts texts;
        private final Links links;

        View(Store store, ReleaseViews.View view, Texts texts, Links links) {
            this.store = store;
            this.view = view;
            this.texts = texts;
            this.links = links;
        }

        QueryPage.Answer answer(BoundedAnswer answer, String query) {
            return switch (answer) {
                case BoundedAnswer.Rows rows -> rows(rows);
                case BoundedAnswer.Truth truth -> plain(texts.get(truth.isTrue() ? "query.true" : "query.false"), "");
                case BoundedAnswer.Triples triples -> triples(triples);
                case BoundedAnswer.Refused refused -> refused(refused.problem(), query);
            };
        }

        private QueryPage.Answer plain(String title, String text) {
            return new QueryPage.Answer(title, "", List.of(), List.of(), text, "", false);
        }

        private QueryPage.Answer rows(BoundedAnswer.Rows rows) {
            var iris = new LinkedHashSet<Node>();
            rows.rows().forEach(r -> r.values().stream().filter(Node::isURI).forEach(iris::add));
            var values = values(iris.stream().limit(MOST_NAMES).toList());
            var cells = rows.rows().stream()
                    .map(row -> rows.variables().stream()
                            .map(v -> Optional.ofNullable(row.get(v)).map(n -> cell(n, values)))
                            .toList())
                    .toList();
            return new QueryPage.Answer(
                    texts.count("n.row", cells.size()),
                    rows.isCut() ? texts.get("query.cut", MOST_ROWS) : "",
                    rows.variables(),
                    cells,
                    "",
                    "",
                    false);
        }

        private ValueText values(List<Node> iris) {
            var labels = iris.isEmpty()
                    ? Subgraph.EMPTY
                    : Descriptions.of(store, settings.limits().forQuery()).labels(iris);
            return new ValueText(labels, view.terms(), view.catalogue(), prefixes, texts, links);
        }

        private Value cell(Node node, ValueText values) {
            if (node.isURI()) {
                var value = values.resource(node);
                return value.withCode(prefixes.shorten(node.getURI()).orElse(value.text()));
            }
            // RDF.value says nothing of its values: what a literal is shows its datatype.
            return node.isLiteral() ? values.value(RDF.value.asNode(), node) : Value.of(node.toString());
        }

        private QueryPage.Answer triples(BoundedAnswer.Triples found) {
            var text = new RdfText(prefixes).turtle(found.triples());
            return new QueryPage.Answer(
                    texts.count("n.triple", found.triples().size()),
                    found.isCut() ? texts.get("query.cut-triples", MOST_ROWS) : "",
                    List.of(),
                    List.of(),
                    text,
                    "",
                    false);
        }

        private QueryPage.Answer refused(Problem problem, String query) {
            var title = texts.find("problem." + problem.kind() + ".title").orElse(problem.title());
            return new QueryPage.Answer(
                    title, problem.detail(), List.of(), List.of(), lineOf(problem, query), hint(problem), true);
        }

        /** What to do about it, where that is known. */
        private String hint(Problem problem) {
            return String.valueOf(problem.more().getOrDefault("hint", ""));
        }

        /** The line of the query where it is wrong, with a mark under the column. */
        private String lineOf(Problem problem, String query) {
            if (problem.more().get("line") instanceof Integer line
                    && problem.more().get("column") instanceof Integer column) {
                var lines = query.split("\n", -1);
                if (line >= 1 && line <= lines.length) {
                    var text = lines[line - 1].replace('\t', ' ');
                    return line + " | " + text + "\n"
                            + " ".repeat(String.valueOf(line).length() + 2 + Math.max(1, column)) + "^";
                }
            }
            return "";
        }
    }
}
