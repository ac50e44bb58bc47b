package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JsonObject;
import org.banggiao.publish.entity.Format;
import org.banggiao.publish.entity.NamedFormat;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfText;
import org.banggiao.publish.http.ClientAddress;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.inbox.Entry;
import org.banggiao.publish.inbox.Entry.State;
import org.banggiao.publish.inbox.Inbox;
import org.banggiao.publish.inbox.Inbox.Outcome;
import org.banggiao.publish.inbox.LinkGraph;
import org.banggiao.publish.inbox.LinkSnippets;
import org.banggiao.publish.inbox.LinkTable;
import org.banggiao.publish.inbox.Receiver;
import org.banggiao.publish.inbox.Targets;
import org.banggiao.publish.inbox.Tokens;
import org.banggiao.publish.inbox.WhereEnabled;
import org.banggiao.publish.settings.InboxSettings.Token;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * The inbox (W3C Linked Data Notifications): takes notifications, lists those that were accepted, and gives the accepted links as
 * tables and as parts of archival descriptions.
 */
@Controller
@Conditional(WhereEnabled.class)
final class InboxController {
    private static final String PATH = "/inbox";
    private static final String JSON_LD = "application/ld+json";
    private static final List<String> TYPES = List.of(JSON_LD, "application/activity+json");
    private static final int MOST_LISTED = 1000;
    private static final String LDP = "http://www.w3.org/ns/ldp#";

    private final PublishSettings settings;
    private final Inbox inbox;
    private final Receiver receiver;
    private final Tokens tokens;
    private final Targets targets;
    private final LinkGraph graph;
    private final InboxViews views;
    private final RdfText rdf;

    InboxController(
            PublishSettings settings,
            Inbox inbox,
            Receiver receiver,
            Tokens tokens,
            Targets targets,
            LinkGraph graph,
            Frames frames,
            Templates templates) {
        this.settings = settings;
        this.inbox = inbox;
        this.receiver = receiver;
        this.tokens = tokens;
        this.targets = targets;
        this.graph = graph;
        this.views = new InboxViews(settings, inbox, targets, graph, frames, templates);
        this.rdf = new RdfText(Prefixes.of(settings.baseIri())
                .with(Map.of("ldp", LDP, "as", "https://www.w3.org/ns/activitystreams#")));
    }

