package org.banggiao.publish.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.banggiao.publish.http.Accept;

/** The formats of results; of each kind, the first is what is sent to those who accept anything. */
public enum ResultFormat {
    JSON(
            Kind.ROWS,
            ResultSetLang.RS_JSON,
            "SPARQL_Results_JSON",
            "application/sparql-results+json",
            "json",
            "srj",
            "application/json"),
    XML(
            Kind.ROWS,
            ResultSetLang.RS_XML,
            "SPARQL_Results_XML",
            "application/sparql-results+xml",
            "xml",
            "srx",
            "application/xml"),
    CSV(Kind.ROWS, ResultSetLang.RS_CSV, "SPARQL_Results_CSV", "text/csv", "csv"),
    TSV(Kind.ROWS, ResultSetLang.RS_TSV, "SPARQL_Results_TSV", "text/tab-separated-values", "tsv"),
    TURTLE(Kind.GRAPH, Lang.TURTLE, "Turtle", "text/turtle", "turtle", "ttl"),
    JSONLD(Kind.GRAPH, Lang.JSONLD, "JSON-LD", "application/ld+json", "jsonld", "json-ld", "json", "application/json"),
    RDFXML(Kind.GRAPH, Lang.RDFXML, "RDF_XML", "application/rdf+xml", "rdfxml", "rdf", "xml", "application/xml"),
    NTRIPLES(Kind.GRAPH, Lang.NTRIPLES, "N-Triples", "application/n-triples", "ntriples", "nt", "n-triples"),
    TRIG(Kind.GRAPH, Lang.TRIG, "TriG", "application/trig", "trig"),
    NQUADS(Kind.GRAPH, Lang.NQUADS, "N-Quads", "application/n-quads", "nquads", "nq", "n-quads");

    /** What a query gives: rows or a truth value, or a graph. */
    public enum Kind {
        ROWS,
        GRAPH
    }

    private static final List<Offer> OF_ROWS = offers(Kind.ROWS);
    private static final List<Offer> OF_GRAPHS = offers(Kind.GRAPH);

    private final Kind kind;
    private final Lang lang;
    private final String name;
    private final String mediaType;
    private final List<String> otherNames;

    ResultFormat(Kind kind, Lang lang, String name, String mediaType, String... otherNames) {
        this.kind = kind;
        this.lang = lang;
        this.name = name;
        this.mediaType = mediaType;
        this.otherNames = List.of(otherNames);
    }

    Lang lang() {
        return lang;
    }

    /** The IRI that the W3C gave the format. */
    public String iri() {
        return "http://www.w3.org/ns/formats/" + name;
    }

    /** The media type without parameters. */
    String mediaType() {
        return mediaType;
    }

    /** Whether triples come with the graph that they are in. */
    boolean hasGraphs() {
        return RDFLanguages.isQuads(lang) && !RDFLanguages.isTriples(lang);
    }

    /** The format of a media type. */
    public static Optional<ResultFormat> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(f -> f.mediaType.equals(mediaType))
                .findFirst();
    }

    static List<ResultFormat> of(Kind kind) {
        return Arrays.stream(values()).filter(f -> f.kind == kind).toList();
    }

    /** Every format under each of its media types. */
    static List<Offer> offers(Kind kind) {
        return of(kind).stream()
                .flatMap(f -> Stream.concat(
                                Stream.of(f.mediaType), f.otherNames.stream().filter(n -> n.contains("/")))
                        .map(type -> new Offer(f, type)))
                .toList();
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
        return accept.best(kind == Kind.ROWS ? OF_ROWS : OF_GRAPHS, Offer::mediaType);
    }

    /** The first of the names that {@code ?format=} takes. */
    String shortName() {
        return otherNames.getFirst();
    }

    /**
     * The format to send.
     *
     * @param name the one of {@code ?format=}, which wins
     * @param accept the value of {@code Accept}
     * @throws Refusal if there is none that the client takes
     */
    static Offer chosen(Optional<String> name, String accept, Kind kind) {
        return (name.isPresent() ? named(name.get(), kind) : accepted(Accept.parse(accept), kind))
                .orElseThrow(() -> Refusal.notAcceptable("The results of "
                        + (kind == Kind.ROWS ? "SELECT and ASK" : "CONSTRUCT and DESCRIBE") + " come as " + list(kind)
                        + ". Choose one by Accept or ?format=."));
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
