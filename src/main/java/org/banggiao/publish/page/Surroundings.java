package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.citation.Citation;
import org.banggiao.publish.citation.CitationForm;
import org.banggiao.publish.entity.Companion;
import org.banggiao.publish.entity.Description;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.publish.settings.PublishSettings.Quotation;
import org.banggiao.store.Passages;

/** What stands around the page of a resource: how to cite it, and what came before and after. */
final class Surroundings {
    private static final int MOST_PLACES = 12;
    private static final int RELEASE_DIGITS = 12;

    private final Description description;
    private final ReleaseViews.View view;
    private final PublishSettings settings;
    private final String release;
    private final ValueText values;
    private final Texts texts;
    private final Links links;

    /**
     * Of a resource in a release.
     *
     * @param release the id of the release
     */
    Surroundings(
            Description description,
            ReleaseViews.View view,
            PublishSettings settings,
            String release,
            ValueText values,
            Texts texts,
            Links links) {
        this.description = description;
        this.view = view;
        this.settings = settings;
        this.release = release;
        this.values = values;
        this.texts = texts;
        this.links = links;
    }

    /** All of it, for a page. */
    ResourcePage.Around around(ResourcePage page, String path) {
        var forms = Companion.citations().stream()
                .map(c -> new Frame.Alternate(
                        c.citation().map(CitationForm::title).orElse(""),
                        c.mediaType(),
                        links.page(path + "." + c.suffix())))
                .toList();
        var schema = new SchemaOrg(description, values, view.catalogue())
                .json(page, texts.language().code(), settings);
        return new ResourcePage.Around(
                citation(page.title(), path).text(texts.get("footer.release")), forms, neighbours(), schema);
    }

    /** How to cite the record. */
    Citation citation(String title, String path) {
        var id = path.replaceFirst("^/(id/)?", "").replaceAll("[^A-Za-z0-9.]+", "-");
        var shortRelease = release.length() > RELEASE_DIGITS ? release.substring(0, RELEASE_DIGITS) : release;
        return new Citation(
                id,
                title,
                texts.language().code(),
                settings.title(),
                description.subject().getURI(),
                Optional.empty(),
                Optional.of(shortRelease),
                settings.licence().spdx(),
                statedIn());
    }

    /** The sources with the places in them, such as pages, from which the record is drawn. */
    private List<String> statedIn() {
        var graph = description.graph();
        var subject = description.subject();
        var claims =
                graph.isA(subject, Vocabulary.CLAIM) ? List.of(subject) : graph.objects(subject, Vocabulary.HAS_CLAIM);
        var cards = new ClaimCards(graph, values, texts, links, Passages.NONE, Quotation.NONE);
        var passages = graph.isA(subject, Vocabulary.PASSAGE)
                ? List.of(subject)
                : claims.stream()
                        .sorted(cards.byPlace())
                        .flatMap(c -> graph.objects(c, Vocabulary.SAID_STATED_IN).stream())
                        .toList();
        Map<String, Set<String>> places = new LinkedHashMap<>();
        for (Node passage : passages) {
            var evidence = cards.evidence(passage);
            var found = places.computeIfAbsent(evidence.source().text(), s -> new LinkedHashSet<>());
            evidence.place().stream()
                    .findFirst()
                    .filter(p -> found.size() < MOST_PLACES)
                    .ifPresent(p ->
                            found.add(p.name() + " " + p.values().getFirst().text()));
        }
        var notes = new ArrayList<String>();
        places.forEach((source, where) -> notes.add(
                texts.get("cite.stated", where.isEmpty() ? source : source + ", " + String.join(", ", where))));
        return notes;
    }

    private List<ResourcePage.Neighbour> neighbours() {
        var listed = view.catalogue().get(description.subject());
        var rows = new Rows(view.terms(), texts, links);
        var found = new ArrayList<ResourcePage.Neighbour>();
        for (boolean isAfter : new boolean[] {false, true}) {
            listed.flatMap(l -> view.catalogue().neighbour(l, isAfter))
                    .ifPresent(l -> found.add(new ResourcePage.Neighbour(isAfter, rows.row(l))));
        }
        return found;
    }
}