    private static String root(HttpServletRequest request) {
        return RequestAddress.root(
                request,
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    private static void announce(HttpServletResponse response) {
        response.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
        response.setHeader("Accept-Post", String.join(", ", TYPES));
    }

    @RequestMapping(path = PATH, method = RequestMethod.OPTIONS)
    void options(HttpServletResponse response) {
        announce(response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @PostMapping(PATH)
    void post(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        announce(response);
        var type = Objects.requireNonNullElse(request.getContentType(), "")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            new Problem(
                            415,
                            "media-type",
                            "Media type not supported",
                            "A notification is JSON-LD: send it with Content-Type: " + JSON_LD + ".")
                    .write(request, response);
            return;
        }
        var token = tokens.of(request);
        if (token.isEmpty() && Tokens.isGiven(request)) {
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            new Problem(401, "token-unknown", "The token is not known", "Send one that is, or none.")
                    .write(request, response);
            return;
        }
        int most = settings.inbox().bodySize();
        byte[] body = request.getContentLengthLong() > most
                ? new byte[most + 1]
                : request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            new Problem(
                            413,
                            "request-too-large",
                            "The request is too large",
                            "A notification may have " + most + " bytes.")
                    .write(request, response);
            return;
        }
        var origin = new Receiver.Origin(
                ClientAddress.of(request),
                ClientAddress.coarse(request),
                token.map(Token::name).orElse(""),
                root(request));
        switch (receiver.take(body, origin, store)) {
            case Outcome.Refused refused -> refused.problem().write(request, response);
            case Outcome.Done done -> taken(done.entries().getFirst(), origin.root(), response);
        }
    }

    private static void taken(Entry entry, String root, HttpServletResponse response) throws IOException {
        var address = root + "inbox/" + entry.id();
        var json = new JsonObject();
        json.put("id", address);
        json.put("state", entry.state().name().toLowerCase(Locale.ROOT));
        json.put("received", entry.received().toString());
        byte[] body = (json + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(
                entry.state() == State.ACCEPTED ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_ACCEPTED);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    @GetMapping({PATH, PATH + ".{suffix:[a-z]+}"})
    void list(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        announce(response);
        response.addHeader("Link", "<" + LDP + "Container>; rel=\"type\"");
        response.addHeader("Link", "<./inbox.html#send>; rel=\"" + LDP + "constrainedBy\"");
        var offer = offer(request);
        if (offer.isEmpty()) {
            notAcceptable(request, response);
        } else if (offer.get().format() == Format.HTML) {
            views.page(store, root(request), request, response);
        } else {
            var accepted = inbox.all(State.ACCEPTED).stream().limit(MOST_LISTED).toList();
            new Representation(
                            rdf.of(
                                    views.listing(accepted, root(request)),
                                    offer.get().format()),
                            offer.get().contentType(),
                            "Accept")
                    .send(request, response);
        }
    }

    /** JSON-LD for who accepts anything (Linked Data Notifications, section 3.3.2). */
    private static Optional<Format.Offer> offer(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var accept = Problem.accept(request).strip();
        return request.getParameter("format") == null
                        && NamedFormat.of(path).suffix().isEmpty()
                        && (accept.isEmpty() || accept.equals("*/*"))
                ? Optional.of(new Format.Offer(Format.JSONLD, JSON_LD))
                : NamedFormat.of(path).offer(request);
    }

    private static void notAcceptable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        new Problem(
                        406,
                        "not-acceptable",
                        "No such format",
                        "This comes as HTML, JSON-LD, Turtle, TriG, RDF/XML and N-Triples. Choose one by Accept or by ?format=.")
                .write(request, response);
    }

    @GetMapping({PATH + "/{id:[0-9a-f]{24}}", PATH + "/{id:[0-9a-f]{24}}.{suffix:[a-z]+}"})
    void notification(@PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var entry = inbox.find(id);
        if (entry.isEmpty()) {
            new Problem(404, "no-such-notification", "No such notification", "No notification has come with this id.")
                    .write(request, response);
            return;
        }
        switch (entry.get().state()) {
            case HELD ->
                new Problem(
                                404,
                                "notification-held",
                                "It waits for review",
                                "The notification is kept and has not been looked at yet. What it says is not public.")
                        .write(request, response);
            case REFUSED, REMOVED ->
                new Problem(
                                410,
                                "notification-refused",
                                "It is not published",
                                "The notification was looked at, and what it says is not published, or no more.")
                        .write(request, response);
            case ACCEPTED -> {
                var offer = offer(request);
                if (offer.isEmpty()) {
                    notAcceptable(request, response);
                } else if (offer.get().format() == Format.HTML) {
                    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                    response.setHeader("Location", "../id/link/" + id);
                } else {
                    new Representation(
                                    rdf.of(
                                            views.notification(entry.get(), root(request)),
                                            offer.get().format()),
                                    offer.get().contentType(),
                                    "Accept")
                            .send(request, response);
                }
            }
        }
    }

    @GetMapping(PATH + "/links.{form:csv|ead|eac}")
    void links(@PathVariable("form") String form, Store store, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var about = Optional.ofNullable(request.getParameter("about"))
                .map(a -> targets.iri(a, root(request)).orElse(a));
        var entries = inbox.all(State.ACCEPTED).reversed().stream()
                .filter(e -> about.isEmpty() || about.get().equals(e.link().about()))
                .toList();
        var snippets = new LinkSnippets(settings.title(), views.language(request));
        var text = switch (form) {
            case "csv" -> Optional.of(LinkTable.write(entries, graph));
            case "ead" -> snippets.ead(entries, found(entries, store));
            default ->
                "2010".equals(request.getParameter("version"))
                        ? snippets.eac2010(entries, found(entries, store))
                        : snippets.eac(entries, found(entries, store));
        };
        if (text.isEmpty()) {
            new Problem(
                            404,
                            "no-links",
                            "No records yet",
                            (form.equals("ead")
                                            ? "No record"
                                            : "No record about a country, state, organisation or person")
                                    + " has been accepted here, and of nothing there is no valid part of a description.")
                    .write(request, response);
            return;
        }
        response.setHeader(
                "Content-Disposition",
                "inline; filename=\"links." + (form.equals("csv") ? "csv" : form + ".xml") + "\"");
        new Representation(
                        text.get(),
                        form.equals("csv") ? "text/csv;charset=utf-8;header=present" : "application/xml;charset=utf-8",
                        form.equals("csv") ? "" : "Accept-Language")
                .send(request, response);
    }

    private Map<String, Targets.Target> found(List<Entry> entries, Store store) {
        var found = new TreeMap<String, Targets.Target>();
        entries.stream()
                .map(e -> e.link().about())
                .distinct()
                .forEach(iri -> targets.find(iri, store).ifPresent(t -> found.put(iri, t)));
        return found;
    }
}
