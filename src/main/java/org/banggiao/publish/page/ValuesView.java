package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.List;
import org.banggiao.publish.facet.Facet;
import org.banggiao.publish.facet.FacetLists;
import org.banggiao.publish.facet.ListState;
import org.banggiao.publish.facet.Selection;

/** Shows all values of a facet in one language. */
final class ValuesView {
    private static final int ON_A_PAGE = 200;

    private final Selection selection;
    private final Texts texts;
    private final ListLinks links;

    ValuesView(Selection selection, Texts texts, ListLinks links) {
        this.selection = selection;
        this.texts = texts;
        this.links = links;
    }

    /** The values whose names have these words in them, whatever their marks. */
    ValuesPage page(Facet facet, String find) {
        var language = texts.language().code();
        var state = selection.state();
        var wanted = FacetLists.folded(find);
        var options = new FacetPanels(selection, texts, links)
                .options(facet).stream()
                        .filter(o -> FacetLists.folded(o.text()).contains(wanted))
                        .toList();
        int from = (int) Math.min((long) (state.page() - 1) * ON_A_PAGE, options.size());
        var more = find.isEmpty() ? List.<String>of() : List.of("find=" + Links.encode(find));
        var kept = new ArrayList<>(links.kept(state, facet));
        state.of(facet).forEach(text -> kept.addFirst(new ListPage.Kept(facet.key(), text)));
        return new ValuesPage(
                state.shape().name(language) + ": " + facet.name(language),
                options.size(),
                find,
                kept,
                options.subList(from, Math.min(from + ON_A_PAGE, options.size())),
                ListView.steps(state, options.size(), ON_A_PAGE, texts, s -> page(s, facet, more)),
                links.to(state.on(1)),
                links.to(state.on(1), "sparql", facet.key()));
    }

    private String page(ListState state, Facet facet, List<String> more) {
        var parameters = new ArrayList<>(more);
        if (state.page() > 1) {
            parameters.add("page=" + state.page());
        }
        return links.values(state, facet, parameters);
    }
}
