package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.banggiao.publish.citation.Citation;
import org.banggiao.publish.citation.CitationForm;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.http.Accept;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.permanent.CanonicalResult;
import org.banggiao.publish.permanent.PermanentQueries;
import org.banggiao.publish.permanent.PermanentQuery;
import org.banggiao.publish.permanent.ResultDigests;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.sparql.BoundedAnswer;
import org.banggiao.publish.sparql.ResultFormat;
import org.banggiao.publish.sparql.ResultSender;
import org.banggiao.store.Store;
import org.banggiao.store.StoreSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Answers for queries at their own addresses: as a page, as the query, as its result in any format, or as a citation. */
@Controller
final class PermanentController {
    /** Rows or triples that a page shows; the downloads have all. */
    private static final int MOST_ROWS = 100;

    private static final String QUERY = "application/sparql-query";
    private static final String HTML = "text/html";
    private static final List<String> QUERY_NAMES = List.of("query", "rq", "sparql", QUERY);
    private static final String CANONICAL = "canonical";

    private final PublishSettings settings;
    private final PermanentQueries queries;
    private final StoreSource source;
    private final ResultDigests digests;
    private final ResultSender sender;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;

    PermanentController(
            PublishSettings settings,
            PermanentQueries queries,
            StoreSource source,
            ResultDigests digests,
            ResultSender sender,
            ReleaseViews views,
            Frames frames,
            Templates templates) {
        this.settings = settings;
        this.queries = queries;
        this.source = source;
        this.digests = digests;
        this.sender = sender;
        this.views = views;
        this.frames = frames;
        this.templates = templates;
    }

    @GetMapping("/query/{name}")
    void query(
            @PathVariable("name") String name, Store current, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int dot = name.indexOf('.');
        var query = queries.find(dot < 0 ? name : name.substring(0, dot));
        if (query.isEmpty()) {
            noSuchQuery().write(request, response);
            return;
        }
        var format = Optional.ofNullable(request.getParameter("format"))
                .or(() -> dot < 0 ? Optional.empty() : Optional.of(name.substring(dot + 1)))
                .map(f -> f.strip().toLowerCase(Locale.ROOT));
        response.setHeader("Link", "<" + address(query.get()) + ">; rel=\"cite-as\"");
        if (isText(format, request)) {
            new Representation(query.get().text(), QUERY + ";charset=utf-8", "Accept").send(request, response);
            return;
        }
        var release = query.get().release().orElse(current.release().id());
        try (var lease = source.lease(release, settings.releases().open()).orElse(null)) {
            if (lease == null) {
                gone(query.get(), release).write(request, response);
                return;
            }
            new Asked(query.get(), lease.store(), current, request, response).answer(format);
        }
    }

    /** Whether the query itself is asked for, which needs no release. */
    private static boolean isText(Optional<String> format, HttpServletRequest request) {
        return format.map(QUERY_NAMES::contains)
                .orElseGet(() -> request.getParameter("cite") == null && QUERY.equals(liked(request)));
    }

    /** The media type that the client likes best: of a result, of the query, or of a page. */
    private static String liked(HttpServletRequest request) {
        var types = new ArrayList<String>();
        Arrays.stream(ResultFormat.Kind.values()).forEach(k -> types.addAll(ResultSender.mediaTypes(k)));
        types.add(QUERY);
        types.add(HTML);
        return Accept.parse(Problem.accept(request)).best(types).orElse("");
    }

    private String address(PermanentQuery query) {
        return settings.baseIri() + "query/" + query.id();
    }

    private static Problem noSuchQuery() {
        return new Problem(
                404,
                "no-such-query",
                "No such query",
                "No query is kept here under this address. It may be misspelled, or have been kept by another service.");
    }

    private Problem gone(PermanentQuery query, String release) {
        var more = new LinkedHashMap<String, Object>(Map.of("release", release));
        var archive = settings.releases().archiveOf(release);
        archive.ifPresent(a -> more.put("dump", a));
        return new Problem(
                410,
                "release-gone",
                "The release of this query is not open here any more",
                "The query asks the release " + release + ", which this service no longer keeps open. "
                        + archive.map(a -> "Its data are at " + a + ". ")
                                .orElse("Who runs this service may have a copy of its data. ")
                        + "The query itself is at /query/" + query.id() + "?format=query and can be asked of the"
                        + " current release by /query.",
                more);
    }

    /** One request for a query whose release is here. */
    private final class Asked {
        private final PermanentQuery query;
        private final Store store;
        private final Store current;
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final String client;

        Asked(
                PermanentQuery query,
                Store store,
                Store current,
                HttpServletRequest request,
                HttpServletResponse response) {
            this.query = query;
            this.store = store;
            this.current = current;
            this.request = request;
            this.response = response;
            this.client = ClientAddress.of(request);
        }

