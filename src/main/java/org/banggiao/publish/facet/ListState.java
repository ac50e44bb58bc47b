package org.banggiao.publish.facet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a list shows, as its address says it. The same state has one address: facets in the order of their shapes, the values of
 * each in theirs, what is usual left out.
 *
 * @param shape the list
 * @param chosen the texts of the chosen values by the key of their facet: of one facet, any of them (or); of several, one of each
 *     (and)
 * @param order how it is ordered
 * @param page which page of it, from 1 on
 */
public record ListState(ListShape shape, Map<String, List<String>> chosen, Order order, int page) {
    public ListState {
        var own = new TreeMap<String, List<String>>();
        chosen.forEach((key, texts) -> {
            if (!texts.isEmpty()) {
                own.put(key, sorted(shape, key, texts));
            }
        });
        chosen = Map.copyOf(own);
        if (page < 1 || !shape.orders().contains(order)) {
            throw new IllegalArgumentException("no page " + page + " of " + shape.key() + " ordered by " + order);
        }
    }

    private static List<String> sorted(ListShape shape, String key, List<String> texts) {
        var facet = shape.facet(key)
                .orElseThrow(() -> new IllegalArgumentException("the list " + shape.key() + " has no facet " + key));
        return facet.as() == Facet.As.YEARS
                ? texts.stream()
                        .map(t -> YearRange.parse(t).orElseThrow(() -> new IllegalArgumentException("no years: " + t)))
                        .distinct()
                        .sorted()
                        .map(YearRange::toString)
                        .toList()
                : texts.stream().distinct().sorted(Comparator.naturalOrder()).toList();
    }

    /** The whole of a list. */
    public static ListState of(ListShape shape) {
        return new ListState(shape, Map.of(), shape.orders().getFirst(), 1);
    }

    /** The texts that are chosen of a facet. */
    public List<String> of(Facet facet) {
        return chosen.getOrDefault(facet.key(), List.of());
    }

    /** Whether nothing narrows the list. */
    public boolean isWhole() {
        return chosen.isEmpty();
    }

    /** The state with one more value of a facet, on its first page. */
    public ListState with(Facet facet, String text) {
        var texts = new ArrayList<>(of(facet));
        texts.add(text);
        return choosing(facet, texts);
    }

    /** The state without a value of a facet, on its first page. */
    public ListState without(Facet facet, String text) {
        return choosing(facet, of(facet).stream().filter(t -> !t.equals(text)).toList());
    }

    /** The state with these values of a facet and no others, on its first page. */
    public ListState choosing(Facet facet, List<String> texts) {
        var all = new TreeMap<>(chosen);
        all.put(facet.key(), texts);
        return new ListState(shape, all, order, 1);
    }

    /** The whole list in the same order. */
    public ListState cleared() {
        return new ListState(shape, Map.of(), order, 1);
    }

    /** The same in another order, on its first page. */
    public ListState by(Order other) {
        return new ListState(shape, chosen, other, 1);
    }

    /** Another page of the same. */
    public ListState on(int otherPage) {
        return new ListState(shape, chosen, order, otherPage);
    }

    /** What another list is narrowed by in the same way: the facets of the same keys that both have. */
    public ListState in(ListShape other) {
        var shared = new TreeMap<String, List<String>>();
        chosen.forEach((key, texts) -> {
            boolean isAlike = other.facet(key)
                    .filter(f ->
                            f.namespace().equals(shape.facet(key).orElseThrow().namespace())
                                    && f.as() == shape.facet(key).orElseThrow().as())
                    .isPresent();
            if (isAlike && !key.equals("type")) {
                shared.put(key, texts);
            }
        });
        return new ListState(other, shared, other.orders().getFirst(), 1);
    }

    /** The query of its address: {@code type=Visit&year=1950-1954&page=2}; empty for the first page of the whole list. */
    public String query() {
        return String.join("&", parameters(true));
    }

    /** What stands in its address whatever page it is of: what names the same list. */
    public String queryOfAll() {
        return String.join("&", parameters(false));
    }

    private List<String> parameters(boolean withPage) {
        var pairs = new ArrayList<String>();
        for (var facet : shape.facets()) {
            of(facet).forEach(text -> pairs.add(facet.key() + "=" + encode(text)));
        }
        if (order != shape.orders().getFirst()) {
            pairs.add("sort=" + order.key());
        }
        if (withPage && page > 1) {
            pairs.add("page=" + page);
        }
        return pairs;
    }

    /** The path and query of its address. */
    public String path() {
        var query = query();
        return "/browse/" + shape.key() + (query.isEmpty() ? "" : "?" + query);
    }

    /** Its facets that are chosen from, in order. */
    public List<Facet> narrowing() {
        return shape.facets().stream().filter(f -> !of(f).isEmpty()).collect(Collectors.toList());
    }

    /** Percent-encoded for a query, with the signs left that need it not (RFC 3986, section 3.4). */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }
}
