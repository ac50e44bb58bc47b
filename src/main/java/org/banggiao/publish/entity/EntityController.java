package org.banggiao.publish.entity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriUtils;

/**
 * Answers for the address of every resource, graph, concept and vocabulary: by its path, on any host. The form is chosen by
 * {@code ?format=}, else by the suffix, else by {@code Accept}. Another spelling of an address and one that was merged lead to
 * the address that holds; one that was withdrawn is gone, with the reason.
 */
@Controller
public final class EntityController {
    private static final String VARY = "Accept, Accept-Language";

    private final LocalAddress address;
    private final PublishSettings settings;
    private final EntityPages pages;
    private final ReleaseViews views;
    private final RdfText rdf;

    public EntityController(PublishSettings settings, EntityPages pages, ReleaseViews views) {
        this.settings = settings;
        this.address = new LocalAddress(settings.baseIri());
        this.pages = pages;
        this.views = views;
        this.rdf = new RdfText(Prefixes.of(settings.baseIri()));
    }

    @GetMapping({"/id/**", "/graph/**", "/code/**", "/ontology", "/ontology.{suffix}", "/said", "/said.{suffix}"})
    void answer(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var found = find(path, store);
        if (found.isEmpty()) {
            var spelled = Spelling.of(path).filter(p -> find(p, store).isPresent());
            if (spelled.isPresent()) {
                redirect(path, spelled.get(), request, response);
            } else {
                var asked = Asked.of(path);
                asked.named(request).ifPresent(type -> Problem.inForm(type, request));
                notFound(asked.path(), store).write(request, response);
            }
            return;
        }
        var retired = Retired.of(found.get().description());
        if (retired.isPresent()) {
            retired(path, found.get().asked(), retired.get(), request, response);
            return;
        }
        new Answering(found.get(), store, request, response).send();
    }

    /** A resource that there is, and the form in which it is asked for. */
    private record Found(Asked asked, Description description) {}

    private Optional<Found> find(String path, Store store) {
        var asked = Asked.of(path);
        var found = describe(asked.path(), store).map(d -> new Found(asked, d));
        return found.isPresent() || asked.suffix().isEmpty()
                ? found
                : describe(path, store).map(d -> new Found(Asked.whole(path), d));
    }

    private Optional<Description> describe(String path, Store store) {
        var iri = address.iri(path);
        if (!isIri(iri)) {
            return Optional.empty();
        }
        Node node = NodeFactory.createURI(iri);
        var descriptions = Descriptions.of(store, settings.limits().forQuery());
        return path.equals("/ontology") || path.equals("/said")
                ? descriptions.ofVocabulary(node, NodeFactory.createURI(settings.baseIri() + "graph/ontology"))
                : descriptions.of(node);
    }

    /** Where there is an inbox, descriptions name it (Linked Data Notifications, section 3.1). */
    private Description withInbox(Description description) {
        if (settings.inbox().enabled()
                && address.path(description.subject().getURI())
                        .filter(p -> p.startsWith("/id/"))
                        .isPresent()) {
            description
                    .graph()
                    .add(List.of(new Quad(
                            NodeFactory.createURI(settings.baseIri() + "graph/records"),
                            description.subject(),
                            NodeFactory.createURI(Signposts.INBOX),
                            NodeFactory.createURI(settings.baseIri() + "inbox"))));
        }
        return description;
    }

    /** Whether a path as sent can be part of an address of the data, which are all printable ASCII. */
    private static boolean isIri(String iri) {
        return iri.chars().allMatch(c -> c > ' ' && c < 0x7f && "<>\"{}|\\^`".indexOf(c) < 0);
    }

    /** Sends on to another path for good, relative to the one that was asked for; what else was asked for stays. */
    private static void redirect(String from, String to, HttpServletRequest request, HttpServletResponse response) {
        int depth = (int) from.chars().filter(c -> c == '/').count() - 1;
        var query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader(
                "Location",
                (depth == 0 ? "./" : "../".repeat(depth)) + to.substring(1) + (query == null ? "" : "?" + query));
        response.setContentLength(0);
    }

