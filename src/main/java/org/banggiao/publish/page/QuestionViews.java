package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.entity.Descriptions;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.example.ExampleAnswer;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.publish.example.Level;
import org.banggiao.publish.example.Subject;

/** Shows questions in one language, with names for the addresses in their answers. */
final class QuestionViews {
    private static final Pattern SHORT = Pattern.compile("([a-z]+):([A-Za-z0-9_.-]+)");
    private static final Pattern DECLARATION = Pattern.compile("(?im)^PREFIX .*\n");
    private static final String TRUE = "true";

    private final Questions questions;
    private final Prefixes prefixes;
    private final ReleaseViews.View view;
    private final Descriptions descriptions;
    private final Texts texts;
    private final Links links;

    QuestionViews(
            Questions questions,
            Prefixes prefixes,
            ReleaseViews.View view,
            Descriptions descriptions,
            Texts texts,
            Links links) {
        this.questions = questions;
        this.prefixes = prefixes;
        this.view = view;
        this.descriptions = descriptions;
        this.texts = texts;
        this.links = links;
    }

    /**
     * What questions there are, by level and subject.
     *
     * @param federated those that ask several endpoints together
     */
    QuestionBook book(List<ExampleQuery> shown, List<ExampleQuery> federated, String lede) {
        var parts = new ArrayList<QuestionBook.Part>();
        for (var level : Level.values()) {
            var chapters = Chapter.all().stream()
                    .filter(chapter -> chapter.level() == level)
                    .map(chapter -> new QuestionBook.Chapter(
                            chapter.id(),
                            texts.get("keyword." + chapter.subject().code()),
                            links.page(chapter.path()),
                            chapter.of(shown).map(this::entry).toList()))
                    .filter(chapter -> !chapter.questions().isEmpty())
                    .toList();
            int size = chapters.stream().mapToInt(c -> c.questions().size()).sum();
            if (size > 0) {
                parts.add(new QuestionBook.Part(
                        level.code(),
                        texts.get("level." + level.code()),
                        texts.get("level." + level.code() + ".explain"),
                        size,
                        chapters));
            }
        }
        return new QuestionBook(lede, parts, federated.stream().map(this::entry).toList());
    }

    private QuestionBook.Entry entry(ExampleQuery question) {
        return new QuestionBook.Entry(
                question.name(),
                question.question(texts.language().code()),
                links.page("/questions/" + question.name()));
    }

    /**
     * A chapter with the queries and answers of its questions; empty where it has none.
     *
     * @param mostRows how many rows of an answer are shown
     */
    Optional<QuestionChapter> chapter(String id, int mostRows) {
        var chapters = Chapter.all().stream()
                .filter(c -> c.of(questions.all()).findAny().isPresent())
                .toList();
        for (int i = 0; i < chapters.size(); i++) {
            var chapter = chapters.get(i);
            if (chapter.id().equals(id)) {
                var shown = chapter.of(questions.all()).toList();
                var values = values(shown, mostRows);
                return Optional.of(new QuestionChapter(
                        texts.get("level." + chapter.level().code()),
                        texts.get("keyword." + chapter.subject().code()),
                        texts.get("level." + chapter.level().code() + ".explain"),
                        shown.stream().map(q -> question(q, values, mostRows)).toList(),
                        i == 0 ? Optional.empty() : Optional.of(link(chapters.get(i - 1))),
                        i + 1 == chapters.size() ? Optional.empty() : Optional.of(link(chapters.get(i + 1)))));
            }
        }
        return Optional.empty();
    }

    private Example link(Chapter chapter) {
        return new Example(
                texts.get("level." + chapter.level().code()) + ": "
                        + texts.get("keyword." + chapter.subject().code()),
                links.page(chapter.path()));
    }

    /** The questions of a level on a subject. */
    private record Chapter(Level level, Subject subject) {
        static List<Chapter> all() {
            var all = new ArrayList<Chapter>();
            for (var level : Level.values()) {
                for (var subject : Subject.values()) {
                    all.add(new Chapter(level, subject));
                }
            }
            return all;
        }

        String id() {
            return level.code() + "-" + subject.code();
        }

        String path() {
            return "/questions/chapter/" + id();
        }

        Stream<ExampleQuery> of(List<ExampleQuery> questions) {
            return questions.stream().filter(q -> q.level() == level && q.subject() == subject);
        }
    }

