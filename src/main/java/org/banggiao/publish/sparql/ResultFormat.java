package org.banggiao.publish.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.banggiao.publish.http.Accept;

/** The formats of results; of each kind, the first is what is sent to those who accept anything. */
enum ResultFormat {
    JSON(Kind.ROWS, ResultSetLang.RS_JSON, "application/sparql-results+json", "json", "srj", "application/json"),
    XML(Kind.ROWS, ResultSetLang.RS_XML, "application/sparql-results+xml", "xml", "srx", "application/xml"),
    CSV(Kind.ROWS, ResultSetLang.RS_CSV, "text/csv", "csv"),
    TSV(Kind.ROWS, ResultSetLang.RS_TSV, "text/tab-separated-values", "tsv"),
    TURTLE(Kind.GRAPH, Lang.TURTLE, "text/turtle", "turtle", "ttl"),
    JSONLD(Kind.GRAPH, Lang.JSONLD, "application/ld+json", "jsonld", "json-ld", "json", "application/json"),
    RDFXML(Kind.GRAPH, Lang.RDFXML, "application/rdf+xml", "rdfxml", "rdf", "xml", "application/xml"),
    NTRIPLES(Kind.GRAPH, Lang.NTRIPLES, "application/n-triples", "ntriples", "nt", "n-triples"),
    TRIG(Kind.GRAPH, Lang.TRIG, "application/trig", "trig"),
    NQUADS(Kind.GRAPH, Lang.NQUADS, "application/n-quads", "nquads", "nq", "n-quads");

    /** What a query gives: rows or a truth value, or a graph. */
    enum Kind {
        ROWS,
        GRAPH
    }

    private final Kind kind;
    private final Lang lang;
    private final String mediaType;
    private final List<String> otherNames;

    ResultFormat(Kind kind, Lang lang, String mediaType, String... otherNames) {
        this.kind = kind;
        this.lang = lang;
        this.mediaType = mediaType;
        this.otherNames = List.of(otherNames);
    }

    Lang lang() {
        return lang;
    }

    /** The media type without parameters. */
    String mediaType() {
        return mediaType;
    }

    static List<ResultFormat> of(Kind kind) {
        return Arrays.stream(values()).filter(f -> f.kind == kind).toList();
    }

    /** The format of this name (as in {@code ?format=}): a short name or a media type. */
    static Optional<Offer> named(String name, Kind kind) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return of(kind).stream()
                .filter(f -> f.mediaType.equals(wanted) || f.otherNames.contains(wanted))
                .map(f -> new Offer(f, f.mediaType))
                .findFirst();
    }

    /** The format that the client likes best, under the media type that it asked for. */
    static Optional<Offer> accepted(Accept accept, Kind kind) {
        var offers = of(kind).stream()
                .flatMap(f -> Stream.concat(
                                Stream.of(f.mediaType), f.otherNames.stream().filter(n -> n.contains("/")))
                        .map(type -> new Offer(f, type)))
                .toList();
        return accept.best(offers, Offer::mediaType);
    }

    /** The media types on offer, for people. */
    static String list(Kind kind) {
        return of(kind).stream().map(ResultFormat::mediaType).collect(Collectors.joining(", "));
    }

    /** A format under one of its media types. */
    record Offer(ResultFormat format, String mediaType) {
        /** The value of the header, with the charset where the type has one. */
        String contentType() {
            return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
        }
    }
}