    private void retired(
            String path, Asked asked, Retired retired, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var target = retired.replacedBy().flatMap(to -> address.path(to.getURI()));
        if (target.isPresent()) {
            redirect(path, target.get() + (asked.suffix().isEmpty() ? "" : "." + asked.suffix()), request, response);
            return;
        }
        var detail = asked.path() + " was withdrawn"
                + (retired.reason().isEmpty() ? "." : ": " + retired.reason() + ".")
                + " An address that was given out never stands for anything else.";
        asked.named(request).ifPresent(type -> Problem.inForm(type, request));
        Map<String, Object> more = retired.reason().isEmpty() ? Map.of() : Map.of("reason", retired.reason());
        new Problem(410, "withdrawn", "Withdrawn", detail, more).write(request, response);
    }

    /** A resource that is there, to be sent in the form that is asked for. */
    private final class Answering {
        private final String path;
        private final Asked asked;
        private final Description description;
        private final Signposts signposts;
        private final Store store;
        private final HttpServletRequest request;
        private final HttpServletResponse response;

        Answering(Found found, Store store, HttpServletRequest request, HttpServletResponse response) {
            this.path = found.asked().path();
            this.asked = found.asked();
            this.description = found.description();
            this.signposts = new Signposts(path, description, address, settings);
            this.store = store;
            this.request = request;
            this.response = response;
        }

        void send() throws IOException {
            signposts.ofHeader().forEach(link -> response.addHeader("Link", link.header()));
            var answer = asked.answer(request);
            if (answer.isNone()) {
                notAcceptable().write(request, response);
            } else if (answer.companion().isPresent()) {
                send(answer.companion().get());
            } else {
                send(answer.format().orElseThrow());
            }
        }

        private void send(Companion companion) throws IOException {
            located(companion.suffix());
            if (companion.citation().isPresent()) {
                var citation = pages.citation(description, path, store, request);
                response.setHeader("Content-Language", citation.language());
                new Representation(
                                citation.in(companion.citation().get()), companion.mediaType() + ";charset=utf-8", VARY)
                        .send(request, response);
            } else {
                new Representation(
                                signposts.set(companion, RequestAddress.of(request)), companion.mediaType(), "Accept")
                        .send(request, response);
            }
        }

        private void send(Format.Offer offer) throws IOException {
            located(offer.format().suffix());
            String text;
            if (offer.format() == Format.HTML) {
                var page = pages.page(description, path, store, request);
                page.language().ifPresent(language -> response.setHeader("Content-Language", language));
                text = page.html();
            } else {
                text = rdf.of(withInbox(description), offer.format());
            }
            new Representation(text, offer.contentType(), VARY).send(request, response);
        }

        private void located(String suffix) {
            response.setHeader("Content-Location", "./" + path.substring(path.lastIndexOf('/') + 1) + "." + suffix);
        }
    }

    private Problem notFound(String path, Store store) {
        Map<String, Object> more = new LinkedHashMap<>();
        var detail = "There is no resource at " + path + " in this release.";
        if (path.startsWith("/id/")) {
            var near = NearKeys.find(
                    views.of(store).catalogue(),
                    UriUtils.decode(path.substring("/id/".length()), StandardCharsets.UTF_8),
                    address);
            List<String> paths = near.stream()
                    .flatMap(l -> address.path(l.iri().getURI()).stream())
                    .toList();
            if (!paths.isEmpty()) {
                detail += " Near it are " + String.join(", ", paths) + ".";
                more.put("near", paths);
            }
        }
        return new Problem(404, "no-such-resource", "No such resource", detail, more);
    }

    private static Problem notAcceptable() {
        return new Problem(
                406,
                "not-acceptable",
                "No such format",
                "This resource comes as " + Format.list()
                        + ". Choose one by Accept, by the suffix, or by ?format= with the suffix's name.",
                Map.of(
                        "formats",
                        Arrays.stream(Format.values()).map(Format::mediaType).toList()));
    }
}
