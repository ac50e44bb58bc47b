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
import org.banggiao.publish.http.Accept;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.http.WebLink;
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
    /** Where there is a choice of profiles. */
    private static final String VARY_IN_PROFILES = "Accept, Accept-Profile, Accept-Language";

    private final LocalAddress address;
    private final PublishSettings settings;
    private final EntityPages pages;
    private final ReleaseViews views;
    private final RdfText rdf;
    private final RdfText lists;
    private final RecordsInContexts rico = new RecordsInContexts();

    public EntityController(PublishSettings settings, EntityPages pages, ReleaseViews views) {
        this.settings = settings;
        this.address = new LocalAddress(settings.baseIri());
        this.pages = pages;
        this.views = views;
        this.rdf = new RdfText(Prefixes.of(settings.baseIri()));
        this.lists = new RdfText(Prefixes.of(settings.baseIri()).with(ProfileList.NAMESPACES));
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
        private final List<Profile> profiles;
        private final String vary;

        Answering(Found found, Store store, HttpServletRequest request, HttpServletResponse response) {
            this.path = found.asked().path();
            this.asked = found.asked();
            this.description = found.description();
            this.signposts = new Signposts(path, description, address, settings);
            this.store = store;
            this.request = request;
            this.response = response;
            this.profiles = Profile.of(description);
            this.vary = profiles.isEmpty() ? VARY : VARY_IN_PROFILES;
        }

        void send() throws IOException {
            signposts.ofHeader().forEach(link -> response.addHeader("Link", link.header()));
            var answer = asked.answer(request);
            switch (profiles.isEmpty() ? new ProfileChoice.Any() : ProfileChoice.of(request)) {
                case ProfileChoice.Any any -> send(answer);
                case ProfileChoice.Listing listing -> sendList();
                case ProfileChoice.Unknown unknown ->
                    noSuchProfile(unknown.asked(), profiles).write(request, response);
                case ProfileChoice.Named named -> send(named, answer);
            }
        }

        private void send(Asked.Answer answer) throws IOException {
            if (answer.isNone()) {
                notAcceptable().write(request, response);
            } else if (answer.companion().isPresent()) {
                send(answer.companion().get());
            } else {
                send(answer.format().orElseThrow());
            }
        }

        /** Pages are in no profile, so that data come before them; what a header asks in vain is passed over. */
        private void send(ProfileChoice.Named named, Asked.Answer answer) throws IOException {
            if (answer.companion().isPresent()) {
                send(answer.companion().get());
                return;
            }
            var offer = asked.isNamed(request)
                    ? answer.format().filter(o -> o.format() != Format.HTML)
                    : Format.acceptedData(Accept.parse(Problem.accept(request)));
            if (offer.isPresent()) {
                send(offer.get(), named.profile());
            } else if (named.isByQuery()) {
                asked.named(request).ifPresent(type -> Problem.inForm(type, request));
                notAcceptable(named.profile()).write(request, response);
            } else {
                send(answer);
            }
        }

        private void sendList() throws IOException {
            var offer = Format.acceptedData(Accept.parse(Problem.accept(request)))
                    .or(() -> Format.named("ttl").map(f -> new Format.Offer(f, f.mediaType())))
                    .orElseThrow();
            response.addHeader(
                    "Link", WebLink.of(ProfileList.PROFILE, "profile").header());
            var list = ProfileList.of(description.subject(), profiles);
            new Representation(lists.of(list, offer.format()), offer.contentType(), vary).send(request, response);
        }

        private void send(Companion companion) throws IOException {
            located(companion.suffix());
            if (companion.citation().isPresent()) {
                var citation = pages.citation(description, path, store, request);
                response.setHeader("Content-Language", citation.language());
                new Representation(
                                citation.in(companion.citation().get()), companion.mediaType() + ";charset=utf-8", vary)
                        .send(request, response);
            } else {
                new Representation(
                                signposts.set(companion, RequestAddress.of(request)), companion.mediaType(), "Accept")
                        .send(request, response);
            }
        }

        private void send(Format.Offer offer) throws IOException {
            if (offer.format() != Format.HTML) {
                send(offer, Profile.OWN);
                return;
            }
            located(offer.format().suffix());
            var page = pages.page(description, path, store, request);
            page.language().ifPresent(language -> response.setHeader("Content-Language", language));
            new Representation(page.html(), offer.contentType(), vary).send(request, response);
        }

        private void send(Format.Offer offer, Profile profile) throws IOException {
            if (!profiles.isEmpty()) {
                response.addHeader("Link", WebLink.of(profile.uri(), "profile").header());
                response.setHeader("Content-Profile", "<" + profile.uri() + ">");
            }
            String text = switch (profile) {
                case OWN -> {
                    located(offer.format().suffix());
                    yield rdf.of(withInbox(description), offer.format());
                }
                case RICO -> {
                    response.setHeader("Content-Location", signposts.beside(offer.format(), profile));
                    var whole =
                            Descriptions.of(store, settings.limits().forQuery()).withNeighbours(description);
                    yield rdf.of(rico.of(whole), offer.format());
                }
            };
            new Representation(text, offer.contentType(), vary).send(request, response);
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

    private static Problem noSuchProfile(String asked, List<Profile> profiles) {
        var list = ProfileChoice.list(profiles);
        return new Problem(
                406,
                "no-such-profile",
                "No such profile",
                "This resource is not described in the profile " + (asked.length() > 200 ? "asked for" : asked)
                        + ", but in " + String.join(" and ", list)
                        + ". Name one by ?_profile= with its short name or its address in angle brackets.",
                Map.of("profiles", list));
    }

    private static Problem notAcceptable(Profile profile) {
        return new Problem(
                406,
                "not-acceptable",
                "No such format",
                "In the profile " + profile.token() + " this resource comes as " + Format.listOfData()
                        + ". Choose one by Accept, by the suffix, or by ?format= with the suffix's name.",
                Map.of(
                        "formats",
                        Format.ofData().stream().map(Format::mediaType).toList()));
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
