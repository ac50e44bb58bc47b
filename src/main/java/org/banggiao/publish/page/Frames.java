package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.banggiao.publish.entity.Format;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.http.StoreLease;
import org.banggiao.publish.settings.PublishSettings;

/** Makes what stands around the content of pages. */
public final class Frames {
    private final PublishSettings settings;
    private final Assets assets;
    private final LocalAddress address;
    private final List<Language> languages;

    Frames(PublishSettings settings, Assets assets) {
        this.settings = settings;
        this.assets = assets;
        this.address = new LocalAddress(settings.baseIri());
        this.languages = settings.languages().stream()
                .flatMap(code -> Language.of(code).stream())
                .toList();
    }

    /** The language for a request. */
    Language language(HttpServletRequest request) {
        return Language.chosen(request, languages);
    }

    /** The links of the page that a request asks for. */
    Links links(HttpServletRequest request) {
        return Links.from(path(request), Language.named(request), address);
    }

    /** The address of a file that pages need, such as a script, for the page that a request asks for. */
    String file(HttpServletRequest request, String name) {
        return links(request).file(assets.path(name));
    }

    /** The frame of a page that is about no resource. */
    Frame of(HttpServletRequest request, String title, String section) {
        return of(request, title, section, Optional.empty(), List.of());
    }

    /** The frame of the page of a resource: the one at this path, with this address. */
    Frame ofResource(HttpServletRequest request, String title, String section, String path, String iri) {
        var links = links(request);
        var alternates = Format.ofData().stream()
                .map(f -> new Frame.Alternate(f.title(), f.mediaType(), links.file(path + "." + f.suffix())))
                .toList();
        return of(request, title, section, Optional.of(iri), alternates);
    }

    private Frame of(
            HttpServletRequest request,
            String title,
            String section,
            Optional<String> canonical,
            List<Frame.Alternate> alternates) {
        var language = language(request);
        var links = links(request);
        var choices = new ArrayList<Frame.Choice>();
        for (var other : languages) {
            choices.add(new Frame.Choice(other, inLanguage(request, links, other), other == language));
        }
        return new Frame(
                Frame.Site.of(settings, language),
                title,
                Texts.in(language),
                links,
                choices,
                links.file(assets.path("banggiao.css")),
                links.file(assets.path("icon.svg")),
                links.file(assets.path("search.js")),
                StoreLease.storeOf(request).release().id(),
                canonical,
                alternates,
                "",
                section);
    }

    /** The same page in another language: its parameters stay. */
    private static String inLanguage(HttpServletRequest request, Links links, Language language) {
        var kept = new StringBuilder();
        var query = Objects.requireNonNullElse(request.getQueryString(), "");
        for (var pair : query.split("&", -1)) {
            if (!pair.isEmpty() && !pair.startsWith("lang=")) {
                kept.append(pair).append('&');
            }
        }
        return links.file(path(request)) + "?" + kept + "lang=" + language.code();
    }

    /** The path that was asked for, also where an error is told at another one. */
    static String path(HttpServletRequest request) {
        var failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed instanceof String uri ? uri : request.getRequestURI();
    }
}