    /** One question with what it names. */
    QuestionPage page(ExampleQuery shown, int mostRows) {
        var values = values(List.of(shown), mostRows);
        var things = new ArrayList<Value>();
        var properties = new ArrayList<Value>();
        for (var term : questions.terms(shown)) {
            (isProperty(term) ? properties : things).add(named(term, values));
        }
        var other = texts.language() == Language.VI ? Language.EN : Language.VI;
        return new QuestionPage(
                question(shown, values, mostRows),
                Optional.of(Value.of(shown.question(other.code())).in(other.code())),
                shown.text(),
                things,
                properties,
                list((shown.isFederated() ? questions.federated() : questions.all())
                        .stream()
                                .filter(q ->
                                        (shown.isFederated() || q.subject() == shown.subject()) && !q.equals(shown))
                                .toList()));
    }

    /** Questions as links to their pages. */
    List<Example> list(List<ExampleQuery> shown) {
        return list(shown, texts, links);
    }

    static List<Example> list(List<ExampleQuery> shown, Texts texts, Links links) {
        return shown.stream()
                .map(q -> new Example(q.question(texts.language().code()), links.page("/questions/" + q.name())))
                .toList();
    }

    /** Properties are written with a small letter, classes and lists are not. */
    private boolean isProperty(Node term) {
        var iri = term.getURI();
        int start = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
        boolean isThing = links.address()
                .path(iri)
                .filter(p -> p.startsWith("/id/") || p.startsWith("/code/") || p.startsWith("/graph/"))
                .isPresent();
        return !isThing && start < iri.length() && Character.isLowerCase(iri.charAt(start));
    }

    private Question question(ExampleQuery shown, ValueText values, int mostRows) {
        return new Question(
                shown.name(),
                shown.question(texts.language().code()),
                texts.get("level." + shown.level().code()),
                shown.keywords().stream()
                        .map(k -> texts.find("keyword." + k).orElse(k))
                        .toList(),
                DECLARATION.matcher(shown.text()).replaceAll("").strip(),
                questions.answer(shown).map(a -> answer(shown, a, values, mostRows)),
                shown.isFederated()
                        ? links.page("/federation?example=" + shown.name() + "#ask")
                        : links.query(shown.text()),
                shown.partners(),
                links.page("/questions/" + shown.name()));
    }

    private Question.Answer answer(ExampleQuery shown, ExampleAnswer answer, ValueText values, int mostRows) {
        if (shown.query().isAskType()) {
            boolean isTrue = answer.firstRows(1).equals(List.of(List.of(TRUE)));
            return new Question.Answer(texts.get(isTrue ? "query.true" : "query.false"), List.of(), List.of());
        }
        var rows = answer.firstRows(mostRows).stream()
                .map(row -> row.stream().map(cell -> cell(cell, values)).toList())
                .toList();
        var key = shown.query().isSelectType() ? "n.row" : "n.triple";
        return new Question.Answer(
                texts.count(key, answer.size()), rows.isEmpty() ? List.of() : answer.columns(), rows);
    }

    private Value cell(String text, ValueText values) {
        return node(text).map(node -> named(node, values)).orElseGet(() -> Value.of(text));
    }

    /** What an address is called, linked; what this release does not know is not linked to a page here. */
    private Value named(Node node, ValueText values) {
        var exact = prefixes.shorten(node.getURI()).orElse(node.getURI());
        var value = values.resource(node).withCode(exact);
        boolean isUnknown = value.text().equals(exact) || value.text().equals(node.getURI());
        return isUnknown && links.address().path(node.getURI()).isPresent() ? value.withHref(Optional.empty()) : value;
    }

    /** The address that a cell of an answer stands for; empty where it is a literal. */
    private Optional<Node> node(String cell) {
        if (cell.startsWith("<") && cell.endsWith(">")) {
            return Optional.of(NodeFactory.createURI(cell.substring(1, cell.length() - 1)));
        }
        var matcher = SHORT.matcher(cell);
        return matcher.matches()
                ? Optional.ofNullable(prefixes.namespaces().get(matcher.group(1)))
                        .map(namespace -> NodeFactory.createURI(namespace + matcher.group(2)))
                : Optional.empty();
    }

    /** Names for what is shown of some questions. */
    private ValueText values(List<ExampleQuery> shown, int mostRows) {
        var iris = new LinkedHashSet<Node>();
        for (var question : shown) {
            questions.answer(question).stream()
                    .flatMap(a -> a.firstRows(mostRows).stream())
                    .flatMap(List::stream)
                    .forEach(cell -> node(cell).ifPresent(iris::add));
            iris.addAll(questions.terms(question));
        }
        return new ValueText(descriptions.labels(iris), view.terms(), view.catalogue(), prefixes, texts, links);
    }
}
