package org.banggiao.publish.facet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.path.PathWriter;
import org.apache.jena.vocabulary.RDFS;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;
import org.jspecify.annotations.Nullable;

/** Reads the index of a list from a store, by one query for each path of its shape. */
final class IndexReader {
    private final QueryLimits limits;
    private final Store store;
    private final ListShape shape;
    private final Prefixes prefixes;
    private final ValueLabels valueLabels;
    private final Map<Node, Integer> numbers = new HashMap<>();

    private IndexReader(Store store, ListShape shape, Prefixes prefixes, QueryLimits limits) {
        this.limits = limits;
        this.store = store;
        this.shape = shape;
        this.prefixes = prefixes;
        this.valueLabels = new ValueLabels(store, limits);
    }

    /** Reads it; each of its queries has these limits. */
    static FacetIndex read(Store store, ListShape shape, Prefixes prefixes, QueryLimits limits) {
        return new IndexReader(store, shape, prefixes, limits).index();
    }

    /** Where members lie, by their numbers; what is no point of WKT is left out. */
    private Map<Integer, List<Point>> points() {
        var texts = new TreeMap<Integer, TreeSet<String>>();
        shape.geometry()
                .ifPresent(path -> rows(path, (member, wkt) -> {
                    if (wkt.isLiteral()) {
                        texts.computeIfAbsent(member, m -> new TreeSet<>()).add(wkt.getLiteralLexicalForm());
                    }
                }));
        var points = new TreeMap<Integer, List<Point>>();
        texts.forEach((member, all) -> points.put(
                member, all.stream().flatMap(t -> Point.ofWkt(t).stream()).toList()));
        return points;
    }

    private FacetIndex index() {
        var members = members();
        for (int i = 0; i < members.length; i++) {
            numbers.put(members[i], i);
        }
        var columns =
                shape.facets().stream().map(f -> column(f, members.length)).toList();
        var labels = new TreeMap<String, @Nullable String[]>();
        rows(PathFactory.pathLink(RDFS.label.asNode()), (member, label) -> {
            if (label.isLiteral()) {
                var own = labels.computeIfAbsent(label.getLiteralLanguage(), l -> new String[members.length]);
                own[member] = least(own[member], label.getLiteralLexicalForm());
            }
        });
        var dates = new @Nullable String[members.length];
        shape.date()
                .ifPresent(path -> rows(path, (member, date) -> {
                    if (date.isLiteral()) {
                        dates[member] = least(dates[member], date.getLiteralLexicalForm());
                    }
                }));
        var uses = new int[members.length];
        shape.use().ifPresent(path -> {
            var users = new ArrayList<Set<Node>>();
            for (int i = 0; i < members.length; i++) {
                users.add(new HashSet<>());
            }
            rows(path, (member, user) -> users.get(member).add(user));
            Arrays.setAll(uses, i -> users.get(i).size());
        });
        return new FacetIndex(shape, members, columns, labels, dates, uses, points());
    }

    private static String least(@Nullable String known, String other) {
        return known == null || other.compareTo(known) < 0 ? other : known;
    }

    private Node[] members() {
        var text = new StringBuilder("SELECT ?s { ?s a <" + shape.type().getURI() + "> ");
        for (var need : shape.needs()) {
            text.append("FILTER EXISTS { ?s ").append(PathWriter.asString(need)).append(" ?needed } ");
        }
        var found = new HashSet<Node>();
        select(text + "}", (s, none) -> found.add(s));
        var members = found.toArray(Node[]::new);
        Arrays.sort(members, Comparator.comparing(Node::getURI));
        return members;
    }

