package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.http.Accept;
import org.banggiao.publish.http.EntityTag;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.search.Found;
import org.banggiao.publish.search.Hit;
import org.banggiao.publish.search.Piece;
import org.banggiao.publish.search.SearchIndex;
import org.banggiao.publish.search.SearchIndexes;
import org.banggiao.publish.search.SearchJson;
import org.banggiao.publish.search.SearchKind;
import org.banggiao.publish.search.SearchRequest;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.settings.PublishSettings.Quotation;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Finds what somebody looks for by its name, as a page or JSON, and suggests while one types. */
@Controller
final class SearchController {
    private static final String JSON = "application/json";
    private static final String HTML = "text/html";
    private static final int ON_A_PAGE = 20;
    private static final int LONGEST = 200;
    private static final int MOST_SUGGESTIONS = 20;
    private static final int SUGGESTIONS = 8;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final List<String> TRIES = List.of("Cay-xỏn Phôm-vi-hản", "hiep dinh bien gioi", "Moscow");

    private final Prefixes prefixes;
    private final LocalAddress address;
    private final SearchIndexes indexes;
    private final Frames frames;
    private final Templates templates;
    private final boolean withPassages;

    SearchController(PublishSettings settings, SearchIndexes indexes, Frames frames, Templates templates) {
        this.prefixes = Prefixes.of(settings.baseIri());
        this.address = new LocalAddress(settings.baseIri());
        this.indexes = indexes;
        this.frames = frames;
        this.templates = templates;
        this.withPassages = settings.quotation() != Quotation.NONE;
    }

