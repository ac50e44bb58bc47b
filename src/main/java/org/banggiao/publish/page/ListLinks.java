package org.banggiao.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.banggiao.publish.facet.Facet;
import org.banggiao.publish.facet.ListShape;
import org.banggiao.publish.facet.ListState;

/**
 * Addresses of states of a list, relative to its page or to one beneath it, in the language that was asked for by name.
 *
 * @param way to the folder of lists: empty, or {@code ../}
 * @param language asked for by name
 */
record ListLinks(String way, Optional<Language> language) {
    /** The page of a state. */
    String to(ListState state) {
        return way + with(state.shape(), state.query());
    }

    /** A state with one parameter more. */
    String to(ListState state, String parameter, String value) {
        var query = state.query();
        return way + with(state.shape(), (query.isEmpty() ? "" : query + "&") + parameter + "=" + value);
    }

    /** All values of a facet under a state. */
    String values(ListState state, Facet facet, List<String> more) {
        var parameters = new ArrayList<String>();
        if (!state.queryOfAll().isEmpty()) {
            parameters.add(state.queryOfAll());
        }
        parameters.addAll(more);
        language.ifPresent(l -> parameters.add("lang=" + l.code()));
        return way + state.shape().key() + "/" + facet.key()
                + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    }

    private String with(ListShape shape, String query) {
        var named = language.map(l -> "lang=" + l.code()).orElse("");
        var both = query + (query.isEmpty() || named.isEmpty() ? "" : "&") + named;
        return shape.key() + (both.isEmpty() ? "" : "?" + both);
    }

    /** What a form of a state sends along beside one facet. */
    List<ListPage.Kept> kept(ListState state, Facet left) {
        var kept = new ArrayList<ListPage.Kept>();
        for (var facet : state.narrowing()) {
            if (!facet.equals(left)) {
                state.of(facet).forEach(text -> kept.add(new ListPage.Kept(facet.key(), text)));
            }
        }
        if (state.order() != state.shape().orders().getFirst()) {
            kept.add(new ListPage.Kept("sort", state.order().key()));
        }
        language.ifPresent(l -> kept.add(new ListPage.Kept("lang", l.code())));
        return kept;
    }
}
