package org.banggiao.publish.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.engine.binding.Binding;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/** Random states of lists, and the comparison of what the index says of them with what their queries say. */
final class States {
    static final String BASE = "https://w3id.org/banggiao/";
    static final FacetLists LISTS = new FacetLists(ListShapes.own(BASE), Prefixes.of(BASE));

    private States() {}

    /** A state of a random list, narrowed by up to three facets with up to three values each. */
    static ListState random(Store store, Random random) {
        var shapes = LISTS.shapes().lists();
        var shape = shapes.get(random.nextInt(shapes.size()));
        var index = LISTS.index(shape, store);
        var chosen = new TreeMap<String, List<String>>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var facet = shape.facets().get(random.nextInt(shape.facets().size()));
            var values = index.values(facet);
            var texts = new ArrayList<String>();
            for (int n = 1 + random.nextInt(3); n > 0 && !values.isEmpty(); n--) {
                texts.add(text(facet, values, random));
            }
            chosen.put(facet.key(), texts);
        }
        var orders = shape.orders();
        return new ListState(shape, chosen, orders.get(random.nextInt(orders.size())), 1);
    }

    private static String text(Facet facet, List<FacetValue> values, Random random) {
        var one = values.get(random.nextInt(values.size())).text();
        return switch (facet.as()) {
            case TERMS, HIERARCHY -> one;
            case YES_NO -> random.nextBoolean() ? Facet.YES : Facet.NO;
            case YEARS -> {
                int year = Integer.parseInt(one);
                yield switch (random.nextInt(4)) {
                    case 0 -> new YearRange(year, year + random.nextInt(12)).toString();
                    case 1 -> year + "-";
                    case 2 -> "-" + year;
                    default -> one;
                };
            }
        };
    }

    /** Compares list, number and the counts of every facet with their queries. */
    static void compare(ListState state, Store store, String language) {
        var selection = LISTS.select(state, store, language);
        var index = selection.index();
        var queries = LISTS.queries();
        var members = queries.members(state, language, index);
        assertThat(rows(members, store).stream().map(r -> r.get("thing")).toList())
                .as(state.path() + " in " + language + "\n" + members)
                .isEqualTo(selection.things());
        var count = queries.count(state, index);
        assertThat(integer(rows(count, store).getFirst(), "count"))
                .as(state.path() + "\n" + count)
                .isEqualTo(selection.size());
        for (var facet : state.shape().facets()) {
            compareCounts(selection, facet, store);
        }
    }

    private static void compareCounts(Selection selection, Facet facet, Store store) {
        var index = selection.index();
        var query = LISTS.queries().counts(selection.state(), facet, index);
        var counts = selection.counts(facet);
        Map<String, Integer> ofIndex = new HashMap<>();
        if (facet.as() == Facet.As.YES_NO) {
            ofIndex.put("true", counts[0]);
            ofIndex.put("false", selection.sizeWithout(facet) - counts[0]);
        } else {
            for (int i = 0; i < counts.length; i++) {
                ofIndex.put(index.values(facet).get(i).text(), counts[i]);
            }
        }
        ofIndex.values().removeIf(n -> n == 0);
        Map<String, Integer> ofQuery = new HashMap<>();
        for (var row : rows(query, store)) {
            var value = row.get(row.varsMentioned().stream()
                    .filter(v -> !v.getVarName().equals("count"))
                    .findFirst()
                    .orElseThrow());
            ofQuery.put(facet.text(value, LISTS.prefixes()), integer(row, "count"));
        }
        assertThat(ofQuery)
                .as(selection.state().path() + " " + facet.key() + "\n" + query)
                .isEqualTo(ofIndex);
        if (facet.as() == Facet.As.YEARS) {
            compareRanges(selection, facet, store);
        }
        // What a count promises is what one gets.
        for (int i = 0; i < Math.min(3, counts.length); i++) {
            if (counts[i] > 0) {
                var text = index.values(facet).get(i).text();
                var narrowed = Selection.of(selection.state().choosing(facet, List.of(text)), index, "vi");
                assertThat(narrowed.size()).isEqualTo(counts[i]);
            }
        }
    }

    private static void compareRanges(Selection selection, Facet facet, Store store) {
        int[] years = java.util.stream.IntStream.rangeClosed(190, 205)
                .map(y -> y * 10)
                .toArray();
        var counts = selection.countsFrom(facet, years);
        Map<Integer, Integer> ofIndex = new HashMap<>();
        for (int i = 0; i < years.length; i++) {
            ofIndex.put(years[i], counts[i]);
        }
        ofIndex.values().removeIf(n -> n == 0);
        var query = LISTS.queries().counts(selection.state(), facet, selection.index(), 10);
        Map<Integer, Integer> ofQuery = new HashMap<>();
        rows(query, store).forEach(r -> ofQuery.put(integer(r, "from"), integer(r, "count")));
        ofQuery.keySet().removeIf(y -> Arrays.binarySearch(years, y) < 0);
        assertThat(ofQuery).as(selection.state().path() + "\n" + query).isEqualTo(ofIndex);
    }

    static List<Binding> rows(String text, Store store) {
        var rows = new ArrayList<Binding>();
        try (var exec = store.query(QueryFactory.create(text, Syntax.syntaxSPARQL_11), QueryLimits.DEFAULT)) {
            exec.select().forEachRemaining(rows::add);
        }
        return rows;
    }

    private static int integer(Binding row, String variable) {
        return ((Number) row.get(variable).getLiteralValue()).intValue();
    }
}
