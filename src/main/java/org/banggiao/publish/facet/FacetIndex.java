package org.banggiao.publish.facet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * The members of a list in a release, with all that narrows and orders them, kept in memory. It never changes; many may read it
 * at once. Members have numbers, from 0 on, in the order of their addresses.
 */
public final class FacetIndex {
    private final ListShape shape;
    private final Node[] members;
    private final List<Column> columns;
    private final Map<String, @Nullable String[]> labels;
    private final @Nullable String[] dates;
    private final int[] uses;
    private final Map<Integer, List<Point>> points;
    private final long bytes;
    private final Map<String, int[]> orders = new ConcurrentHashMap<>();

    /**
     * An index.
     *
     * @param members in the order of their addresses
     * @param columns one for each facet of the list, in its order
     * @param labels what each member is called, by language
     * @param dates of each member, where it has one
     * @param uses how many use each member
     * @param points where members lie, by their numbers
     */
    FacetIndex(
            ListShape shape,
            Node[] members,
            List<Column> columns,
            Map<String, @Nullable String[]> labels,
            @Nullable String[] dates,
            int[] uses,
            Map<Integer, List<Point>> points) {
        this.shape = shape;
        this.members = members;
        this.columns = List.copyOf(columns);
        this.labels = Map.copyOf(labels);
        this.dates = dates;
        this.uses = uses;
        this.points = Map.copyOf(points);
        this.bytes = count();
    }

    /** What it is an index of. */
    public ListShape shape() {
        return shape;
    }

    /** How many members there are. */
    public int size() {
        return members.length;
    }

    /** A member by its number. */
    public Node member(int number) {
        return members[number];
    }

    /** What a member is called in a language (BCP 47), else in any, else its address. */
    public String label(int member, String language) {
        return ownLabel(member, language)
                .or(() -> labels.keySet().stream()
                        .sorted()
                        .flatMap(other -> ownLabel(member, other).stream())
                        .findFirst())
                .orElseGet(() -> members[member].getURI());
    }

    /** What a member is called in a language, where it has a name in it. */
    public Optional<String> ownLabel(int member, String language) {
        var own = labels.get(language);
        return own == null ? Optional.empty() : Optional.ofNullable(own[member]);
    }

    /** All that a member is called, by language. */
    public Map<String, String> labels(int member) {
        var own = new TreeMap<String, String>();
        labels.keySet().forEach(language -> ownLabel(member, language).ifPresent(l -> own.put(language, l)));
        return own;
    }

    /** The date of a member as the data write it, where it has one. */
    public Optional<String> date(int member) {
        return Optional.ofNullable(dates[member]);
    }

    /** How many use a member, as the list counts uses. */
    public int uses(int member) {
        return uses[member];
    }

    /** Where a member lies, as far as that is known. */
    public List<Point> points(int member) {
        return points.getOrDefault(member, List.of());
    }

    /** The values of a facet, in their order: years as they follow, others by their text. */
    public List<FacetValue> values(Facet facet) {
        return column(facet).values();
    }

    /** The values of a facet that a member has; of a hierarchy, only those that have none of its own beneath them. */
    public List<FacetValue> values(Facet facet, int member) {
        var column = column(facet);
        var own = column.of(member);
        var above = new ArrayList<Integer>();
        for (int value : own) {
            above.addAll(column.values().get(value).broader());
        }
        return Arrays.stream(own)
                .filter(value -> !above.contains(value))
                .mapToObj(value -> column.values().get(value))
                .toList();
    }

    /** A value by the text that names it in addresses. */
    public Optional<FacetValue> value(Facet facet, String text) {
        var column = column(facet);
        return column.place(text).map(place -> column.values().get(place));
    }

    /** The languages in which members have names; sorted. */
    List<String> languages() {
        return labels.keySet().stream().sorted().toList();
    }

    Column column(Facet facet) {
        int place = shape.facets().indexOf(facet);
        if (place < 0) {
            throw new IllegalArgumentException("the list " + shape.key() + " has no facet " + facet.key());
        }
        return columns.get(place);
    }

    /** All members in an order. Names are ordered as a language (BCP 47) has them. */
    int[] order(Order order, String language) {
        return orders.computeIfAbsent(
                order == Order.NAME ? order.key() + " " + language : order.key(), k -> sorted(order, language));
    }

    private int[] sorted(Order order, String language) {
        Integer[] all = IntStream.range(0, members.length).boxed().toArray(Integer[]::new);
        switch (order) {
            case DATE -> Arrays.sort(all, byDate(Comparator.naturalOrder()));
            case DATE_DOWN -> Arrays.sort(all, byDate(Comparator.reverseOrder()));
            case USE -> Arrays.sort(all, Comparator.comparingInt(m -> -uses[m]));
            case NAME -> {
                var names = new String[members.length];
                var keys = new String[members.length];
                for (int m = 0; m < members.length; m++) {
                    names[m] = ownLabel(m, language).orElse("");
                    keys[m] = Order.nameKey(names[m]);
                }
                Arrays.sort(all, Comparator.comparing((Integer m) -> keys[m]).thenComparing(m -> names[m]));
            }
        }
        return Arrays.stream(all).mapToInt(Integer::intValue).toArray();
    }

    private Comparator<Integer> byDate(Comparator<String> order) {
        var keys = new String[members.length];
        for (int m = 0; m < members.length; m++) {
            var date = dates[m];
            keys[m] = date == null ? "" : Order.dateKey(date);
        }
        return Comparator.comparing((Integer m) -> dates[m] == null).thenComparing(m -> keys[m], order);
    }

    /** The number of a member. */
    Optional<Integer> number(Node member) {
        int found = Collections.binarySearch(Arrays.asList(members), member, Comparator.comparing(Node::getURI));
        return found < 0 ? Optional.empty() : Optional.of(found);
    }

    /** About how many bytes it takes. */
    public long bytes() {
        return bytes;
    }

    private long count() {
        long texts = 0;
        for (var names : labels.values()) {
            for (var name : names) {
                texts += name == null ? 0 : 56 + 2L * name.length();
            }
        }
        return texts
                + 160L * members.length
                + 200L * points.size()
                + columns.stream().mapToLong(Column::size).sum();
    }
}
