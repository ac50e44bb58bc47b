package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.facet.BadStateException;
import org.banggiao.publish.facet.FacetLists;
import org.banggiao.publish.facet.ListShape;
import org.banggiao.publish.facet.ListState;
import org.banggiao.publish.facet.StateReader;
import org.banggiao.publish.http.EntityTag;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.picture.Picture;
import org.banggiao.publish.picture.PictureData;
import org.banggiao.publish.picture.Svg;
import org.banggiao.publish.picture.Words;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;

/** Reads what picture is asked for and sends it: as page, SVG, PNG, or what is wrong with the question. */
final class PictureAnswers {
    /** Rows of a table on a page. */
    private static final int ROWS = 50;

    private static final Pattern NAME = Pattern.compile("([a-z0-9-]+)(?:\\.(svg|png))?");

    private final PublishSettings settings;
    private final Prefixes prefixes;
    private final ReleaseViews views;
    private final FacetLists lists;
    private final Pictures pictures;
    private final Frames frames;
    private final Templates templates;

    PictureAnswers(
            PublishSettings settings,
            ReleaseViews views,
            FacetLists lists,
            Pictures pictures,
            Frames frames,
            Templates templates) {
        this.settings = settings;
        this.prefixes = Prefixes.of(settings.baseIri());
        this.views = views;
        this.lists = lists;
        this.pictures = pictures;
        this.frames = frames;
        this.templates = templates;
    }

    String baseIri() {
        return settings.baseIri();
    }

    /** What is asked for under a name with or without suffix. */
    Asked asked(String name, Store store, HttpServletRequest request, HttpServletResponse response) {
        var found = NAME.matcher(name);
        return found.matches()
                ? new Asked(found.group(1), Objects.requireNonNullElse(found.group(2), ""), store, request, response)
                : new Asked("", "", store, request, response);
    }

    /** A request for a picture. */
    final class Asked {
        private final String name;
        private final String suffix;
        private final Store store;
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final ReleaseViews.View view;
        private final Texts texts;
        private final Links links;

        private Asked(
                String name, String suffix, Store store, HttpServletRequest request, HttpServletResponse response) {
            this.name = name;
            this.suffix = suffix;
            this.store = store;
            this.request = request;
            this.response = response;
            this.view = views.of(store);
            this.texts = Texts.in(frames.language(request));
            this.links = frames.links(request);
        }

        /** The name without suffix; empty where it can be none. */
        String name() {
            return name;
        }

        ReleaseViews.View view() {
            return view;
        }

        PictureData data() {
            return pictures.data(store);
        }

        Prefixes prefixes() {
            return prefixes;
        }

        /** The list of this name, where it is fit for the picture. */
        Optional<ListShape> shape(Predicate<ListShape> isFit) {
            return lists.shapes().list(name).filter(isFit);
        }

        /** The list of a kind. */
        ListShape shape(Kind kind) {
            return lists.shapes().list(kind.path()).orElseThrow(() -> new IllegalStateException("no list of " + kind));
        }

        /** Which page of the table is asked for; the first where none can be read. */
        private int page() {
            var wanted = Objects.requireNonNullElse(request.getParameter("page"), "");
            return wanted.matches("[0-9]{1,6}") ? Integer.parseInt(wanted) : 1;
        }

        /** What the list is narrowed to by the parameters. */
        ListState state(ListShape shape, Set<String> others) throws BadStateException {
            var reader = new StateReader(
                    lists.index(shape, store),
                    prefixes,
                    n -> view.catalogue().get(n).isPresent()
                            || view.terms().label(n, texts.language().code()).isPresent());
            return reader.read(request.getParameterMap(), others).on(1);
        }

        PictureList list(ListState state, String path, Map<String, String> own) {
            return new PictureList(state, path, own, lists, store, view, texts);
        }
    }

    /** Makes a picture, or takes the one that was made before, and sends it. */
    void send(Asked asked, PictureList list, Function<Words, Picture> making) throws IOException {
        var key = asked.texts.language().code() + " " + list.address();
        var picture = pictures.of(
                asked.store,
                key,
                () -> making.apply(new PictureWords(
                        asked.view,
                        asked.data(),
                        prefixes,
                        new LocalAddress(settings.baseIri()),
                        asked.texts,
                        asked.links)));
        switch (asked.suffix) {
            case "svg" -> {
                asked.response.setHeader(
                        "Content-Language", asked.texts.language().code());
                new Representation(Svg.file(picture.drawing()), "image/svg+xml;charset=utf-8", "Accept-Language")
                        .send(asked.request, asked.response);
            }
            case "png" -> image(picture, key, asked);
            default -> page(picture, list, asked);
        }
    }

