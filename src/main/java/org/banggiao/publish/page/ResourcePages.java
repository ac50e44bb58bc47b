package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.publish.citation.Citation;
import org.banggiao.publish.entity.Description;
import org.banggiao.publish.entity.Descriptions;
import org.banggiao.publish.entity.EntityPages;
import org.banggiao.publish.entity.Format;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.Profile;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.inbox.LinkSnippets;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;

/** Makes the pages of resources. */
final class ResourcePages implements EntityPages {
    private static final int MOST_QUESTIONS = 6;

    private final PublishSettings settings;
    private final Prefixes prefixes;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;
    private final Questions questions;

    ResourcePages(
            PublishSettings settings, ReleaseViews views, Frames frames, Templates templates, Questions questions) {
        this.settings = settings;
        this.prefixes = Prefixes.of(settings.baseIri());
        this.views = views;
        this.frames = frames;
        this.templates = templates;
        this.questions = questions;
    }

    @Override
    public Page page(Description description, String path, Store store, HttpServletRequest request) {
        var language = frames.language(request);
        var texts = Texts.in(language);
        var links = frames.links(request);
        var view = views.of(store);
        if (path.equals("/ontology") || path.equals("/said")) {
            return vocabulary(description, path, view, store, request, language);
        }
        var resource = view(description, view, store, texts, links);
        // Records of archives have a part of their own on the page of what they are about.
        boolean isOfOverlay =
                !store.overlay().find(description.subject(), Node.ANY, Node.ANY).isEmpty();
        var bare = resource.page(Descriptions.of(
                isOfOverlay ? store : store.released(), settings.limits().forQuery()));
        var page = bare.with(
                asked(description, view, texts, links),
                surroundings(description, view, store, texts, links).around(bare, path));
        var frame = frames.ofResource(
                        request,
                        page.title(),
                        section(path),
                        path,
                        description.subject().getURI())
                .describedBy(page.lede());
        frame = frame.alsoAs(inProfiles(frame, description, path, links));
        return new Page(
                templates.render(
                        "resource",
                        Map.of(
                                "frame",
                                frame,
                                "page",
                                page,
                                "script",
                                frames.file(request, "copy.js"),
                                "records",
                                ArchivedRecord.of(description, links),
                                "recordForms",
                                recordForms(path))),
                Optional.of(language.code()));
    }

    @Override
    public Citation citation(Description description, String path, Store store, HttpServletRequest request) {
        var texts = Texts.in(frames.language(request));
        var links = frames.links(request);
        var view = views.of(store);
        var descriptions = Descriptions.of(store, settings.limits().forQuery());
        var title = view(description, view, store, texts, links).title(descriptions);
        return surroundings(description, view, store, texts, links).citation(title, path);
    }

    /** The data of the page, and the same in other profiles. */
    private static List<Frame.Alternate> inProfiles(Frame frame, Description description, String path, Links links) {
        var turtle = Format.TURTLE;
        return Stream.concat(
                        frame.alternates().stream(),
                        Profile.of(description).stream()
                                .skip(1)
                                .map(profile -> new Frame.Alternate(
                                        profile.title(),
                                        turtle.mediaType(),
                                        links.file(path + "." + turtle.suffix()) + "?_profile=" + profile.token())))
                .toList();
    }

    /** The forms in which its records are exported: EAC-CPF knows those about actors only. */
    private static List<String> recordForms(String path) {
        return Kind.of(section(path)).filter(LinkSnippets::isActor).isPresent()
                ? List.of("csv", "ead", "eac")
                : List.of("csv", "ead");
    }

    private ResourceView view(Description description, ReleaseViews.View view, Store store, Texts texts, Links links) {
        return new ResourceView(description, view, prefixes, texts, links, store.passages(), settings.quotation());
    }

    private Surroundings surroundings(
            Description description, ReleaseViews.View view, Store store, Texts texts, Links links) {
        var values = new ValueText(description.graph(), view.terms(), view.catalogue(), prefixes, texts, links);
        return new Surroundings(description, view, settings, store.release().id(), values, texts, links);
    }

    private ResourcePage.Asked asked(Description description, ReleaseViews.View view, Texts texts, Links links) {
        var subject = description.subject();
        var about = questions.about(subject, description.graph().objects(subject, RDF.type.asNode()), view.terms());
        return new ResourcePage.Asked(
                QuestionViews.list(about.stream().limit(MOST_QUESTIONS).toList(), texts, links),
                about.size(),
                links.page(questionsAbout(subject)));
    }

    private Page vocabulary(
            Description description,
            String path,
            ReleaseViews.View view,
            Store store,
            HttpServletRequest request,
            Language language) {
        var texts = Texts.in(language);
        var values = new ValueText(
                description.graph(), view.terms(), view.catalogue(), prefixes, texts, frames.links(request));
        var page = VocabularyPage.of(
                description,
                values,
                language,
                new VocabularyPage.Context(
                        store,
                        frames.links(request),
                        path.equals("/ontology")
                                ? view.terms().codeLists().stream()
                                        .map(values::resource)
                                        .toList()
                                : List.of()));
        var frame = frames.ofResource(
                request, page.title(), "", path, description.subject().getURI());
        return new Page(
                templates.render("vocabulary", Map.of("frame", frame, "page", page)), Optional.of(language.code()));
    }

    private String questionsAbout(Node node) {
        return "/questions?about="
                + Links.encode(prefixes.shorten(node.getURI()).orElse(node.getURI()));
    }

    private static String section(String path) {
        var parts = path.split("/", 4);
        return parts.length > 2 && parts[1].equals("id") ? parts[2] : "";
    }
}
