package org.banggiao.publish.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.entity.Terms;
import org.banggiao.publish.search.NameSpots;
import org.banggiao.publish.search.SearchIndex;
import org.banggiao.publish.search.SearchKind;
import org.banggiao.time.HistoricalDate;

/** What a release has to be reconciled with, made once for each release. */
public final class Register {
    /** Things that may have happened in more years than these are not looked for by year. */
    private static final int MOST_YEARS = 30;

    private static final Set<Kind> ACTORS = Set.of(Kind.COUNTRY, Kind.STATE, Kind.ORGANISATION);

    private final Catalogue catalogue;
    private final Terms terms;
    private final SearchIndex index;
    private final String resources;
    private final NameSpots actors;
    private final Map<Integer, List<Listed>> byYear = new HashMap<>();

    private Register(ReleaseViews.View view, SearchIndex index, String baseIri) {
        this.catalogue = view.catalogue();
        this.terms = view.terms();
        this.index = index;
        this.resources = baseIri + "id/";
        this.actors = index.likely().spots(searched(ACTORS));
        for (var kind : Kind.things()) {
            for (var thing : catalogue.list(kind)) {
                thing.parsedDate()
                        .ifPresent(date -> years(date)
                                .forEach(year -> byYear.computeIfAbsent(year, y -> new ArrayList<>())
                                        .add(thing)));
            }
        }
    }

    static Register of(ReleaseViews.View view, SearchIndex index, String baseIri) {
        return new Register(view, index, baseIri);
    }

    private static List<Integer> years(HistoricalDate date) {
        int from =
                date.earliestStart().or(date::latestEnd).map(LocalDate::getYear).orElse(0);
        int to =
                date.latestEnd().or(date::earliestStart).map(LocalDate::getYear).orElse(-1);
        var years = new ArrayList<Integer>();
        for (int year = from; year <= Math.min(to, from + MOST_YEARS); year++) {
            years.add(year);
        }
        return years;
    }

    /** The kinds as the search index names them. */
    static Set<SearchKind> searched(Set<Kind> kinds) {
        return kinds.stream()
                .flatMap(kind -> SearchKind.of(kind.path()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Terms terms() {
        return terms;
    }

    SearchIndex index() {
        return index;
    }

    /** The names of countries, states and organisations. */
    NameSpots actors() {
        return actors;
    }

    /**
     * The entity of an identifier.
     *
     * @param id its address, or what of it comes after {@code id/}
     */
    public Optional<Listed> entity(String id) {
        var text = id.strip();
        var whole = catalogue.get(NodeFactory.createURI(text));
        if (whole.isPresent()) {
            return whole;
        }
        int at = text.lastIndexOf("id/");
        boolean isOfPath = at == 0 || at > 0 && text.charAt(at - 1) == '/';
        var path = isOfPath ? text.substring(at + "id/".length()) : text;
        return path.contains(":") ? whole : catalogue.get(NodeFactory.createURI(resources + path));
    }

    /** What a resource is called in a language (BCP 47), else its address. */
    public String label(Node resource, String language) {
        return catalogue
                .get(resource)
                .map(l -> l.label(language))
                .or(() -> terms.label(resource, language))
                .orElse(resource.toString());
    }

    /** How many things name an entity. */
    public int things(Listed entity) {
        return catalogue.things(entity.iri()).size();
    }

    /** The resource that a value names, whether it is an entity here or not. */
    Node resource(String id) {
        return entity(id).map(Listed::iri).orElseGet(() -> NodeFactory.createURI(id.strip()));
    }

    /** The things that may have happened within some years. */
    Set<Listed> within(int from, int to) {
        var found = new LinkedHashSet<Listed>();
        for (int year = from; year <= Math.min(to, from + 2 * MOST_YEARS); year++) {
            found.addAll(byYear.getOrDefault(year, List.of()));
        }
        return found;
    }

    /** The narrowest class or code of a thing that has a name. */
    Optional<Node> sort(Listed entity) {
        var codes = entity.types().stream()
                .filter(type -> terms.label(type, "en").isPresent())
                .toList();
        return terms.narrowest(codes).or(() -> codes.stream().findFirst());
    }
}
