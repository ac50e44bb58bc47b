package org.banggiao.publish.picture;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.engine.binding.Binding;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Listed;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/** What pictures need of a release beside its lists: read once, since a release never changes. */
public final class PictureData {
    private static final QueryLimits LIMITS = new QueryLimits(Duration.ofMinutes(2));
    private static final String PREFIXES = "PREFIX bg: <" + Vocabulary.BG
            + "> PREFIX geo: <http://www.opengis.net/ont/geosparql#>"
            + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";
    private static final Pattern POINT =
            Pattern.compile("\\s*POINT\\s*\\(\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s+(-?\\d{1,2}(?:\\.\\d+)?)\\s*\\)\\s*");

    /** Where a place is, in degrees. */
    record Position(double longitude, double latitude) {}

    private final Map<Node, LocalDate[]> bounds = new HashMap<>();
    private final Map<Node, Position> positions = new HashMap<>();
    private final Map<Node, AidSum> sums = new LinkedHashMap<>();
    private final Map<Node, Map<String, String>> labels = new HashMap<>();
    private final Store store;

    private PictureData(Store store) {
        this.store = store;
    }

    /** Reads it from a store. */
    public static PictureData of(Store store) {
        var it = new PictureData(store);
        var names = List.of("earliestStart", "latestStart", "earliestEnd", "latestEnd");
        for (int i = 0; i < names.size(); i++) {
            int which = i;
            it.rows(
                    "SELECT ?s ?o { ?s bg:" + names.get(i) + " ?o }",
                    row -> day(row.get("o"))
                            .ifPresent(d -> it.bounds.computeIfAbsent(row.get("s"), s -> new LocalDate[4])[which] = d));
        }
        it.rows("SELECT ?s ?o { ?s geo:hasGeometry/geo:asWKT ?o }", row -> {
            if (row.get("o").isLiteral()) {
                position(row.get("o").getLiteralLexicalForm())
                        .ifPresent(p -> it.positions.putIfAbsent(row.get("s"), p));
            }
        });
        it.rows("SELECT ?s ?o { ?s a bg:DonorSet ; rdfs:label ?o }", row -> {
            if (row.get("o").isLiteral()) {
                it.labels
                        .computeIfAbsent(row.get("s"), s -> new HashMap<>())
                        .merge(
                                row.get("o").getLiteralLanguage(),
                                row.get("o").getLiteralLexicalForm(),
                                PictureData::first);
            }
        });
        it.rows(AidSum.QUERY, row -> AidSum.read(row, it.sums));
        return it;
    }

    private static String first(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** What donors that are no list's are called in a language (BCP 47). */
    public Optional<String> label(Node resource, String language) {
        return Optional.ofNullable(labels.getOrDefault(resource, Map.of()).get(language));
    }

    /** Asks the release something further; the query is one of the program, and what is bound in it an address of the release. */
    void rows(String query, Consumer<Binding> row) {
        var whole = query.startsWith("PREFIX ") ? query : PREFIXES + query;
        var parsed = QueryFactory.create(whole, Syntax.syntaxSPARQL_11);
        try (var exec = store.query(parsed, LIMITS)) {
            exec.select().forEachRemaining(row);
        }
    }

    /** When a thing was: by the bounds that the data give, else by its date; empty where it has none that can be read. */
    Optional<Span> span(Listed thing) {
        var said = thing.parsedDate().map(Span::of);
        var bound = bounds.get(thing.iri());
        if (bound == null) {
            return said.filter(Span::isDated);
        }
        return Optional.of(new Span(
                        Optional.ofNullable(bound[0]),
                        Optional.ofNullable(bound[1]),
                        Optional.ofNullable(bound[2]),
                        Optional.ofNullable(bound[3]),
                        said.map(Span::isAbout).orElse(false),
                        said.map(Span::alternatives).orElse(List.of())))
                .filter(Span::isDated);
    }

    /** Where a place is; empty where the data do not say. */
    Optional<Position> position(Node place) {
        return Optional.ofNullable(positions.get(place));
    }

    /** The aid flows with what they may be summed by. */
    Map<Node, AidSum> sums() {
        return sums;
    }

    private static Optional<LocalDate> day(Node literal) {
        try {
            return literal.isLiteral()
                    ? Optional.of(LocalDate.parse(literal.getLiteralLexicalForm()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The point that a text in WKT names, longitude first; empty for other shapes and for what lies outside the world. */
    static Optional<Position> position(String wkt) {
        var found = POINT.matcher(wkt);
        if (!found.matches()) {
            return Optional.empty();
        }
        var it = new Position(Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)));
        boolean isOnEarth = Math.abs(it.longitude()) <= 180 && Math.abs(it.latitude()) <= 90;
        return isOnEarth ? Optional.of(it) : Optional.empty();
    }
}
