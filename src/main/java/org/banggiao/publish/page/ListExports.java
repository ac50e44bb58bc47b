package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.banggiao.publish.facet.FacetLists;
import org.banggiao.publish.facet.JsonExport;
import org.banggiao.publish.facet.ListFormat;
import org.banggiao.publish.facet.ListPart;
import org.banggiao.publish.facet.Selection;
import org.banggiao.publish.facet.TableExport;
import org.banggiao.publish.facet.TurtleExport;
import org.banggiao.publish.http.EntityTag;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;

/**
 * Sends lists as data: the whole list, whatever page it was asked from. A list that has more than one answer may hold comes in
 * parts, and is refused where no part is named, so that a part is never taken for the whole.
 */
final class ListExports {
    /** Members of a list in Turtle, whose statements are put in order before they are sent. */
    private static final int MOST_IN_TURTLE = 5_000;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

    private final PublishSettings settings;
    private final FacetLists lists;

    ListExports(PublishSettings settings, FacetLists lists) {
        this.settings = settings;
        this.lists = lists;
    }

    /** Sends a selection in a format of data. */
    void send(
            Selection selection,
            ListFormat format,
            Store store,
            Language language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (format == ListFormat.QUERY) {
            sendQuery(
                    lists.queries().members(selection.state(), language.code(), selection.index()), request, response);
            return;
        }
        var named = request.getParameter("part");
        long rows = settings.limits().resultRows();
        int most = (int) Math.min(format == ListFormat.TURTLE ? MOST_IN_TURTLE : Integer.MAX_VALUE, rows);
        if (named != null && !NUMBER.matcher(named).matches()) {
            refuse(400, "bad-value", "The parameter part is the number of a part, from 1 on.", request, response);
            return;
        }
        var part = new ListPart(selection, named == null ? 1 : Integer.parseInt(named), most);
        if (named == null && !part.isWhole()) {
            refuse(
                    422,
                    "result-size",
                    "The list has " + selection.size() + " entries, and one answer in this format has " + most
                            + " at most. Narrow the list, or take it in " + part.parts()
                            + " parts by &part=1 to &part=" + part.parts() + ".",
                    request,
                    response);
            return;
        }
        if (part.number() > part.parts()) {
            refuse(404, "http-404", "The list has " + part.parts() + " parts in this format.", request, response);
            return;
        }
        linkParts(part, format, response);
        response.setHeader("Vary", "Accept, Accept-Language");
        response.setHeader("Cache-Control", "no-cache");
        var state = selection.state();
        var here = RequestAddress.of(request) + (state.queryOfAll().isEmpty() ? "" : "?" + state.queryOfAll());
        var tag = EntityTag.of(
                store.release().id(), format.suffix(), language.code(), here, String.valueOf(part.number()), "1");
        response.setHeader("ETag", tag.value());
        if (tag.isKnownTo(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(format.contentType());
        response.setHeader("Content-Language", language.code());
        response.setHeader("Content-Disposition", disposition(format) + "; filename=\"" + file(part, format) + "\"");
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        try (var out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            write(part, format, here, store, language, out);
        }
    }

    private void write(ListPart part, ListFormat format, String here, Store store, Language language, Writer out)
            throws IOException {
        var selection = part.selection();
        var next = part.number() < part.parts()
                ? Optional.of(address(here, format, part.number() + 1))
                : Optional.<String>empty();
        var about = new JsonExport.About(
                here, lists.queries().members(selection.state(), language.code(), selection.index()), next);
        switch (format) {
            case CSV -> TableExport.write(part, languages(language), out);
            case JSON -> JsonExport.write(part, about, out);
            case JSON_LINES -> JsonExport.writeLines(part, out);
            case GEOJSON -> JsonExport.writeFeatures(part, about, out);
            case TURTLE ->
                out.write(TurtleExport.of(
                        part,
                        here,
                        next,
                        store,
                        lists.prefixes(),
                        settings.limits().forQuery()));
            case HTML, QUERY -> throw new IllegalArgumentException("not the data of a list: " + format);
        }
    }

    /** The languages of the pages, the reader's first. */
    private List<String> languages(Language first) {
        var all = new ArrayList<>(settings.languages());
        all.remove(first.code());
        all.addFirst(first.code());
        return all;
    }

    /** Sends the text of a query. */
    void sendQuery(String query, HttpServletRequest request, HttpServletResponse response) throws IOException {
        new Representation(query + "\n", ListFormat.QUERY.contentType(), "Accept, Accept-Language")
                .send(request, response);
    }

    private static void refuse(
            int status, String kind, String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var title = switch (kind) {
            case "bad-value" -> "Not a value of this parameter";
            case "result-size" -> "The result is too large";
            default -> "Not Found";
        };
        var more = kind.equals("bad-value") ? Map.<String, Object>of("parameter", "part") : Map.<String, Object>of();
        new Problem(status, kind, title, detail, more).write(request, response);
    }

    private static void linkParts(ListPart part, ListFormat format, HttpServletResponse response) {
        if (part.isWhole()) {
            return;
        }
        var here =
                new ListLinks("", Optional.empty()).to(part.selection().state().on(1));
        link(response, "first", address(here, format, 1), format.mediaType());
        if (part.number() > 1) {
            link(response, "prev", address(here, format, part.number() - 1), format.mediaType());
        }
        if (part.number() < part.parts()) {
            link(response, "next", address(here, format, part.number() + 1), format.mediaType());
        }
        link(response, "last", address(here, format, part.parts()), format.mediaType());
    }

    private static String address(String list, ListFormat format, int part) {
        return list + (list.contains("?") ? "&" : "?") + "format=" + format.suffix() + "&part=" + part;
    }

    /** Adds a link (RFC 8288) from what is answered. */
    static void link(HttpServletResponse response, String rel, String href, String mediaType) {
        response.addHeader(
                "Link",
                "<" + href + ">; rel=\"" + rel + "\"" + (mediaType.isEmpty() ? "" : "; type=\"" + mediaType + "\""));
    }

    /** Tables and lines are for programs of their own; the others can be read in a browser. */
    private static String disposition(ListFormat format) {
        return switch (format) {
            case CSV, JSON_LINES, GEOJSON, TURTLE -> "attachment";
            case JSON, HTML, QUERY -> "inline";
        };
    }

    /** The name of a file: the list and what narrows it, in letters that every system takes. */
    private static String file(ListPart part, ListFormat format) {
        var state = part.selection().state();
        var words = new StringBuilder(state.shape().key());
        for (var facet : state.narrowing()) {
            state.of(facet).forEach(text -> words.append('-').append(text));
        }
        var name = words.toString().replaceAll("[^A-Za-z0-9-]+", "-").replaceAll("-{2,}", "-");
        var cut = name.length() > 80 ? name.substring(0, 80) : name;
        return cut.replaceAll("-$", "") + (part.isWhole() ? "" : "-part-" + part.number()) + "." + format.suffix();
    }
}