    private void page(Picture picture, PictureList list, Asked asked) throws IOException {
        var frame = frames.of(asked.request, picture.drawing().title(), "pictures")
                .describedBy(picture.drawing().description());
        var links = asked.links;
        int all = picture.table().rows().size();
        int number = Math.clamp(asked.page(), 1, Math.max(1, (all + ROWS - 1) / ROWS));
        var rows = picture.table().rows().subList((number - 1) * ROWS, Math.min(all, number * ROWS));
        var content = new PicturePage(
                picture,
                Svg.inPage(picture.drawing(), links::page),
                linked(list.narrowed(), links),
                picture.choices().stream()
                        .map(g -> new PicturePage.Choices(
                                g.title(),
                                g.choices().stream()
                                        .map(c -> new Chip(c.text(), links.page(c.path()), c.count(), c.isChosen()))
                                        .toList()))
                        .toList(),
                others(list, asked),
                picture.notes().stream()
                        .map(n -> new PicturePage.Note(n.text(), n.path().map(links::page), n.link()))
                        .toList(),
                rows.stream()
                        .map(row -> row.stream()
                                .map(c -> new PicturePage.Cell(
                                        c.text(), c.href().map(links::page), c.exact(), c.isNumber()))
                                .toList())
                        .toList(),
                all,
                ListView.steps(list.state().on(number), all, ROWS, asked.texts, s -> tablePage(list, s.page(), links)),
                file(list, "svg", asked),
                file(list, "png", asked),
                frames.file(asked.request, "picture.css"),
                frames.file(asked.request, "picture.js"));
        var html = templates.render("picture", Map.of("frame", frame, "page", content));
        Pages.send(html, frame, asked.request, asked.response);
    }

    /** The page with other rows of the table; the picture is the same. */
    private static String tablePage(PictureList list, int number, Links links) {
        var address = list.address();
        var page = number == 1 ? "" : (address.contains("?") ? "&" : "?") + "page=" + number;
        return links.page(address + page + "#table");
    }

    private static List<Chip> linked(List<Chip> chips, Links links) {
        return chips.stream()
                .map(c -> new Chip(c.text(), links.page(c.href()), c.count(), c.chosen()))
                .toList();
    }

    private static List<Chip> others(PictureList list, Asked asked) {
        var others = new LinkedHashMap<String, String>();
        if (list.path().startsWith("/life/")) {
            others.put("picture.to-instrument", "/id/instrument/" + asked.name());
        } else {
            others.putAll(list.others());
        }
        var chips = new ArrayList<Chip>();
        others.forEach((key, path) -> chips.add(new Chip(asked.texts.get(key), asked.links.page(path), 0, false)));
        return chips;
    }

    /** The picture as a file, in the language of the page. */
    private static String file(PictureList list, String suffix, Asked asked) {
        var parts = list.address().split("\\?", 2);
        var query = Stream.of(
                        parts.length > 1 ? parts[1] : "",
                        "lang=" + asked.texts.language().code())
                .filter(q -> !q.isEmpty())
                .toList();
        return asked.links.file(parts[0] + "." + suffix) + "?" + String.join("&", query);
    }

    private void image(Picture picture, String key, Asked asked) throws IOException {
        byte[] image;
        try {
            image = pictures.image(asked.store, key, picture.drawing());
        } catch (Pictures.BusyException e) {
            busy(asked);
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            busy(asked);
            return;
        }
        var tag = EntityTag.of(Svg.file(picture.drawing()), "png");
        asked.response.setHeader("Vary", "Accept-Language");
        asked.response.setHeader("Content-Language", asked.texts.language().code());
        asked.response.setHeader("ETag", tag.value());
        asked.response.setHeader("Cache-Control", "no-cache");
        if (tag.isKnownTo(asked.request)) {
            asked.response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        asked.response.setContentType("image/png");
        asked.response.setContentLength(image.length);
        if (!asked.request.getMethod().equals("HEAD")) {
            asked.response.getOutputStream().write(image);
        }
    }

    private static void busy(Asked asked) throws IOException {
        new Problem(
                        503,
                        "busy",
                        "The service is busy",
                        "Other pictures are being painted. Ask again in some seconds, or take the same as SVG.",
                        Map.of(Problem.RETRY_AFTER, 5))
                .write(asked.request, asked.response);
    }

    /** Says that there is no such picture. */
    void absent(String names, Asked asked) throws IOException {
        new Problem(
                        404,
                        "http-404",
                        "Not Found",
                        "There is no such picture. There are " + names + ", each also with .svg and .png.")
                .write(asked.request, asked.response);
    }

    /** Says what is wrong with a parameter of the list. */
    void refuse(BadStateException bad, Asked asked) throws IOException {
        var more = new LinkedHashMap<String, Object>();
        more.put("parameter", bad.parameter());
        if (!bad.value().isEmpty()) {
            more.put("value", bad.value());
        }
        if (!bad.allowed().isEmpty()) {
            more.put("allowed", bad.allowed());
        }
        new Problem(400, bad.wrong().kind(), bad.wrong().title(), String.valueOf(bad.getMessage()), more)
                .write(asked.request, asked.response);
    }

    /** Says what is wrong with a parameter of the picture. */
    void refuse(String detail, Asked asked) throws IOException {
        new Problem(400, "bad-value", "Not a value of this parameter", detail).write(asked.request, asked.response);
    }
}