    private Column column(Facet facet, int size) {
        var nodes = new LinkedHashMap<Node, Integer>();
        List<List<Integer>> pairs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            pairs.add(new ArrayList<>(2));
        }
        rows(facet.path(), (member, value) -> {
            if (fits(facet, value)) {
                pairs.get(member).add(nodes.computeIfAbsent(value, v -> nodes.size()));
            }
        });
        return switch (facet.as()) {
            case TERMS -> terms(facet, nodes, pairs, Map.of());
            case HIERARCHY -> terms(facet, nodes, pairs, hierarchy(facet, nodes.keySet()));
            case YEARS -> years(facet, nodes, pairs);
            case YES_NO -> yesNo(facet, pairs);
        };
    }

    /** Whether a value can be counted by itself; those that only lead to counted ones are kept in a hierarchy. */
    private static boolean fits(Facet facet, Node value) {
        return switch (facet.as()) {
            case TERMS ->
                !value.isBlank() && (facet.in().isEmpty() || facet.in().contains(value));
            case HIERARCHY -> value.isURI();
            case YEARS -> year(value) >= 0;
            case YES_NO -> true;
        };
    }

    /** The year that a literal is, or -1. */
    private static int year(Node value) {
        if (!value.isLiteral() || !value.getLiteral().isWellFormed()) {
            return -1;
        }
        return value.getLiteralValue() instanceof Integer year && year >= 0 && year <= 9999 ? year : -1;
    }

    private static Column yesNo(Facet facet, List<List<Integer>> pairs) {
        var yes = new FacetValue(Facet.YES, List.of(), Map.of(), List.of());
        return new Column(
                facet,
                List.of(yes),
                pairs.stream()
                        .map(p -> p.isEmpty() ? new int[0] : new int[] {0})
                        .toArray(int[][]::new));
    }

    private static Column years(Facet facet, Map<Node, Integer> nodes, List<List<Integer>> pairs) {
        var years = new int[nodes.size()];
        nodes.forEach((node, place) -> years[place] = year(node));
        var sorted = Arrays.stream(years).distinct().sorted().toArray();
        var values = Arrays.stream(sorted)
                .mapToObj(y -> new FacetValue(String.valueOf(y), List.of(), Map.of(), List.of()))
                .toList();
        return new Column(
                facet,
                values,
                pairs.stream()
                        .map(own -> own.stream()
                                .mapToInt(place -> Arrays.binarySearch(sorted, years[place]))
                                .distinct()
                                .sorted()
                                .toArray())
                        .toArray(int[][]::new));
    }

    /** The values directly above each value, also of those above. */
    private Map<Node, Set<Node>> hierarchy(Facet facet, Set<Node> values) {
        var above = new HashMap<Node, Set<Node>>();
        Set<Node> edge = new HashSet<>(values);
        var path = PathFactory.pathLink(facet.broader().orElseThrow());
        while (!edge.isEmpty()) {
            edge.forEach(v -> above.put(v, new HashSet<>()));
            var next = new HashSet<Node>();
            valueLabels.follow(edge, path, (value, broader) -> {
                if (broader.isURI() && !broader.equals(value)) {
                    above.getOrDefault(value, new HashSet<>()).add(broader);
                    next.add(broader);
                }
            });
            next.removeAll(above.keySet());
            edge = next;
        }
        return above;
    }

    private Column terms(Facet facet, Map<Node, Integer> nodes, List<List<Integer>> pairs, Map<Node, Set<Node>> above) {
        // What each value that occurs counts for: itself, and in a hierarchy all above it.
        var counted = new ArrayList<Set<Node>>();
        for (var node : nodes.keySet()) {
            var closed = new HashSet<Node>();
            close(node, above, closed);
            closed.removeIf(n -> !isCounted(facet, n, above));
            counted.add(closed);
        }
        var byText = new TreeMap<String, List<Node>>();
        counted.stream()
                .flatMap(Set::stream)
                .distinct()
                .sorted(Comparator.comparing((Node n) -> n.toString()))
                .forEach(n -> byText.computeIfAbsent(facet.text(n, prefixes), t -> new ArrayList<>())
                        .add(n));
        var places = new HashMap<Node, Integer>();
        int next = 0;
        for (var same : byText.values()) {
            for (var node : same) {
                places.put(node, next);
            }
            next++;
        }
        var labels = valueLabels.of(places.keySet().stream().filter(Node::isURI).collect(Collectors.toSet()));
        var values = new ArrayList<FacetValue>();
        byText.forEach((text, same) -> values.add(new FacetValue(
                text,
                same,
                same.stream()
                        .filter(labels::containsKey)
                        .findFirst()
                        .map(labels::get)
                        .orElse(new TreeMap<>()),
                same.stream()
                        .flatMap(n -> above.getOrDefault(n, Set.of()).stream())
                        .filter(places::containsKey)
                        .map(places::get)
                        .distinct()
                        .sorted()
                        .toList())));
        return new Column(
                facet,
                values,
                pairs.stream()
                        .map(own -> own.stream()
                                .flatMap(place -> counted.get(place).stream())
                                .mapToInt(places::get)
                                .distinct()
                                .sorted()
                                .toArray())
                        .toArray(int[][]::new));
    }

    private static void close(Node node, Map<Node, Set<Node>> above, Set<Node> into) {
        if (into.add(node)) {
            above.getOrDefault(node, Set.of()).forEach(n -> close(n, above, into));
        }
    }

    private static boolean isCounted(Facet facet, Node value, Map<Node, Set<Node>> above) {
        if (!facet.in().isEmpty() && !facet.in().contains(value)) {
            return false;
        }
        if (facet.within().isEmpty()) {
            return true;
        }
        var over = new HashSet<Node>();
        above.getOrDefault(value, Set.of()).forEach(n -> close(n, above, over));
        return over.contains(facet.within().get());
    }

    private void rows(Path path, BiConsumer<Integer, Node> row) {
        select(
                "SELECT ?s ?o { ?s a <" + shape.type().getURI() + "> . ?s " + PathWriter.asString(path) + " ?o }",
                (s, o) -> {
                    var number = numbers.get(s);
                    if (number != null && o != null) {
                        row.accept(number, o);
                    }
                });
    }

    private void select(String text, BiConsumer<Node, @Nullable Node> row) {
        try (var exec = store.query(QueryFactory.create(text, Syntax.syntaxSPARQL_11), limits)) {
            var rows = exec.select();
            while (rows.hasNext()) {
                var binding = rows.next();
                if (binding.get("s").isURI()) {
                    row.accept(binding.get("s"), binding.get("o"));
                }
            }
        }
    }
}
