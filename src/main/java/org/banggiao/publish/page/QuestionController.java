package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.publish.entity.Descriptions;
import org.banggiao.publish.entity.Format;
import org.banggiao.publish.entity.NamedFormat;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfAnswer;
import org.banggiao.publish.entity.RdfDocument;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The book of questions: what there is in all, its chapters, those about something ({@code ?about=}), and each by itself, as a page and as RDF. The
 * address that names an example in data leads to it.
 */
@Controller
final class QuestionController {
    private static final String PATH = "/questions";
    private static final String ALL = "/.well-known/sparql-examples";
    private static final int FEW_ROWS = 3;
    private static final int MANY_ROWS = 20;

    private final PublishSettings settings;
    private final Prefixes prefixes;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;
    private final Questions questions;
    private final RdfAnswer rdf;

    QuestionController(
            PublishSettings settings, ReleaseViews views, Frames frames, Templates templates, Questions questions) {
        this.settings = settings;
        this.prefixes = Prefixes.of(settings.baseIri());
        this.views = views;
        this.frames = frames;
        this.templates = templates;
        this.questions = questions;
        this.rdf = new RdfAnswer(prefixes.with(Map.of(
                "sh",
                "http://www.w3.org/ns/shacl#",
                "schema",
                "https://schema.org/",
                "spex",
                "https://purl.expasy.org/sparql-examples/ontology#",
                "example",
                ExampleFolder.NAMESPACE)));
    }

    @GetMapping(PATH)
    void book(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (questions.all().isEmpty()) {
            new Problem(404, "http-404", "Not Found", "This service shows no example queries.")
                    .write(request, response);
            return;
        }
        var texts = Texts.in(frames.language(request));
        var about = about(request);
        var shown = about.map(node -> about(node, store)).orElseGet(questions::all);
        var federated = about.isPresent() ? List.<ExampleQuery>of() : questions.federated();
        var count = texts.count("n.question", shown.size() + federated.size());
        var lede = about.map(
                        node -> texts.get("questions.about", count, name(node, store, texts, frames.links(request))))
                .orElseGet(() -> texts.get("questions.lede", count));
        var book = views(store, request).book(shown, federated, lede);
        var alternates = Format.ofData().stream()
                .map(f -> new Frame.Alternate(
                        f.title(), f.mediaType(), frames.links(request).file(ALL + "?format=" + f.suffix())))
                .toList();
        var frame = frames.of(request, texts.get("questions.title"), "questions")
                .describedBy(lede)
                .alsoAs(alternates);
        var html = templates.render("questions", Map.of("frame", frame, "page", book));
        Pages.send(html, frame, request, response);
    }

    @GetMapping(PATH + "/chapter/{id}")
    void chapter(@PathVariable String id, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var chapter = views(store, request).chapter(id, FEW_ROWS);
        if (chapter.isEmpty()) {
            new Problem(
                            404,
                            "http-404",
                            "Not Found",
                            "The book of questions has no chapter " + id + ". " + PATH + " lists all of them.")
                    .write(request, response);
            return;
        }
        var texts = Texts.in(frames.language(request));
        var frame = frames.of(
                        request,
                        texts.get("questions.title") + ": " + chapter.get().title(),
                        "questions")
                .describedBy(chapter.get().level() + ". " + chapter.get().explain());
        var html = templates.render("chapter", Map.of("frame", frame, "page", chapter.get()));
        Pages.send(html, frame, request, response);
    }

    @GetMapping(PATH + "/{name}")
    void question(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var asked = NamedFormat.of(path);
        var name = asked.path().substring(PATH.length() + 1);
        var question = questions.find(name);
        if (question.isEmpty()) {
            noSuch(name).write(request, response);
            return;
        }
        var offer = asked.offer(request);
        if (offer.isPresent() && offer.get().format() == Format.HTML) {
            page(question.get(), store, request, response);
            return;
        }
        rdf.send(
                name,
                () -> document(name),
                offer.map(o -> o.format().suffix()).or(() -> Optional.of("none")),
                "",
                request,
                response);
    }

    private void page(ExampleQuery question, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var page = views(store, request).page(question, MANY_ROWS);
        var frame = frames.ofResource(
                request,
                page.question().title(),
                "questions",
                PATH + "/" + question.name(),
                ExampleFolder.NAMESPACE + question.name());
        var html = templates.render("question", Map.of("frame", frame, "page", page));
        response.setHeader("Content-Language", frame.language());
        new Representation(html, "text/html;charset=utf-8", "Accept, Accept-Language").send(request, response);
    }

    /** Leads from the address of an example, or of their prefixes, to what is said of it. */
    @GetMapping("/sparql-examples/{name}")
    void address(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var found = questions.find(name);
        if (found.isEmpty() && !name.equals("prefixes")) {
            noSuch(name).write(request, response);
            return;
        }
        var query = request.getQueryString();
        response.setHeader(
                "Location", ".." + (found.isPresent() ? PATH + "/" + name : ALL) + (query == null ? "" : "?" + query));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private static Problem noSuch(String name) {
        return new Problem(
                404,
                "no-such-resource",
                "No such question",
                "There is no question called " + name + ". " + PATH + " has all of them.");
    }

    private static RdfDocument document(String name) {
        var iri = NodeFactory.createURI(ExampleFolder.NAMESPACE + name);
        return RdfDocument.of(
                iri,
                ExampleFolder.triplesOfProgram().stream()
                        .filter(t -> t.getSubject().equals(iri))
                        .toList());
    }

    private Optional<Node> about(HttpServletRequest request) {
        var asked =
                Objects.requireNonNullElse(request.getParameter("about"), "").strip();
        int colon = asked.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        var namespace = prefixes.namespaces().get(asked.substring(0, colon));
        return Optional.of(NodeFactory.createURI(namespace == null ? asked : namespace + asked.substring(colon + 1)));
    }

    private List<ExampleQuery> about(Node node, Store store) {
        var types = Descriptions.of(store, settings.limits().forQuery())
                .of(node)
                .map(d -> d.graph().objects(node, RDF.type.asNode()))
                .orElse(List.of());
        return questions.about(node, types, views.of(store).terms());
    }

    private String name(Node node, Store store, Texts texts, Links links) {
        var view = views.of(store);
        var labels = Descriptions.of(store, settings.limits().forQuery()).labels(List.of(node));
        return new ValueText(labels, view.terms(), view.catalogue(), prefixes, texts, links).name(node);
    }

    private QuestionViews views(Store store, HttpServletRequest request) {
        return new QuestionViews(
                questions,
                prefixes,
                views.of(store),
                Descriptions.of(store, settings.limits().forQuery()),
                Texts.in(frames.language(request)),
                frames.links(request));
    }
}
