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
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriUtils;

/**
 * Answers for the address of every resource, graph, concept and vocabulary: by its path, on any host. The format is chosen by
 * {@code ?format=}, else by the suffix, else by {@code Accept}.
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
        var asked = NamedFormat.of(path);
        var description = describe(asked.path(), store);
        if (description.isEmpty() && asked.suffix().isPresent()) {
            asked = NamedFormat.none(path);
            description = describe(path, store);
        }
        if (description.isEmpty()) {
            notFound(NamedFormat.of(path).path(), store).write(request, response);
            return;
        }
        var offer = asked.offer(request);
        links(asked.path(), description.get(), response);
        if (offer.isEmpty()) {
            notAcceptable().write(request, response);
            return;
        }
        send(asked.path(), description.get(), offer.get(), store, request, response);
    }

    private void send(
            String path,
            Description description,
            Format.Offer offer,
            Store store,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader(
                "Content-Location", relative(path + "." + offer.format().suffix()));
        String text;
        if (offer.format() == Format.HTML) {
            var page = pages.page(description, path, store, request);
            page.language().ifPresent(language -> response.setHeader("Content-Language", language));
            text = page.html();
        } else {
            text = rdf.of(description, offer.format());
        }
        new Representation(text, offer.contentType(), VARY).send(request, response);
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

    /** Whether a path as sent can be part of an address of the data, which are all printable ASCII. */
    private static boolean isIri(String iri) {
        return iri.chars().allMatch(c -> c > ' ' && c < 0x7f && "<>\"{}|\\^`".indexOf(c) < 0);
    }

    /** Other formats, the licence and the address to cite, as headers (RFC 8288), with references that hold under any host. */
    private void links(String path, Description description, HttpServletResponse response) {
        for (var format : Format.values()) {
            var target = "<" + relative(path + "." + format.suffix()) + ">";
            response.addHeader(
                    "Link",
                    target + "; rel=\"alternate" + (format == Format.TURTLE ? " describedby" : "") + "\"; type=\""
                            + format.mediaType() + "\"");
        }
        settings.licence().stated().ifPresent(l -> response.addHeader("Link", "<" + l.url() + ">; rel=\"license\""));
        response.addHeader("Link", "<" + description.subject().getURI() + ">; rel=\"cite-as\"");
    }

    /** A reference from the folder of the path, whatever prefix a proxy puts before it. */
    private static String relative(String path) {
        return "./" + path.substring(path.lastIndexOf('/') + 1);
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
