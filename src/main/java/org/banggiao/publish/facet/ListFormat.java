package org.banggiao.publish.facet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats of a list, the server's preference first. */
public enum ListFormat {
    HTML("html", "HTML", "text/html"),
    CSV("csv", "CSV", "text/csv"),
    JSON("json", "JSON", "application/json"),
    JSON_LINES("jsonl", "JSON Lines", "application/x-ndjson"),
    GEOJSON("geojson", "GeoJSON", "application/geo+json"),
    TURTLE("ttl", "Turtle", "text/turtle"),
    QUERY("rq", "SPARQL", "application/sparql-query");

    private final String suffix;
    private final String title;
    private final String mediaType;

    ListFormat(String suffix, String title, String mediaType) {
        this.suffix = suffix;
        this.title = title;
        this.mediaType = mediaType;
    }

    /** Its name in addresses, and how the names of its files end. */
    public String suffix() {
        return suffix;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The media type without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The value of {@code Content-Type}. */
    public String contentType() {
        return switch (this) {
            case HTML, TURTLE, QUERY -> mediaType + ";charset=utf-8";
            case CSV -> mediaType + ";charset=utf-8;header=present";
            case JSON, JSON_LINES, GEOJSON -> mediaType;
        };
    }

    /** The formats that a list comes in: maps need coordinates. */
    public static List<ListFormat> of(ListShape shape) {
        return Arrays.stream(values())
                .filter(f -> f != GEOJSON || shape.geometry().isPresent())
                .toList();
    }

    /** The format of a name: a suffix or a media type, in any case. */
    public static Optional<ListFormat> named(String name) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(f -> f.suffix.equals(wanted) || f.mediaType.equals(wanted))
                .findFirst();
    }

    /** The formats of a list with their names in addresses, for people. */
    public static String list(ListShape shape) {
        return of(shape).stream()
                .map(f -> f.mediaType + " (format=" + f.suffix + ")")
                .collect(Collectors.joining(", "));
    }
}
