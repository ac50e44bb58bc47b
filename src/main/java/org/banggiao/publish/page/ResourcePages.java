package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.banggiao.publish.entity.Description;
import org.banggiao.publish.entity.Descriptions;
import org.banggiao.publish.entity.EntityPages;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;

/** Makes the pages of resources. */
final class ResourcePages implements EntityPages {
    private final PublishSettings settings;
    private final Prefixes prefixes;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;

    ResourcePages(PublishSettings settings, ReleaseViews views, Frames frames, Templates templates) {
        this.settings = settings;
        this.prefixes = Prefixes.of(settings.baseIri());
        this.views = views;
        this.frames = frames;
        this.templates = templates;
    }

    @Override
    public Page page(Description description, String path, Store store, HttpServletRequest request) {
        var language = frames.language(request);
        var texts = Texts.in(language);
        var links = frames.links(request);
        var view = views.of(store);
        if (path.equals("/ontology") || path.equals("/said")) {
            return vocabulary(description, path, view, request, language);
        }
        var resource =
                new ResourceView(description, view, prefixes, texts, links, store.passages(), settings.quotation());
        var page = resource.page(Descriptions.of(store, settings.limits().forQuery()));
        var frame = frames.ofResource(
                        request,
                        page.title(),
                        section(path),
                        path,
                        description.subject().getURI())
                .describedBy(page.lede());
        return new Page(
                templates.render("resource", Map.of("frame", frame, "page", page)), Optional.of(language.code()));
    }

    private Page vocabulary(
            Description description,
            String path,
            ReleaseViews.View view,
            HttpServletRequest request,
            Language language) {
        var texts = Texts.in(language);
        var values = new ValueText(
                description.graph(), view.terms(), view.catalogue(), prefixes, texts, frames.links(request));
        var page = VocabularyPage.of(description, values, language);
        var frame = frames.ofResource(
                request, page.title(), "", path, description.subject().getURI());
        return new Page(
                templates.render("vocabulary", Map.of("frame", frame, "page", page)), Optional.of(language.code()));
    }

    private static String section(String path) {
        var parts = path.split("/", 4);
        return parts.length > 2 && parts[1].equals("id") ? parts[2] : "";
    }
}
