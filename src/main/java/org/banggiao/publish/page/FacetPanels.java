package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.banggiao.publish.facet.Facet;
import org.banggiao.publish.facet.Selection;

/** Shows by what a list can be narrowed, and how many there are then. */
final class FacetPanels {
    private static final int TOP = 8;
    private static final int MORE = 24;

    private final Selection selection;
    private final Texts texts;
    private final ListLinks links;

    FacetPanels(Selection selection, Texts texts, ListLinks links) {
        this.selection = selection;
        this.texts = texts;
        this.links = links;
    }

    /** The facets that have any value under this state, but those of years. */
    List<ListPage.FacetPanel> all() {
        return selection.state().shape().facets().stream()
                .filter(f -> !f.isHidden() && f.as() != Facet.As.YEARS)
                .map(this::panel)
                .filter(p -> !p.top().isEmpty())
                .toList();
    }

    private ListPage.FacetPanel panel(Facet facet) {
        var state = selection.state();
        var options = options(facet);
        var top = new ArrayList<ListPage.Option>();
        var more = new ArrayList<ListPage.Option>();
        for (var option : options) {
            if (top.size() < TOP || option.chosen()) {
                top.add(option);
            } else if (more.size() < MORE) {
                more.add(option);
            }
        }
        if (more.size() == 1) {
            top.addAll(more);
            more.clear();
        }
        boolean isAll = top.size() + more.size() == options.size();
        return new ListPage.FacetPanel(
                facet.key(),
                facet.name(texts.language().code()),
                top,
                more,
                isAll
                        ? Optional.empty()
                        : Optional.of(new ListPage.Choice(
                                texts.get("list.all-values", Numbers.whole(options.size(), texts.language())),
                                links.values(state, facet, List.of()),
                                false)),
                links.to(state.on(1), "sparql", facet.key()));
    }

    /** The values that some have and those that are chosen, each beneath the broader one, the most frequent first. */
    List<ListPage.Option> options(Facet facet) {
        if (facet.as() == Facet.As.YES_NO) {
            int yes = selection.counts(facet)[0];
            var both = List.of(
                    option(facet, Facet.YES, texts.get("list.yes"), yes, 0),
                    option(facet, Facet.NO, texts.get("list.no"), selection.sizeWithout(facet) - yes, 0));
            // Where all are alike, there is nothing to choose.
            boolean isChosen = both.stream().anyMatch(ListPage.Option::chosen);
            return isChosen || both.stream().allMatch(o -> o.count() > 0)
                    ? both.stream().filter(o -> o.count() > 0 || o.chosen()).toList()
                    : List.of();
        }
        var values = selection.index().values(facet);
        var counts = selection.counts(facet);
        var language = texts.language().code();
        var chosen = new HashSet<>(selection.state().of(facet));
        var order = Comparator.comparingInt((Integer v) -> -counts[v])
                .thenComparing(v -> values.get(v).label(language))
                .thenComparing(v -> v);
        var shown = IntStream.range(0, counts.length)
                .filter(v -> counts[v] > 0 || chosen.contains(values.get(v).text()))
                .boxed()
                .sorted(order)
                .toList();
        var options = new ArrayList<ListPage.Option>();
        var inShown = new HashSet<>(shown);
        for (int value : shown) {
            if (values.get(value).broader().stream().noneMatch(inShown::contains)) {
                add(facet, value, 0, shown, counts, new HashSet<>(), options);
            }
        }
        return options;
    }

    private void add(
            Facet facet,
            int value,
            int depth,
            List<Integer> shown,
            int[] counts,
            Set<Integer> above,
            List<ListPage.Option> options) {
        if (!above.add(value)) {
            return;
        }
        var values = selection.index().values(facet);
        var one = values.get(value);
        options.add(option(facet, one.text(), one.label(texts.language().code()), counts[value], depth));
        if (facet.as() == Facet.As.HIERARCHY) {
            for (int other : shown) {
                if (values.get(other).broader().contains(value)) {
                    add(facet, other, depth + 1, shown, counts, above, options);
                }
            }
        }
        above.remove(value);
    }

    private ListPage.Option option(Facet facet, String text, String label, long count, int depth) {
        var state = selection.state();
        boolean isChosen = state.of(facet).contains(text);
        return new ListPage.Option(
                label,
                links.to(isChosen ? state.without(facet, text) : state.with(facet, text)),
                count,
                isChosen,
                depth);
    }
}
