package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.banggiao.publish.entity.Description;
import org.banggiao.publish.entity.Format;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.entity.NamedFormat;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfAnswer;
import org.banggiao.publish.entity.RdfDocument;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Each class and property with a page of its own, and its statements in every format; a version of the ontology leads to it. */
@Controller
final class TermController {
    private final PublishSettings settings;
    private final LocalAddress address;
    private final Prefixes prefixes;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;
    private final Questions questions;
    private final Vocabularies vocabularies;
    private final RdfAnswer rdf;

    TermController(
            PublishSettings settings, ReleaseViews views, Frames frames, Templates templates, Questions questions) {
        this.settings = settings;
        this.address = new LocalAddress(settings.baseIri());
        this.prefixes = Prefixes.of(settings.baseIri());
        this.views = views;
        this.frames = frames;
        this.templates = templates;
        this.questions = questions;
        this.vocabularies = new Vocabularies(settings);
        this.rdf = new RdfAnswer(prefixes);
    }

    @GetMapping({"/ontology/{term}", "/said/{term}"})
    void term(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var home = path.substring(0, path.indexOf('/', 1));
        var vocabulary = vocabularies.of(address.iri(home), store);
        var asked = NamedFormat.of(path);
        var name = asked.path().substring(home.length() + 1);
        if (vocabulary.isPresent() && isVersion(path.substring(home.length() + 1), vocabulary.get())) {
            response.setHeader("Location", "../" + home.substring(1));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        var term = vocabulary
                .map(v -> TermViews.term(v, name))
                .filter(t -> !vocabulary.get().graph().properties(t).isEmpty());
        if (term.isEmpty()) {
            new Problem(
                            404,
                            "no-such-term",
                            "No such term",
                            "The vocabulary " + home + " has no term " + name + ". It lists all of them.")
                    .write(request, response);
            return;
        }
        var offer = asked.offer(request);
        if (offer.isPresent() && offer.get().format() == Format.HTML) {
            page(term.get(), vocabulary.get(), home, asked.path(), store, request, response);
            return;
        }
        rdf.send(
                store.release().id() + " " + term.get().getURI(),
                () -> RdfDocument.of(vocabulary.get().subject(), statements(term.get(), vocabulary.get())),
                offer.map(o -> o.format().mediaType()).or(() -> Optional.of("none")),
                "",
                request,
                response);
    }

    private static boolean isVersion(String name, Description vocabulary) {
        return vocabulary.graph().objects(vocabulary.subject(), OWL2.versionIRI.asNode()).stream()
                .anyMatch(
                        v -> v.isURI() && v.getURI().equals(vocabulary.subject().getURI() + "/" + name));
    }

    private static List<Triple> statements(Node term, Description vocabulary) {
        return vocabulary.graph().properties(term).stream()
                .flatMap(p -> vocabulary.graph().objects(term, p).stream().map(o -> Triple.create(term, p, o)))
                .toList();
    }

    private void page(
            Node term,
            Description vocabulary,
            String home,
            String path,
            Store store,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var texts = Texts.in(frames.language(request));
        var links = frames.links(request);
        var view = views.of(store);
        var name = path.substring(home.length() + 1);
        int uses = questions.counts(view.terms()).getOrDefault(term, 0);
        Optional<Frame.Alternate> asked = uses == 0
                ? Optional.empty()
                : Optional.of(new Frame.Alternate(
                        texts.count("n.question", uses),
                        "",
                        links.page("/questions?about="
                                + Links.encode(prefixes.shorten(term.getURI()).orElse(term.getURI())))));
        var page = new TermViews(vocabulary, store, settings.limits().forQuery(), view, prefixes, texts, links)
                .page(
                        term,
                        Value.of(texts.get("footer.ontology")).withHref(Optional.of(links.page(home + "#" + name))),
                        asked);
        var frame = frames.ofResource(request, page.title(), "", path, term.getURI())
                .describedBy(page.definition());
        var html = templates.render("term", Map.of("frame", frame, "page", page));
        response.setHeader("Content-Language", frame.language());
        new Representation(html, "text/html;charset=utf-8", "Accept, Accept-Language").send(request, response);
    }
}
