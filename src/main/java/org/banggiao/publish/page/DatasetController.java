package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banggiao.publish.catalog.DatasetDescription;
import org.banggiao.publish.catalog.Facts;
import org.banggiao.publish.catalog.HandedOut;
import org.banggiao.publish.entity.Format;
import org.banggiao.publish.entity.NamedFormat;
import org.banggiao.publish.entity.RdfAnswer;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.banggiao.store.StoreSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The data as a whole, their releases and each of these: as pages and, in every format, as a catalogue describes them. The three
 * have one description, since it is small.
 */
@Controller
final class DatasetController {
    private static final String DATASET = "/dataset";
    private static final String RELEASES = DATASET + "/releases";

    private final PublishSettings settings;
    private final StoreSource source;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;
    private final RdfAnswer rdf;

    DatasetController(
            PublishSettings settings, StoreSource source, ReleaseViews views, Frames frames, Templates templates) {
        this.settings = settings;
        this.source = source;
        this.views = views;
        this.frames = frames;
        this.templates = templates;
        this.rdf = new RdfAnswer(DatasetDescription.prefixes(settings.baseIri()));
    }

    @GetMapping({DATASET, DATASET + ".{suffix}"})
    void dataset(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(store, DATASET, request, response);
    }

    @GetMapping({RELEASES, RELEASES + ".{suffix}"})
    void releases(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(store, RELEASES, request, response);
    }

    @GetMapping(RELEASES + "/{release:[0-9a-z]+(?:[.][a-z]+)?}")
    void release(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(store, RELEASES + "/", request, response);
    }

    private void answer(Store store, String which, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var asked = NamedFormat.of(path);
        var releases = HandedOut.all(source, store);
        var id = which.endsWith("/")
                ? asked.path().substring(which.length())
                : releases.getFirst().id();
        var release = releases.stream().filter(r -> r.id().equals(id)).findFirst();
        if (release.isEmpty()) {
            new Problem(
                            404,
                            "no-such-release",
                            "No such release",
                            "There is no release " + id + " here, or no more. " + RELEASES
                                    + " lists those that are kept.")
                    .write(request, response);
            return;
        }
        var server = RequestAddress.root(request, path);
        var facts = Facts.of(store.released().statistics(), views.of(store).catalogue());
        var offer = asked.offer(request);
        response.addHeader("Vary", "Accept");
        settings.licence().stated().ifPresent(l -> response.addHeader("Link", "<" + l.url() + ">; rel=\"license\""));
        if (offer.isPresent() && offer.get().format() == Format.HTML) {
            var frame = frame(which, asked.path(), request);
            var html = which.equals(RELEASES)
                    ? templates.render("releases", Map.of("frame", frame, "rows", rows(releases, request)))
                    : templates.render(
                            "dataset",
                            Map.of(
                                    "frame",
                                    frame,
                                    "page",
                                    new DatasetViews(
                                                    settings,
                                                    frame,
                                                    views.of(store).catalogue(),
                                                    server)
                                            .page(release.get(), releases.getFirst(), facts)));
            response.setHeader("Content-Language", frame.language());
            new org.banggiao.publish.http.Representation(html, "text/html;charset=utf-8", "Accept, Accept-Language")
                    .send(request, response);
            return;
        }
        var key = String.join(" ", releases.stream().map(HandedOut::id).toList()) + " " + server;
        rdf.send(
                key,
                () -> DatasetDescription.of(settings, server, releases, facts),
                offer.map(o -> o.format().mediaType()).or(() -> Optional.of("none")),
                "",
                request,
                response);
    }

    private Frame frame(String which, String path, HttpServletRequest request) {
        var texts = Texts.in(frames.language(request));
        var title = switch (which) {
            case DATASET -> texts.get("dataset.title");
            case RELEASES -> texts.get("dataset.releases");
            default -> texts.get("dataset.release", path.substring(RELEASES.length() + 1));
        };
        return frames.ofResource(request, title, "dataset", path, settings.baseIri() + path.substring(1));
    }

    private List<DatasetPage.ReleaseRow> rows(List<HandedOut> releases, HttpServletRequest request) {
        var texts = Texts.in(frames.language(request));
        var links = frames.links(request);
        var current = releases.getFirst();
        return releases.stream()
                .map(r -> new DatasetPage.ReleaseRow(
                        r,
                        links.page(RELEASES + "/" + r.id()),
                        r == current,
                        r.made().map(m -> DatasetViews.day(m, texts.language())).orElse(""),
                        texts.count("n.triple", r.info().quads()),
                        r.changes()
                                .map(c -> DatasetViews.changed(c.summary(), texts))
                                .orElse("")))
                .toList();
    }
}
