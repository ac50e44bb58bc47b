package org.banggiao.publish.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.publish.entity.Descriptions;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfText;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.BoundedAnswer;
import org.banggiao.store.Store;

/** Shows what a query gave in one language. */
final class AnswerView {
    private static final int MOST_NAMES = 2000;
    /** Values that a page shows: a table of two columns has more rows than one of ten. */
    private static final int MOST_CELLS = 200;

    private static final int FEWEST_ROWS = 12;

    private final PublishSettings settings;
    private final Prefixes prefixes;
    private final Store store;
    private final ReleaseViews.View view;
    private final Texts texts;
    private final Links links;

    /** A view of answers of a store. */
    AnswerView(PublishSettings settings, Store store, ReleaseViews.View view, Texts texts, Links links) {
        this.settings = settings;
        this.prefixes = Prefixes.of(settings.baseIri());
        this.store = store;
        this.view = view;
        this.texts = texts;
        this.links = links;
    }

    /** What it gave, or why it gave nothing. */
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
        int room =
                Math.max(FEWEST_ROWS, MOST_CELLS / Math.max(1, rows.variables().size()));
        var shown = rows.rows().stream().limit(room).toList();
        boolean isCut = rows.isCut() || shown.size() < rows.rows().size();
        var iris = new LinkedHashSet<Node>();
        shown.forEach(r -> r.values().stream().filter(Node::isURI).forEach(iris::add));
        var values = values(iris.stream().limit(MOST_NAMES).toList());
        var cells = shown.stream()
                .map(row -> rows.variables().stream()
                        .map(v -> Optional.ofNullable(row.get(v)).map(n -> cell(n, values)))
                        .toList())
                .toList();
        return new QueryPage.Answer(
                texts.count("n.row", rows.rows().size()),
                isCut ? texts.get("query.cut", cells.size()) : "",
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
                found.isCut() ? texts.get("query.cut-triples", found.triples().size()) : "",
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
