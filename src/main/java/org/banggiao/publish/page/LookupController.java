package org.banggiao.publish.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.banggiao.publish.entity.CoReferences;
import org.banggiao.publish.entity.Descriptions;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfText;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells what is known here under identifiers of others, and what things here are called elsewhere: as a page, JSON or Turtle. */
@Controller
final class LookupController {
    private static final String VARY = "Accept, Accept-Language";
    private static final int MOST = 50;
    private static final int LONGEST = 2_000;

    private final PublishSettings settings;
    private final LocalAddress address;
    private final Prefixes prefixes;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;
    private final Cache<Store, CoReferences> known =
            Caffeine.newBuilder().weakKeys().build();

    LookupController(PublishSettings settings, ReleaseViews views, Frames frames, Templates templates) {
        this.settings = settings;
        this.address = new LocalAddress(settings.baseIri());
        this.prefixes = Prefixes.of(settings.baseIri());
        this.views = views;
        this.frames = frames;
        this.templates = templates;
    }

    @GetMapping("/lookup")
    void lookup(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = Arrays.stream(Objects.requireNonNullElse(request.getParameterValues("uri"), new String[0]))
                .map(String::strip)
                .filter(uri -> !uri.isEmpty())
                .toList();
        var form = SmallForm.asked(request);
        var refused = refusal(asked, form, request);
        if (refused.isPresent()) {
            refused.get().write(request, response);
            return;
        }
        var references = Objects.requireNonNull(known.get(store, s -> CoReferences.of(s, address)));
        var found = new LinkedHashMap<String, Set<Node>>();
        asked.forEach(uri -> found.put(uri, things(uri, references)));
        // A page has a form to try another one; who asks by program is told by the status that there is nothing.
        int status = asked.isEmpty() || found.values().stream().anyMatch(things -> !things.isEmpty()) ? 200 : 404;
        var text = switch (form.orElseThrow()) {
            case JSON -> json(found, references, store);
            case TTL -> turtle(found, references);
            case HTML -> {
                var texts = Texts.in(frames.language(request));
                response.setHeader("Content-Language", texts.language().code());
                yield html(found, references, store, texts, request);
            }
        };
        new Representation(text, form.get().mediaType() + ";charset=utf-8", VARY).send(status, request, response);
    }

    private static Optional<Problem> refusal(List<String> asked, Optional<SmallForm> form, HttpServletRequest request) {
        if (form.isEmpty()) {
            return Optional.of(
                    new Problem(
                            request.getParameter("format") == null ? 406 : 400,
                            "not-acceptable",
                            "No such format",
                            "Look-ups are answered as HTML, JSON or Turtle: choose one by Accept, or by ?format=html, json or ttl."));
        }
        if (asked.size() > MOST || asked.stream().anyMatch(uri -> uri.length() > LONGEST)) {
            return Optional.of(new Problem(
                    400,
                    "bad-request",
                    "Bad request",
                    "The parameter uri may stand " + MOST + " times, with " + LONGEST
                            + " characters each. Ask in several requests."));
        }
        return Optional.empty();
    }

    /** What is known under an address: a thing here under its own, or those that others mean by it. */
    private Set<Node> things(String uri, CoReferences references) {
        var things = new LinkedHashSet<Node>();
        if (address.path(uri).isPresent()) {
            var thing = NodeFactory.createURI(uri);
            if (!references.of(thing).isEmpty()) {
                things.add(thing);
            }
        }
        references.to(uri).forEach(link -> things.add(link.thing()));
        return things;
    }

    private String json(Map<String, Set<Node>> found, CoReferences references, Store store) {
        var labels = labels(found, store);
        var results = new JsonArray();
        found.forEach((uri, things) -> {
            var result = new JsonObject();
            result.put("uri", uri);
            var list = new JsonArray();
            for (var thing : things) {
                var one = new JsonObject();
                one.put("iri", thing.getURI());
                var names = new JsonObject();
                for (var language : Language.values()) {
                    labels.label(thing, language.code()).ifPresent(name -> names.put(language.code(), name));
                }
                one.put("label", names);
                var others = new JsonArray();
                for (var link : references.of(thing)) {
                    var other = new JsonObject();
                    other.put("iri", link.other().getURI());
                    other.put("relation", link.relation().getURI());
                    others.add(other);
                }
                one.put("links", others);
                list.add(one);
            }
            result.put("things", list);
            results.add(result);
        });
        var all = new JsonObject();
        all.put("results", results);
        return all + "\n";
    }

    private String turtle(Map<String, Set<Node>> found, CoReferences references) {
        var triples = new LinkedHashSet<Triple>();
        found.values()
                .forEach(things -> things.forEach(thing -> references.of(thing).stream()
                        .map(link -> link.isOfRecord()
                                ? Triple.create(link.other(), link.relation(), thing)
                                : Triple.create(thing, link.relation(), link.other()))
                        .forEach(triples::add)));
        return new RdfText(prefixes).turtle(triples);
    }

    private Subgraph labels(Map<String, Set<Node>> found, Store store) {
        var things = new LinkedHashSet<Node>();
        found.values().forEach(things::addAll);
        return Descriptions.of(store, settings.limits().forQuery()).labels(things);
    }

    private String html(
            Map<String, Set<Node>> found,
            CoReferences references,
            Store store,
            Texts texts,
            HttpServletRequest request) {
        var view = views.of(store);
        var links = frames.links(request);
        var values = new ValueText(labels(found, store), view.terms(), view.catalogue(), prefixes, texts, links);
        var rows = new ArrayList<LookupPage.Found>();
        found.forEach((uri, things) -> things.forEach(thing -> rows.add(new LookupPage.Found(
                uri,
                values.resource(thing),
                view.catalogue()
                        .get(thing)
                        .map(listed -> texts.get("kind." + listed.kind().path()))
                        .orElse(""),
                references.of(thing).stream()
                        .map(link -> values.elsewhere(link.other()).withNote(values.property(link.relation())))
                        .toList()))));
        var query = found.keySet().stream()
                .map(uri -> "uri=" + Links.encode(uri) + "&")
                .toList();
        var base = "/lookup?" + String.join("", query);
        var formats = found.isEmpty()
                ? List.<Frame.Alternate>of()
                : List.of(
                        new Frame.Alternate("JSON", SmallForm.JSON.mediaType(), links.file(base + "format=json")),
                        new Frame.Alternate("Turtle", SmallForm.TTL.mediaType(), links.file(base + "format=ttl")));
        var page = new LookupPage(
                List.copyOf(found.keySet()),
                rows,
                references.sites().entrySet().stream()
                        .map(e -> new LookupPage.Site(e.getKey(), e.getValue()))
                        .toList(),
                formats);
        var frame = frames.of(request, texts.get("lookup.title"), "");
        return templates.render("lookup", Map.of("frame", frame, "page", page));
    }
}
