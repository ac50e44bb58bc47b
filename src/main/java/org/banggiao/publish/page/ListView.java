package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.facet.Facet;
import org.banggiao.publish.facet.FacetLists;
import org.banggiao.publish.facet.FacetValue;
import org.banggiao.publish.facet.ListFormat;
import org.banggiao.publish.facet.ListState;
import org.banggiao.publish.facet.Selection;
import org.banggiao.store.Store;

/** Shows one list in one language. */
final class ListView {
    static final int ON_A_PAGE = 50;

    private final Selection selection;
    private final ListState state;
    private final FacetLists lists;
    private final ReleaseViews.View view;
    private final Store store;
    private final Texts texts;
    private final Links pages;
    private final ListLinks links;
    private final String language;

    /**
     * A view of a selection.
     *
     * @param pages links to the pages of resources
     * @param links links to lists
     */
    ListView(
            Selection selection,
            FacetLists lists,
            ReleaseViews.View view,
            Store store,
            Texts texts,
            Links pages,
            ListLinks links) {
        this.selection = selection;
        this.state = selection.state();
        this.lists = lists;
        this.view = view;
        this.store = store;
        this.texts = texts;
        this.pages = pages;
        this.links = links;
        this.language = texts.language().code();
    }

    ListPage page(String script) {
        int total = selection.size();
        int from = (int) Math.min((long) (state.page() - 1) * ON_A_PAGE, total);
        int to = Math.min(from + ON_A_PAGE, total);
        return new ListPage(
                state.shape().name(language),
                total,
                others(),
                narrowed(),
                links.to(state.cleared()),
                new YearPanels(selection, texts, links).all(),
                new FacetPanels(selection, texts, links).all(),
                IntStream.range(from, to)
                        .mapToObj(place -> row(selection.member(place)))
                        .toList(),
                from == to
                        ? ""
                        : texts.get(
                                "list.where",
                                Numbers.whole(from + 1, texts.language()),
                                Numbers.whole(to, texts.language()),
                                Numbers.whole(total, texts.language())),
                steps(state, total, ON_A_PAGE, texts, links::to),
                orders(),
                pictures(),
                ListFormat.of(state.shape()).stream()
                        .filter(f -> f != ListFormat.HTML && f != ListFormat.QUERY)
                        .map(f -> new Frame.Alternate(
                                f.title(), f.mediaType(), links.to(state.on(1), "format", f.suffix())))
                        .toList(),
                lists.queries().members(state, language, selection.index()),
                links.to(state.on(1), "sparql", "count"),
                script);
    }

    private List<ListPage.Choice> others() {
        return lists.shapes().lists().stream()
                .map(shape -> {
                    boolean isThis = shape.key().equals(state.shape().key());
                    return new ListPage.Choice(
                            shape.name(language), links.to(isThis ? state.cleared() : state.in(shape)), isThis);
                })
                .toList();
    }

    /** The same list drawn, where it is of what has a date. */
    private List<ListPage.Choice> pictures() {
        if (state.shape().date().isEmpty()) {
            return List.of();
        }
        var here = "/browse/" + state.shape().key();
        return new PictureList(state, here, Map.of(), lists, store, view, texts)
                .others().entrySet().stream()
                        .filter(e -> !e.getKey().equals("picture.as-list"))
                        .map(e -> new ListPage.Choice(texts.get(e.getKey()), pages.page(e.getValue()), false))
                        .toList();
    }

    private List<ListPage.Choice> narrowed() {
        var chips = new ArrayList<ListPage.Choice>();
        for (var facet : state.narrowing()) {
            for (var text : state.of(facet)) {
                chips.add(new ListPage.Choice(
                        facet.name(language) + ": " + words(facet, text), links.to(state.without(facet, text)), true));
            }
        }
        return chips;
    }

    private String words(Facet facet, String text) {
        return switch (facet.as()) {
            case YEARS -> text.startsWith("-") || text.endsWith("-") ? open(text) : text.replace('-', '–');
            case YES_NO -> texts.get("list." + text);
            case TERMS, HIERARCHY ->
                selection
                        .index()
                        .value(facet, text)
                        .map((FacetValue v) -> v.label(language))
                        .orElseGet(() -> facet.node(text, lists.prefixes())
                                .flatMap(n -> view.catalogue()
                                        .get(n)
                                        .map(l -> l.label(language))
                                        .or(() -> view.terms().label(n, language)))
                                .orElse(text));
        };
    }

    private String open(String text) {
        return text.startsWith("-")
                ? texts.get("list.until-year", text.substring(1))
                : texts.get("list.from-year", text.substring(0, text.length() - 1));
    }

    private Row row(int member) {
        var index = selection.index();
        var node = index.member(member);
        var thing = view.catalogue().get(node).filter(l -> l.kind().isThing());
        if (thing.isPresent()) {
            return new Rows(view.terms(), texts, pages).row(thing.get());
        }
        boolean hasUses = state.shape().use().isPresent();
        return new Row(
                index.date(member)
                        .map(d -> ValueText.capital(new DateWords(texts.language()).ofText(d)))
                        .orElse(""),
                Value.of(index.label(member, language)).withHref(pages.resource(node)),
                Optional.empty(),
                hasUses ? texts.count("n.thing", index.uses(member)) : "",
                Optional.empty(),
                false);
    }

    private List<ListPage.Choice> orders() {
        var orders = state.shape().orders();
        return orders.size() < 2
                ? List.of()
                : orders.stream()
                        .map(o -> new ListPage.Choice(
                                texts.get("sort." + o.key()), links.to(state.by(o)), o == state.order()))
                        .toList();
    }

    /** How an address is made of a state. */
    interface Address {
        String of(ListState state);
    }

    /** The first, previous, next and last page of so many, where they are others than this one. */
    static List<ListPage.Step> steps(ListState state, int total, int onAPage, Texts texts, Address address) {
        int last = Math.max(1, Math.ceilDiv(total, onAPage));
        int page = state.page();
        var steps = new ArrayList<ListPage.Step>();
        if (page > 1) {
            if (page > 2) {
                steps.add(new ListPage.Step("first", "« " + texts.get("list.first"), address.of(state.on(1))));
            }
            steps.add(new ListPage.Step(
                    "prev", "← " + texts.get("list.previous"), address.of(state.on(Math.min(page - 1, last)))));
        }
        if (page < last) {
            steps.add(new ListPage.Step("next", texts.get("list.next") + " →", address.of(state.on(page + 1))));
            if (page < last - 1) {
                steps.add(new ListPage.Step("last", texts.get("list.last") + " »", address.of(state.on(last))));
            }
        }
        return steps;
    }
}