    @GetMapping("/search")
    void search(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var asked = new Question(
                    text(request), kind(request), number(request, "page", 1, SearchRequest.DEEPEST / ON_A_PAGE));
            var index = index(store);
            response.setHeader("Vary", "Accept, Accept-Language");
            if (isJson(request)) {
                send(
                        () -> SearchJson.of(
                                index.search(asked.request(withPassages)), asked.text, asked.from(), address::path),
                        tag(store, "search", asked.text, asked.kindPath(), String.valueOf(asked.page)),
                        request,
                        response);
            } else {
                var texts = Texts.in(frames.language(request));
                var view = new View(asked, texts, frames.links(request));
                var found = index.search(asked.request(withPassages));
                var title = asked.text.isEmpty()
                        ? texts.get("search.title")
                        : asked.text + " – " + texts.get("search.title");
                var frame = frames.of(request, title, "search");
                var html = templates.render("search", Map.of("frame", frame, "page", view.page(found)));
                response.setHeader("Content-Language", frame.language());
                new Representation(html, HTML + ";charset=utf-8", "Accept, Accept-Language").send(request, response);
            }
        } catch (Refused refused) {
            refused.problem.write(request, response);
        }
    }

    @GetMapping("/search/suggest")
    void suggest(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var text = text(request);
            var kind = kind(request);
            int most = number(request, "limit", SUGGESTIONS, MOST_SUGGESTIONS);
            var index = index(store);
            // Not worth a question to the service at each key that is pressed.
            response.setHeader("Cache-Control", "max-age=60");
            send(
                    () -> SearchJson.of(index.suggest(text, kind, most), text, address::path),
                    tag(store, "suggest", text, kind.map(SearchKind::path).orElse(""), String.valueOf(most)),
                    request,
                    response);
        } catch (Refused refused) {
            refused.problem.write(request, response);
        }
    }

    private static EntityTag tag(Store store, String... parts) {
        return EntityTag.of(store.release().id(), String.join("\n", parts));
    }

    /** Sends JSON, which is made only where the client has it not yet. */
    private static void send(
            Supplier<String> json, EntityTag tag, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("ETag", tag.value());
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-cache");
        }
        if (tag.isKnownTo(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = json.get().getBytes(StandardCharsets.UTF_8);
        response.setContentType(JSON);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean isJson(HttpServletRequest request) {
        var format = request.getParameter("format");
        if (format != null) {
            if (!format.equals("json") && !format.equals("html")) {
                throw bad("The parameter format is html or json, not \"" + format + "\".");
            }
            return format.equals("json");
        }
        return Accept.parse(Problem.accept(request))
                .best(List.of(HTML, JSON))
                .filter(JSON::equals)
                .isPresent();
    }

    private SearchIndex index(Store store) {
        return indexes.of(store)
                .orElseThrow(() -> new Refused(new Problem(
                        503,
                        "no-index",
                        "No search index",
                        "This release was made without a search index, and is too large to make one now."
                                + " Make it again with this program.")));
    }

    private static String text(HttpServletRequest request) {
        var text = Objects.requireNonNullElse(request.getParameter("q"), "");
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw bad("The parameter q has " + LONGEST + " characters at most.");
        }
        return text;
    }

    private static Optional<SearchKind> kind(HttpServletRequest request) {
        var name = Objects.requireNonNullElse(request.getParameter("kind"), "");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var kind = SearchKind.of(name);
        if (kind.isEmpty()) {
            throw bad("There is no kind \"" + name + "\" to search.");
        }
        return kind;
    }

    private static int number(HttpServletRequest request, String name, int otherwise, int most) {
        var value = Objects.requireNonNullElse(request.getParameter(name), "");
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!NUMBER.matcher(value).matches() || Integer.parseInt(value) > most) {
            throw bad("The parameter " + name + " is a number from 1 to " + most + ", not \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }

    private static Refused bad(String detail) {
        return new Refused(new Problem(400, "bad-request", "Bad request", detail));
    }

    /** A request that is answered by a problem. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }
    }

    /** What is asked; it stands in the address. */
    private record Question(String text, Optional<SearchKind> kind, int page) {
        int from() {
            return (page - 1) * ON_A_PAGE;
        }

        String kindPath() {
            return kind.map(SearchKind::path).orElse("");
        }

        SearchRequest request(boolean withPassages) {
            return new SearchRequest(text, kind, from(), ON_A_PAGE, withPassages);
        }

        String path(String otherText, String otherKind, int otherPage) {
            return "/search?q=" + Links.encode(otherText)
                    + (otherKind.isEmpty() ? "" : "&kind=" + otherKind)
                    + (otherPage == 1 ? "" : "&page=" + otherPage);
        }
    }

    /** What was found in one language. */
    private final class View {
        private final Question asked;
        private final Texts texts;
        private final Links links;

        View(Question asked, Texts texts, Links links) {
            this.asked = asked;
            this.texts = texts;
            this.links = links;
        }

        SearchPage page(Found found) {
            boolean isAsked = !asked.text.isBlank();
            boolean isMore = asked.from() + found.hits().size() < found.total()
                    && asked.page < SearchRequest.DEEPEST / ON_A_PAGE;
            return new SearchPage(
                    asked.text,
                    asked.kindPath(),
                    isAsked ? summary(found) : "",
                    explain(found),
                    kinds(found),
                    found.spellings().stream()
                            .map(spelling -> new Chip(
                                    spelling.text(),
                                    links.page(asked.path(spelling.text(), "", 1)),
                                    spelling.count(),
                                    false))
                            .toList(),
                    texts.get(found.areSpellingsFound() ? "search.narrow" : "search.spellings"),
                    found.hits().stream().map(this::item).toList(),
                    asked.page > 1
                            ? Optional.of(links.page(asked.path(asked.text, asked.kindPath(), asked.page - 1)))
                            : Optional.empty(),
                    isMore
                            ? Optional.of(links.page(asked.path(asked.text, asked.kindPath(), asked.page + 1)))
                            : Optional.empty(),
                    found.hits().isEmpty()
                            ? TRIES.stream()
                                    .map(text -> new Chip(text, links.page(asked.path(text, "", 1)), 0, false))
                                    .toList()
                            : List.of());
        }

        private String summary(Found found) {
            return found.total() == 0
                    ? texts.get("search.none", asked.text)
                    : found.hits().isEmpty()
                            ? texts.count("n.hit", found.total())
                            : texts.get(
                                    "list.where",
                                    Numbers.whole(asked.from() + 1L, texts.language()),
                                    Numbers.whole(
                                            asked.from() + (long) found.hits().size(), texts.language()),
                                    texts.count("n.hit", found.total()));
        }

        private String explain(Found found) {
            return found.total() == 0
                    ? ""
                    : switch (found.fit()) {
                        case AS_ASKED -> "";
                        case ALIKE -> texts.get("search.alike", asked.text);
                        case IN_PART -> texts.get("search.in-part", asked.text);
                    };
        }

        private List<Chip> kinds(Found found) {
            if (found.kinds().isEmpty()) {
                return List.of();
            }
            var chips = new ArrayList<Chip>();
            long all = found.kinds().entrySet().stream()
                    .filter(entry -> entry.getKey() != SearchKind.PASSAGE)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            chips.add(new Chip(
                    texts.get("search.all-kinds"),
                    links.page(asked.path(asked.text, "", 1)),
                    all,
                    asked.kind.isEmpty()));
            found.kinds().entrySet().stream()
                    .sorted(Map.Entry.<SearchKind, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(entry -> new Chip(
                            texts.get("kind." + entry.getKey().path()),
                            links.page(asked.path(asked.text, entry.getKey().path(), 1)),
                            entry.getValue(),
                            asked.kind.filter(entry.getKey()::equals).isPresent()))
                    .forEach(chips::add);
            return chips;
        }

        private SearchPage.Item item(Hit hit) {
            var language = texts.language().code();
            var title = hit.label(language);
            boolean isOwn = hit.labels().containsKey(language);
            List<Piece> name =
                    hit.isExplainedBy(language) ? List.of() : hit.name().pieces();
            return new SearchPage.Item(
                    links.resource(NodeFactory.createURI(hit.iri())).orElse(""),
                    title.pieces(),
                    isOwn
                            ? language
                            : hit.labels().keySet().stream().findFirst().orElse(hit.language()),
                    name,
                    hit.language(),
                    texts.get("search.kind." + hit.kind().path()),
                    prefixes.shorten(hit.iri()).orElse(""));
        }
    }
}
