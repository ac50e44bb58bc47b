package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.facet.Facet;
import org.banggiao.publish.facet.FacetLists;
import org.banggiao.publish.facet.ListState;
import org.banggiao.publish.facet.YearRange;
import org.banggiao.publish.picture.AidFlows;
import org.banggiao.publish.picture.Encounters;
import org.banggiao.publish.picture.Selected;
import org.banggiao.publish.picture.Window;
import org.banggiao.store.Store;

/**
 * A list as pictures have it: what is drawn, how it is narrowed, and where the same list is otherwise.
 *
 * @param state of the list
 * @param path of the picture's page, without parameters
 * @param own parameters of the picture that are not the list's
 */
record PictureList(
        ListState state,
        String path,
        Map<String, String> own,
        FacetLists lists,
        Store store,
        ReleaseViews.View view,
        Texts texts)
        implements Selected.Pages {
    PictureList {
        own = Map.copyOf(own);
    }

    /** The path of the page with what it is narrowed by. */
    String address() {
        return at(path, Map.of());
    }

    /**
     * What is drawn.
     *
     * @param drawn the state whose members these are: the list's, or a wider one
     */
    Selected selected(ListState drawn) {
        var language = texts.language().code();
        // What a picture narrows by itself, such as the unit of a sum, it names itself.
        var narrowed = narrowed(drawn).stream().map(Chip::text).collect(Collectors.joining(", "));
        var name = state.shape().name(language);
        var years = years();
        return new Selected(
                narrowed.isEmpty() ? name : name + " (" + narrowed + ")",
                members(drawn),
                years.map(f -> members(drawn.choosing(f, List.of()))).orElseGet(() -> members(drawn)),
                window(),
                lists.queries().members(drawn, language, lists.index(drawn.shape(), store)),
                this);
    }

    private List<Listed> members(ListState of) {
        return lists.select(of, store, texts.language().code()).things().stream()
                .flatMap(n -> view.catalogue().get(n).stream())
                .toList();
    }

    private Optional<Facet> years() {
        return state.shape().facets().stream()
                .filter(f -> f.as() == Facet.As.YEARS)
                .findFirst();
    }

    /** The years that the list is narrowed to; all where it is to several ranges. */
    private Window window() {
        var ranges = years().map(state::of).orElse(List.of());
        if (ranges.size() != 1) {
            return Window.OPEN;
        }
        var sides = ranges.getFirst().split("-", -1);
        return new Window(year(sides[0]), year(sides[sides.length - 1]));
    }

    private static Optional<Integer> year(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
    }

    @Override
    public String ofYears(Window window) {
        var years = years();
        if (years.isEmpty()) {
            return address();
        }
        var from = window.from().map(String::valueOf).orElse("");
        var to = window.to().map(String::valueOf).orElse("");
        var range = YearRange.parse(from.equals(to) ? from : from + "-" + to);
        var other = state.choosing(
                years.get(), range.stream().map(YearRange::toString).toList());
        return new PictureList(other, path, own, lists, store, view, texts).address();
    }

    @Override
    public String at(String otherPath, Map<String, String> parameters) {
        var narrowed = state;
        var further = new LinkedHashMap<>(own);
        for (var parameter : parameters.entrySet()) {
            var facet = state.shape().facet(parameter.getKey());
            if (facet.isPresent()) {
                narrowed = narrowed.choosing(
                        facet.get(),
                        Stream.of(parameter.getValue())
                                .filter(v -> !v.isEmpty())
                                .toList());
            } else {
                further.put(parameter.getKey(), parameter.getValue());
            }
        }
        var query = Stream.concat(
                        Stream.of(narrowed.queryOfAll()),
                        further.entrySet().stream()
                                .filter(p -> !p.getValue().isEmpty())
                                .map(p -> p.getKey() + "=" + Links.encode(p.getValue())))
                .filter(q -> !q.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? otherPath : otherPath + "?" + query;
    }

    @Override
    public String list() {
        return state.on(1).path();
    }

    @Override
    public String naming(Node resource) {
        var key = lists.prefixes().shorten(resource.getURI());
        return state.shape()
                .facet("with")
                .filter(f -> key.isPresent())
                .map(f -> state.choosing(f, List.of(key.orElseThrow())).path())
                .orElseGet(this::list);
    }

    /** By what the list is narrowed, each with the picture without it. */
    List<Chip> narrowed() {
        return narrowed(state);
    }

    private List<Chip> narrowed(ListState by) {
        var chips = new ArrayList<Chip>();
        for (var facet : by.narrowing()) {
            for (var text : by.of(facet)) {
                var wider = new PictureList(state.without(facet, text), path, own, lists, store, view, texts);
                chips.add(new Chip(words(facet, text), wider.address(), 0, true));
            }
        }
        return chips;
    }

    private String words(Facet facet, String text) {
        var language = texts.language().code();
        return switch (facet.as()) {
            case YEARS -> text.replace('-', '–');
            case YES_NO -> facet.name(language) + ": " + texts.get(text);
            case TERMS, HIERARCHY ->
                lists.index(state.shape(), store)
                        .value(facet, text)
                        .map(v -> v.label(language))
                        .or(() -> name(text))
                        .orElse(text);
        };
    }

    private Optional<String> name(String text) {
        int colon = text.indexOf(':');
        return Optional.ofNullable(
                        colon < 0 ? null : lists.prefixes().namespaces().get(text.substring(0, colon)))
                .flatMap(n -> view.catalogue().get(NodeFactory.createURI(n + text.substring(colon + 1))))
                .map(l -> l.label(texts.language().code()));
    }

    /** The same list otherwise: what it is called, and its path. */
    Map<String, String> others() {
        var others = new LinkedHashMap<String, String>();
        var key = state.shape().key();
        others.put("picture.as-list", list());
        others.put("picture.as-timeline", at("/timeline/" + key, Map.of()));
        if (state.shape().geometry().isPresent()) {
            others.put("picture.as-map", at("/map/" + key, Map.of()));
        }
        if (key.equals(Kind.AID_FLOW.path())) {
            others.put("picture.as-sums", at(AidFlows.Form.YEARS.path(), Map.of()));
        }
        if (key.equals(Kind.EVENT.path())) {
            others.put("picture.as-network", at(Encounters.Of.COUNTRIES.path(), Map.of()));
        }
        others.values().removeIf(p -> samePage(p, path));
        return others;
    }

    private static boolean samePage(String one, String other) {
        return Objects.equals(one.split("\\?", 2)[0], other);
    }
}