        void answer(Optional<String> format) throws IOException {
            response.setHeader("Banggiao-Release", store.release().id());
            var cite = request.getParameter("cite");
            if (cite != null) {
                cite(cite);
            } else if (format.isPresent()
                    ? format.get().equals("html")
                    : liked(request).equals(HTML)) {
                page();
            } else if (format.filter(CANONICAL::equals).isPresent()) {
                canonical();
            } else {
                digests.digest(query, store, client).ifPresent(this::digestHeader);
                sender.send(query.text(), format, store, request, response);
            }
        }

        private void digestHeader(CanonicalResult.Digest digest) {
            response.setHeader("Banggiao-Result-Digest", digest.field());
        }

        private void canonical() throws IOException {
            var result = digests.result(query, store, client);
            if (result.answer() instanceof BoundedAnswer.Refused refused) {
                refused.problem().write(request, response);
                return;
            }
            if (result.canonical().isEmpty()) {
                new Problem(
                                406,
                                "not-acceptable",
                                "No such format",
                                "This result has no canonical form: it has more than " + ResultDigests.MOST_ROWS
                                        + " rows or triples, has blank nodes, or is another each time.")
                        .write(request, response);
                return;
            }
            var text = result.canonical().get();
            digestHeader(text.digest());
            response.setHeader("Repr-Digest", text.digest().field());
            // A strong tag: it is sent as it is, not packed, so that its bytes have this digest.
            response.setHeader("ETag", "\"" + text.digest().hex() + "\"");
            response.setHeader("Cache-Control", "no-cache, no-transform");
            response.setContentType("text/plain;charset=utf-8");
            byte[] body = text.text().getBytes(StandardCharsets.UTF_8);
            response.setContentLength(body.length);
            if (!request.getMethod().equals("HEAD")) {
                response.getOutputStream().write(body);
            }
        }

        private void cite(String name) throws IOException {
            var form = CitationForm.named(name);
            if (form.isEmpty()) {
                new Problem(
                                406,
                                "not-acceptable",
                                "No such format",
                                "Citations come as bibtex, ris, csl and cff: ?cite=bibtex")
                        .write(request, response);
                return;
            }
            var digest = digests.digest(query, store, client);
            new Representation(citation(digest).in(form.get()), form.get().mediaType() + ";charset=utf-8", "")
                    .send(request, response);
        }

        private Citation citation(Optional<CanonicalResult.Digest> digest) {
            var notes = new ArrayList<String>();
            notes.add("SPARQL query");
            notes.add(query.release().map(r -> "release " + r).orElse("asks the current release"));
            digest.filter(d -> query.release().isPresent())
                    .ifPresent(d -> notes.add("SHA-256 of the result: " + d.hex()));
            return new Citation(
                    "query-" + query.id(),
                    query.title(),
                    "",
                    settings.title(),
                    address(query),
                    Optional.of(query.kept()),
                    query.release(),
                    settings.licence().spdx(),
                    notes);
        }

        private void page() throws IOException {
            var texts = Texts.in(frames.language(request));
            var links = frames.links(request);
            var result = digests.result(query, store, client);
            var digest = result.canonical().map(CanonicalResult::digest);
            digest.ifPresent(this::digestHeader);
            var self = "/query/" + query.id();
            var page = new PermanentPage(
                    query,
                    address(query),
                    store.release().id(),
                    store.release().id().equals(current.release().id()),
                    new AnswerView(settings, store, views.of(store), texts, links)
                            .answer(result.answer().first(MOST_ROWS), query.text()),
                    downloads(result.answer(), self, links),
                    digest.map(CanonicalResult.Digest::hex),
                    links.file(self + "?format=" + CANONICAL),
                    citation(digest).in(CitationForm.BIBTEX),
                    Arrays.stream(CitationForm.values())
                            .map(f -> new Frame.Alternate(
                                    texts.get("cite." + f.code()),
                                    f.mediaType(),
                                    links.file(self + "?cite=" + f.code())))
                            .toList(),
                    links.file(self + "?format=query"),
                    links.page("/query?edit=1&query=" + Links.encode(query.text())));
            var frame = frames.of(request, query.title(), "query");
            var html = templates.render("permanent", Map.of("frame", frame, "page", page));
            response.setHeader("Content-Language", frame.language());
            int status = result.answer() instanceof BoundedAnswer.Refused refused
                    ? refused.problem().status()
                    : HttpServletResponse.SC_OK;
            new Representation(html, "text/html;charset=utf-8", "Accept, Accept-Language")
                    .send(status, request, response);
        }

        private static List<Frame.Alternate> downloads(BoundedAnswer answer, String self, Links links) {
            return QueryController.formats(answer).stream()
                    .map(f -> new Frame.Alternate(f, "", links.file(self + "." + f)))
                    .toList();
        }
    }
}
