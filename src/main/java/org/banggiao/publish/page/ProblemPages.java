package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.entity.Format;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.ProblemPage;
import org.banggiao.publish.http.StoreLease;
import org.banggiao.publish.settings.PublishSettings;

/** Tells people of problems in their language. */
final class ProblemPages implements ProblemPage {
    private final LocalAddress address;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;

    ProblemPages(PublishSettings settings, ReleaseViews views, Frames frames, Templates templates) {
        this.address = new LocalAddress(settings.baseIri());
        this.views = views;
        this.frames = frames;
        this.templates = templates;
    }

    @Override
    public String kinds() {
        return address.baseIri() + "problem/";
    }

    @Override
    public String html(Problem problem, HttpServletRequest request) {
        var language = frames.language(request);
        var texts = Texts.in(language);
        var reason = problem.more().get("reason") instanceof String why ? why : "";
        var knownReason = texts.find("reason." + reason.replace(' ', '-'));
        var title = texts.find("problem." + problem.kind() + ".title").orElse(problem.title());
        var own = texts.find("problem." + problem.kind() + ".detail").map(words -> filled(words, problem));
        var near = problem.more().get("near") instanceof List<?> paths
                ? paths.stream().map(p -> near(p.toString(), request, language)).toList()
                : List.<Value>of();
        var formats =
                problem.more().get("formats") instanceof List<?> types ? formats(types, request) : List.<Value>of();
        if (!formats.isEmpty()) {
            own = Optional.of(texts.get("problem.formats"));
        }
        // What has no words of its own here is told in English, the language of the answers to machines.
        var english = own.isEmpty() && language != Language.EN ? problem.detail() : "";
        var detail = own.orElseGet(() -> english.isEmpty() ? problem.detail() : texts.get("problem.detail-in-english"));
        return templates.render(
                "problem",
                Map.of(
                        "frame", frames.of(request, title, ""),
                        "status", String.valueOf(problem.status()),
                        "title", title,
                        "detail", detail,
                        "english", english,
                        "reason", knownReason.orElse(reason),
                        "reasonLanguage", knownReason.isPresent() ? language.code() : Language.EN.code(),
                        "formats", formats,
                        "near", near));
    }

    /** The words with what the problem names: the parameter at {0}, its value at {1}, what could stand there at {2}. */
    private static String filled(String words, Problem problem) {
        var allowed = problem.more().get("allowed") instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
                : "";
        return words.replace("{0}", String.valueOf(problem.more().getOrDefault("parameter", "")))
                .replace("{1}", String.valueOf(problem.more().getOrDefault("value", "")))
                .replace("{2}", allowed.isEmpty() ? "–" : allowed)
                .strip();
    }

    /** Links to what was asked for in the formats that it has. */
    private List<Value> formats(List<?> mediaTypes, HttpServletRequest request) {
        var links = frames.links(request);
        var asked = Frames.path(request);
        int dot = asked.lastIndexOf('.');
        var path = dot > asked.lastIndexOf('/')
                        && Format.named(asked.substring(dot + 1)).isPresent()
                ? asked.substring(0, dot)
                : asked;
        return mediaTypes.stream()
                .flatMap(type -> Format.named(type.toString()).stream())
                .map(f -> Value.of(f.title())
                        .withHref(Optional.of(links.file(path + "." + f.suffix())))
                        .withCode(f.mediaType() + " (." + f.suffix() + ")"))
                .toList();
    }

    private Value near(String path, HttpServletRequest request, Language language) {
        var node = NodeFactory.createURI(address.iri(path));
        var label = views.of(StoreLease.storeOf(request))
                .catalogue()
                .get(node)
                .map(l -> l.label(language.code()))
                .orElse(path);
        return Value.of(label).withHref(frames.links(request).resource(node)).withCode(path);
    }
}
