package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.facet.BadStateException;
import org.banggiao.publish.facet.Facet;
import org.banggiao.publish.facet.FacetLists;
import org.banggiao.publish.facet.ListFormat;
import org.banggiao.publish.facet.ListShape;
import org.banggiao.publish.facet.ListState;
import org.banggiao.publish.facet.Selection;
import org.banggiao.publish.http.Accept;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists what there is, narrowed by what the address says: as pages, as data, and as the queries that give the same. */
@Controller
final class BrowseController {
    private static final Set<String> OF_LISTS = Set.of("lang", "format", "part", "sparql");
    private static final Set<String> OF_VALUES = Set.of("lang", "find");

    private final FacetLists lists;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;
    private final Assets assets;
    private final ListExports exports;

    BrowseController(
            FacetLists lists,
            ReleaseViews views,
            Frames frames,
            Templates templates,
            Assets assets,
            ListExports exports) {
        this.lists = lists;
        this.views = views;
        this.frames = frames;
        this.templates = templates;
        this.assets = assets;
        this.exports = exports;
    }

    /** Leads to the first list. */
    @GetMapping("/browse")
    void browse(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        redirect("browse/" + lists.shapes().lists().getFirst().key() + (query == null ? "" : "?" + query), response);
    }

    @GetMapping("/browse/{list}")
    void list(@PathVariable String list, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var shape = shape(list, request, response);
        if (shape.isEmpty()) {
            return;
        }
        var state = state(shape.get(), store, OF_LISTS, request, response);
        if (state.isEmpty()) {
            return;
        }
        var links = new ListLinks("", Language.named(request));
        var format = format(shape.get(), request);
        if (format.isEmpty()) {
            refuseFormat(shape.get(), request, response);
            return;
        }
        if (format.get() == ListFormat.HTML && isForm(request)) {
            redirect(links.to(state.get()), response);
            return;
        }
        var language = frames.language(request);
        var selection = lists.select(state.get(), store, language.code());
        var wanted = request.getParameter("sparql");
        if (wanted != null) {
            query(wanted, selection, format.get(), request, response);
        } else if (format.get() == ListFormat.HTML) {
            page(selection, store, links, request, response);
        } else {
            exports.send(selection, format.get(), store, language, request, response);
        }
    }

    @GetMapping("/browse/{list}/{facet}")
    void values(
            @PathVariable String list,
            @PathVariable String facet,
            Store store,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var shape = shape(list, request, response);
        if (shape.isEmpty()) {
            return;
        }
        var wanted = shape.get().facet(facet).filter(f -> !f.isHidden() && f.as() != Facet.As.YEARS);
        if (wanted.isEmpty()) {
            new Problem(404, "http-404", "Not Found", "The list " + shape.get().key() + " has no such values.")
                    .write(request, response);
            return;
        }
        var state = state(shape.get(), store, OF_VALUES, request, response);
        if (state.isEmpty()) {
            return;
        }
        var language = frames.language(request);
        var selection = lists.select(state.get(), store, language.code());
        var find = Objects.requireNonNullElse(request.getParameter("find"), "").strip();
        var content = new ValuesView(selection, Texts.in(language), new ListLinks("../", Language.named(request)))
                .page(wanted.get(), find);
        var frame = frames.of(request, content.title(), shape.get().key());
        Pages.send(templates.render("values", Map.of("frame", frame, "page", content)), frame, request, response);
    }

    private Optional<ListShape> shape(String list, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var shape = lists.shapes().list(list);
        if (shape.isEmpty()) {
            var keys = lists.shapes().lists().stream().map(ListShape::key).toList();
            new Problem(
                            404,
                            "http-404",
                            "Not Found",
                            "There is no list of this name. The lists are " + String.join(", ", keys) + ".")
                    .write(request, response);
        }
        return shape;
    }

    /** The state that a request asks for; where it asks for none, the request has been answered. */
    private Optional<ListState> state(
            ListShape shape, Store store, Set<String> others, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            return Optional.of(lists.read(shape, request.getParameterMap(), others, store));
        } catch (BadStateException e) {
            var more = new LinkedHashMap<String, Object>();
            more.put("list", shape.key());
            more.put("parameter", e.parameter());
            if (!e.value().isEmpty()) {
                more.put("value", e.value());
            }
            if (!e.allowed().isEmpty()) {
                more.put("allowed", e.allowed());
            }
            new Problem(400, e.wrong().kind(), e.wrong().title(), String.valueOf(e.getMessage()), more)
                    .write(request, response);
            return Optional.empty();
        }
    }

    /** The format that is asked for by name, else the one that is accepted best. */
    private static Optional<ListFormat> format(ListShape shape, HttpServletRequest request) {
        var offers = ListFormat.of(shape);
        var named = request.getParameter("format");
        return named != null
                ? ListFormat.named(named).filter(offers::contains)
                : Accept.parse(Problem.accept(request)).best(offers, ListFormat::mediaType);
    }

    private static void refuseFormat(ListShape shape, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Vary", "Accept, Accept-Language");
        new Problem(
                        406,
                        "not-acceptable",
                        "No such format",
                        "This list comes as " + ListFormat.list(shape) + ". Choose one by Accept or ?format=.")
                .write(request, response);
    }

    /** Whether the address was made by a form, which names what is empty and the two ends of years. */
    private static boolean isForm(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .anyMatch(p -> p.getKey().contains(".") || (p.getValue().length > 0 && p.getValue()[0].isBlank()));
    }

    /** Leads people to the query in the form where it can be changed, and gives others its text. */
    private void query(
            String wanted,
            Selection selection,
            ListFormat format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var query = lists.query(wanted, selection, frames.language(request).code());
        if (query.isEmpty()) {
            new Problem(
                            400,
                            "bad-value",
                            "Not a value of this parameter",
                            "The parameter sparql is list, count or the name of a facet.",
                            Map.of("parameter", "sparql"))
                    .write(request, response);
        } else if (format == ListFormat.HTML) {
            response.setHeader("Vary", "Accept, Accept-Language");
            redirect(frames.links(request).query(query.get()), response);
        } else {
            exports.sendQuery(query.get(), request, response);
        }
    }

    private void page(
            Selection selection, Store store, ListLinks links, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var texts = Texts.in(frames.language(request));
        var view = new ListView(selection, lists, views.of(store), store, texts, frames.links(request), links);
        var content = view.page(frames.links(request).file(assets.path("facets.js")));
        var frame = frames.of(
                        request, content.title(), selection.state().shape().key())
                .alsoAs(content.exports());
        ListExports.link(response, "canonical", new ListLinks("", Optional.empty()).to(selection.state()), "");
        for (var step : content.pages()) {
            ListExports.link(response, step.rel(), step.href(), "");
        }
        for (var export : content.exports()) {
            ListExports.link(response, "alternate", export.href(), export.mediaType());
        }
        response.setHeader("Content-Language", frame.language());
        var html = templates.render("browse", Map.of("frame", frame, "page", content));
        new Representation(html, "text/html;charset=utf-8", "Accept, Accept-Language").send(request, response);
    }

    private static void redirect(String address, HttpServletResponse response) {
        response.setHeader("Location", address);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }
}
