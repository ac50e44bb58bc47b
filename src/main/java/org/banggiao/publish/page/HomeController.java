package org.banggiao.publish.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.settings.About;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says what is in the graph, and leads into it. */
@Controller
final class HomeController {
    private static final int MOST_CHIPS = 12;
    private static final int MOST_ROWS = 8;

    private final PublishSettings settings;
    private final ReleaseViews views;
    private final Frames frames;
    private final Templates templates;
    private final Examples examples;

    HomeController(
            PublishSettings settings, ReleaseViews views, Frames frames, Templates templates, Examples examples) {
        this.settings = settings;
        this.views = views;
        this.frames = frames;
        this.templates = templates;
        this.examples = examples;
    }

    @GetMapping("/")
    void home(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var view = views.of(store);
        var texts = Texts.in(frames.language(request));
        var links = frames.links(request);
        var page = page(view, store, texts, links, request);
        var frame = frames.of(request, settings.title(), "").describedBy(page.lede());
        Pages.send(templates.render("home", Map.of("frame", frame, "page", page)), frame, request, response);
    }

    private HomePage page(ReleaseViews.View view, Store store, Texts texts, Links links, HttpServletRequest request) {
        var catalogue = view.catalogue();
        var rows = new Rows(view.terms(), texts, links);
        var things =
                Kind.things().stream().flatMap(k -> catalogue.list(k).stream()).toList();
        var disputed = things.stream().filter(Listed::isDisputed).toList();
        var told = things.stream()
                .filter(l -> l.claims() > 1 && !isDerived(l))
                .sorted(Comparator.comparingInt((Listed l) -> -l.claims())
                        .thenComparing(l -> l.iri().getURI()))
                .limit(MOST_ROWS)
                .map(rows::row)
                .toList();
        var endpoint = RequestAddress.of(request).replaceFirst("/$", "") + "/sparql";
        var language = texts.language().code();
        return new HomePage(
                About.in(language, settings.about().heading()).orElse(settings.title()),
                lede(catalogue, things, texts),
                counts(catalogue, store, texts, links),
                chips(catalogue, Kind.COUNTRY, texts, links),
                years(catalogue, links),
                chips(catalogue, Kind.PERSON, texts, links),
                named(catalogue, Kind.SOURCE).stream()
                        .map(l -> rows.row(l, catalogue))
                        .toList(),
                told,
                disputed.stream().limit(MOST_ROWS).map(rows::row).toList(),
                disputed.size(),
                examples.forBeginners(texts, links),
                endpoint,
                "curl -H 'Accept: text/csv' " + endpoint + " --data-urlencode 'query=\n" + curlQuery() + "'",
                example(catalogue),
                Stream.of(settings.about().description(), settings.about().text())
                        .flatMap(words -> About.in(language, words).stream())
                        .toList());
    }

    /** Whether it is a part of another thing, such as the signing of an instrument: it has the claims of that. */
    private static boolean isDerived(Listed listed) {
        return !listed.iri().getURI().contains("/id/" + listed.kind().path() + "/");
    }

    private String curlQuery() {
        return "PREFIX bg: <" + Vocabulary.BG
                + ">\nSELECT ?type (COUNT(?e) AS ?n)\n{ ?e a bg:Event ; bg:eventType ?type }\nGROUP BY ?type";
    }

    private String example(Catalogue catalogue) {
        return catalogue.list(Kind.EVENT).stream()
                .findFirst()
                .flatMap(l -> new LocalAddress(settings.baseIri()).path(l.iri().getURI()))
                .orElse("/ontology");
    }

    private static String lede(Catalogue catalogue, List<Listed> things, Texts texts) {
        var first = things.stream().flatMap(t -> t.firstYear().stream()).min(Integer::compare);
        var last = things.stream().flatMap(t -> t.firstYear().stream()).max(Integer::compare);
        var sources = texts.count("n.source", named(catalogue, Kind.SOURCE).size());
        return first.isPresent()
                ? texts.get("home.lede", sources, first.get(), last.orElseThrow())
                : texts.get("home.lede-undated", sources);
    }

    private static List<Chip> counts(Catalogue catalogue, Store store, Texts texts, Links links) {
        var chips = new ArrayList<Chip>();
        for (var kind : Kind.values()) {
            int n = named(catalogue, kind).size();
            if (n > 0) {
                chips.add(new Chip(texts.get("kind." + kind.path()), links.page("/browse/" + kind.path()), n, false));
            }
        }
        chips.add(new Chip(
                texts.get("home.claims"),
                "",
                store.release().classes().getOrDefault(Vocabulary.CLAIM.getURI(), 0L),
                false));
        chips.add(new Chip(texts.get("home.triples"), "", store.release().quads(), false));
        return chips;
    }

    /** Things; of others those that some thing names. */
    private static List<Listed> named(Catalogue catalogue, Kind kind) {
        return kind.isThing()
                ? catalogue.list(kind)
                : catalogue.list(kind).stream()
                        .filter(l -> !catalogue.things(l.iri()).isEmpty())
                        .toList();
    }

    private static List<Chip> chips(Catalogue catalogue, Kind kind, Texts texts, Links links) {
        return named(catalogue, kind).stream()
                .limit(MOST_CHIPS)
                .map(l -> new Chip(
                        l.label(texts.language().code()),
                        links.resource(l.iri()).orElse(""),
                        catalogue.things(l.iri()).size(),
                        false))
                .toList();
    }

    private static List<Chip> years(Catalogue catalogue, Links links) {
        var counts = new TreeMap<Integer, Long>();
        catalogue.list(Kind.EVENT).forEach(l -> l.years().forEach(y -> counts.merge(y, 1L, Long::sum)));
        return counts.entrySet().stream()
                .map(e -> new Chip(
                        String.valueOf(e.getKey()),
                        links.page("/browse/event?year=" + e.getKey()),
                        e.getValue(),
                        false))
                .toList();
    }
}
